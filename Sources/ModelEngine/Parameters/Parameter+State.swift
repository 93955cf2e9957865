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
    let name: String
    let state: State
    let shape: Shape?
    let elementType: ElementType
    let elementTypeSpelling: ElementTypeSpelling
    let gradReq: GradientRequest
    let initializer: (any Initializer)?
    let lrMult: Double
    let wdMult: Double
  }

  /// The present values, gradient, state and attributes, as a value; tensors are shared, not copied.
  public var snapshot: Snapshot {
    Snapshot(
      name: name, state: state, shape: storedShape, elementType: elementType,
      elementTypeSpelling: elementTypeSpelling, gradReq: storedGradReq, initializer: initializer,
      lrMult: lrMult, wdMult: wdMult)
  }

  /// Goes back to a snapshot of this parameter, exactly.
  public func restore(_ snapshot: Snapshot) {
    state = snapshot.state
    storedShape = snapshot.shape
    elementType = snapshot.elementType
    elementTypeSpelling = snapshot.elementTypeSpelling
    storedGradReq = snapshot.gradReq
    initializer = snapshot.initializer
    lrMult = snapshot.lrMult
    wdMult = snapshot.wdMult
    version += 1
  }
}
