public import Tensors

extension Parameter {
  /// Initializes the values, or defers that to the first forward pass if the shape is not known yet.
  ///
  /// If there are values and `forceReinit` is false, only a warning is noted.
  ///
  /// - Parameters:
  ///   - initializer: What to use whatever the parameter declares.
  ///   - fallback: What to use if nothing else says otherwise.
  ///   - forceReinit: Whether to replace values that exist.
  /// - Throws: `invalidShape` if the shape is unknown and the parameter may not wait; `initializer` if
  ///   the initializer refuses, after which the parameter is uninitialized.
  public func initialize(
    _ initializer: (any Initializer)? = nil, default fallback: any Initializer = Uniform(),
    forceReinit: Bool = false
  ) throws(ParameterError) {
    try initialize(
      initializer, default: fallback, verbose: false, forceReinit: forceReinit, among: [])
  }

  /// The same, among the other parameters of the model.
  func initialize(
    _ initializer: (any Initializer)? = nil, default fallback: any Initializer, verbose: Bool,
    forceReinit: Bool, among others: [Parameter]
  ) throws(ParameterError) {
    if case .ready = state, !forceReinit {
      ModelContext.current.warn(
        "Parameter '\(name)' is already initialized, ignoring. Set force_reinit=True to "
          + "re-initialize.")
      return
    }
    let chosen = placed(initializer ?? self.initializer ?? fallback, among: others)
    if case .ready = state { state = .uninitialized }
    version += 1
    guard isShapeKnown || allowDeferredInit else {
      throw .invalidShape(name: name, shape: storedShape)
    }
    state = .deferred(
      Deferred(initializer: chosen, fallback: fallback, isVerbose: verbose, pending: .none))
    if isShapeKnown { try finishDeferredInit() }
  }

  /// An initializer with what it needs to know of present values and other parameters.
  private func placed(
    _ initializer: any Initializer, among others: [Parameter]
  ) -> any Initializer {
    let needs = initializer.needs
    guard !needs.isEmpty else { return initializer }
    var surroundings = InitializerSurroundings()
    if case .ready(let ready) = state { surroundings.present = ready.data }
    for other in others {
      surroundings.shapes[other.name] = other.shape
      if needs.parameters.contains(other.name), case .ready(let ready) = other.state {
        surroundings.tensors[other.name] = ready.data
      }
    }
    let target = InitializerTarget(name: name, shape: shape, elementType: elementType)
    return initializer.placed(in: surroundings, for: target)
  }

  /// Completes a deferred initialization; does nothing in other states.
  ///
  /// - Throws: `invalidShapeAtFirstForward` if the shape is still unknown, or `initializer`; in both
  ///   cases the parameter is then uninitialized.
  public func finishDeferredInit() throws(ParameterError) {
    guard case .deferred(let deferred) = state else { return }
    state = .uninitialized
    version += 1
    guard isShapeKnown else {
      throw .invalidShapeAtFirstForward(name: name, shape: storedShape)
    }
    let data = try values(of: deferred)
    let context = ModelContext.current
    state = .ready(Ready(data: data, gradient: freshGradient, arrayID: context.nextArrayID()))
  }

  /// Zeros for the gradient, or none.
  var freshGradient: Gradient {
    guard storedGradReq != .null else { return .none }
    let count = shape.elementCount
    if elementType == .float64 {
      return .values(Tensor([Double](repeating: 0, count: count), shape: shape))
    }
    let bytes = [UInt8](repeating: 0, count: (count * elementType.bitCount + 7) / 8)
    return .values(Tensor(bytes: bytes, elementType: elementType, shape: shape))
  }

  private func values(of deferred: Deferred) throws(ParameterError) -> Tensor {
    if case .values(let tensor) = deferred.pending { return tensor }
    let target = InitializerTarget(name: name, shape: shape, elementType: elementType)
    do {
      _ = try deferred.fallback.resolved()
      let initializer = try deferred.initializer.resolved()
      let tensor = try ModelContext.current.withStream { stream throws(InitializerError) in
        try initializer.tensor(for: target, from: &stream)
      }
      if deferred.isVerbose {
        ModelContext.current.logInitialization(
          of: name, as: deferred.initializer.description, values: tensor)
      }
      return tensor
    } catch {
      throw .initializer(error)
    }
  }
}

extension Shape {
  /// Whether every dimension is known.
  public var isKnown: Bool { !dimensions.contains(0) }
}
