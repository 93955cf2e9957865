public import Tensors

extension Parameter {
  /// The values.
  ///
  /// - Throws: `uninitialized`, or `deferred` before the first forward pass.
  public func data() throws(ParameterError) -> Tensor { try ready().data }

  /// The gradient.
  ///
  /// - Throws: `uninitialized`, `deferred`, or `noGradient` if the request is null.
  public func grad() throws(ParameterError) -> Tensor {
    try ready().gradient(of: name)
  }

  /// The values and gradient, which exist only after initialization.
  func ready() throws(ParameterError) -> Ready { try state.ready(of: name) }

  /// Replaces the values, in the same array; the element type stays.
  ///
  /// Before the first forward pass they are kept for it, and no initializer is asked then.
  ///
  /// - Throws: `incompatibleShape` if the shape contradicts the known one; `inconvertible`;
  ///   `setBeforeInitialization` (the shape is then changed already, as in Gluon);
  ///   `assignmentWhileRecording` if there is a gradient (the values are then set already).
  public func setData(_ values: Tensor) throws(ParameterError) {
    try setShape(values.shape)
    let converted = try converted(values)
    switch state {
    case .uninitialized: throw .setBeforeInitialization(name: name)
    case .deferred(var deferred):
      deferred.pending = .values(converted)
      state = .deferred(deferred)
    case .ready(var ready):
      ready.data = converted
      state = .ready(ready)
    }
    version += 1
    if Autograd.isRecording, isReady, gradReq != .null { throw .assignmentWhileRecording }
  }

  /// Replaces the gradient, as a backward pass does.
  ///
  /// - Throws: `incompatibleShape`, `inconvertible`, and what reading the gradient throws.
  public func setGrad(_ values: Tensor) throws(ParameterError) {
    _ = try grad()
    guard values.shape == shape else { throw .incompatibleShape(new: values.shape, stored: shape) }
    var ready = try ready()
    ready.gradient = .values(try converted(values))
    ready.isGradientFresh = true
    state = .ready(ready)
    version += 1
  }

  /// Sets the gradient to zero, if there is one.
  public func zeroGrad() {
    guard case .ready(var ready) = state else { return }
    ready.gradient = freshGradient
    state = .ready(ready)
    version += 1
  }

  /// What a backward pass does with the gradient; a change makes a fresh one, of zeros.
  public var gradReq: GradientRequest {
    get { storedGradReq }
    set {
      if constantValue != nil, newValue != .null {
        ModelContext.current.warn(
          "Constant parameter \"\(name)\" does not support grad_req other than \"null\", and new "
            + "value \"\(newValue.rawValue)\" is ignored.")
      }
      let request = isDifferentiable ? newValue : .null
      guard request != storedGradReq else { return }
      storedGradReq = request
      markGradientStale()
      zeroGrad()
    }
  }

  /// Makes unknown dimensions known.
  ///
  /// - Throws: `incompatibleShape` if the rank or a known dimension differs.
  public func setShape(_ new: Shape) throws(ParameterError) {
    guard accepts(new) else { throw .incompatibleShape(new: new, stored: shape) }
    shape = new
  }

  /// Whether a shape agrees with what is known.
  func accepts(_ new: Shape) -> Bool { storedShape?.accepts(new) ?? true }

  private func converted(_ values: Tensor) throws(ParameterError) -> Tensor {
    if values.elementType == elementType { return values }
    if let converted = values.converted(to: elementType) { return converted }
    throw .inconvertible(name: name, from: values.elementType, to: elementType)
  }
}

extension Shape {
  /// Whether `other` has the same rank and every dimension that is known here.
  func accepts(_ other: Shape) -> Bool {
    rank == other.rank && zip(dimensions, other.dimensions).allSatisfy { $0 == 0 || $0 == $1 }
  }

  /// Both shapes together, where 0 stands for any dimension, or nil if they contradict each other.
  func merged(with other: Shape) -> Shape? {
    guard rank == other.rank else { return nil }
    var merged: [Int] = []
    for (left, right) in zip(dimensions, other.dimensions) {
      if left != right, left > 0, right > 0 { return nil }
      merged.append(max(left, right))
    }
    return Shape(merged)
  }
}
