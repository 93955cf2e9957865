public import Tensors

extension Parameter {
  /// Where a parameter stands in its life.
  public enum State: Sendable {
    /// Never initialized, or its initialization failed.
    case uninitialized
    /// Initialized in intent: values come with the first forward pass, which tells the shape.
    case deferred(Deferred)
    /// There are values.
    case ready(Ready)
  }

  /// What will happen at the first forward pass.
  public struct Deferred: Sendable {
    /// What will fill the parameter.
    public let initializer: any Initializer
    /// The initializer of the network, which must exist even if it is not used.
    public let fallback: any Initializer
    /// Whether the context's log says what was drawn.
    var isVerbose = false
    /// Values set meanwhile, which are used instead of an initializer.
    public internal(set) var pending: Pending
  }

  /// Whether values were set before the first forward pass.
  public enum Pending: Sendable {
    /// No values: the initializer will be asked.
    case none
    /// These values will be used, and nothing drawn.
    case values(Tensor)
  }

  /// The values and the gradient.
  public struct Ready: Sendable {
    /// The values.
    public internal(set) var data: Tensor
    /// The gradient; where it changes, what is known of its parts is forgotten.
    public internal(set) var gradient: Gradient {
      didSet { (gradientUses, gradientBefore) = ([], nil) }
    }
    /// Which array the values live in: a new one with every initialization, the same when values are set.
    public internal(set) var arrayID: Int
    /// What each use contributed to the last backward pass.
    public internal(set) var gradientUses: [GradientUse] = []
    /// What the last backward pass added its gradient to.
    public internal(set) var gradientBefore: Tensor?
    /// Whether a backward pass has reached it since a trainer last used the gradient.
    public internal(set) var isGradientFresh = false
  }

  /// The gradient, which a parameter may do without.
  public enum Gradient: Hashable, Sendable {
    /// The request is null.
    case none
    /// The gradient of the last backward pass, or zeros.
    case values(Tensor)
  }

  /// Everything that undo restores.
  public struct Snapshot: Sendable {
    /// The full name.
    public let name: String
    /// Whether there are values.
    public let state: State
    let storedShape: Shape?
    /// The type of the elements.
    public let elementType: ElementType
    let elementTypeSpelling: ElementTypeSpelling
    /// What a backward pass does with the gradient.
    public let gradReq: GradientRequest
    /// What the layer declares.
    public let initializer: (any Initializer)?
    let lrMult: Double
    let wdMult: Double
  }

  /// The present values, gradient, state and attributes, as a value; tensors are shared, not copied.
  public var snapshot: Snapshot {
    Snapshot(
      name: name, state: state, storedShape: storedShape, elementType: elementType,
      elementTypeSpelling: elementTypeSpelling, gradReq: storedGradReq, initializer: initializer,
      lrMult: lrMult, wdMult: wdMult)
  }

  /// Goes back to a snapshot of this parameter, exactly.
  public func restore(_ snapshot: Snapshot) {
    state = snapshot.state
    storedShape = snapshot.storedShape
    elementType = snapshot.elementType
    elementTypeSpelling = snapshot.elementTypeSpelling
    storedGradReq = snapshot.gradReq
    initializer = snapshot.initializer
    lrMult = snapshot.lrMult
    wdMult = snapshot.wdMult
    version += 1
  }
}

extension Parameter.State {
  /// The values and gradient of a parameter, which exist only after initialization.
  func ready(of name: String) throws(ParameterError) -> Parameter.Ready {
    switch self {
    case .uninitialized: throw .uninitialized(name: name)
    case .deferred: throw .deferred(name: name)
    case .ready(let ready): return ready
    }
  }
}

extension Parameter.Ready {
  func gradient(of name: String) throws(ParameterError) -> Tensor {
    switch gradient {
    case .none: throw .noGradient(name: name)
    case .values(let gradient): return gradient
    }
  }
}

extension Parameter.Snapshot {
  /// The dimensions known then; 0 stands for an unknown one, and there are none if nothing was known.
  public var shape: Shape { storedShape ?? [] }

  /// The values.
  ///
  /// - Throws: What reading them from the parameter would have thrown.
  public func data() throws(ParameterError) -> Tensor { try state.ready(of: name).data }

  /// The gradient.
  ///
  /// - Throws: What reading it from the parameter would have thrown.
  public func grad() throws(ParameterError) -> Tensor {
    try state.ready(of: name).gradient(of: name)
  }

  /// What each use contributed to the gradient, in the order in which it was read.
  public var gradientUses: [GradientUse] {
    if case .ready(let ready) = state { ready.gradientUses } else { [] }
  }
}
