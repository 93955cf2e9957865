public import Tensors

/// The weights of a layer, with their gradient and the way they are initialized.
///
/// A class, because layers that share a parameter hold the very same object: what changes for one
/// changes for all.
public final class Parameter {
  /// The full name: the prefix of its dictionary and its local name.
  public let name: String
  /// The type of the elements.
  public internal(set) var elementType: ElementType
  /// How the type was spelled when it was declared, which only the description shows.
  var elementTypeSpelling: ElementTypeSpelling
  /// What the layer declares; it beats the initializer of the network.
  public internal(set) var initializer: (any Initializer)?
  /// Whether initialization may wait for the first forward pass.
  public let allowDeferredInit: Bool
  /// Whether a gradient can be asked for; if not, the request stays null.
  public let isDifferentiable: Bool
  /// What the learning rate is multiplied by.
  public var lrMult: Double
  /// What the weight decay is multiplied by.
  public var wdMult: Double
  /// The dimensions known so far, with 0 for unknown ones; nil if not even their number is known.
  var storedShape: Shape? {
    didSet { if storedShape != oldValue { version += 1 } }
  }
  /// The dimensions that were known before the first input told the others; nil if none did.
  public internal(set) var shapeBeforeInference: Shape?
  /// Whether there are values.
  public internal(set) var state = State.uninitialized
  /// Grows with every change of values, gradient, state or shape.
  public internal(set) var version = 0
  var storedGradReq: GradientRequest
  /// The value of a constant, which a backward pass never changes; nil for other parameters.
  public let constantValue: Tensor?

  /// How an element type is spelled in Python.
  public enum ElementTypeSpelling: Hashable, Sendable {
    /// `float32`.
    case name
    /// `<class 'numpy.float32'>`.
    case numpyClass
  }

  /// Creates a parameter that belongs to no layer.
  ///
  /// - Parameters:
  ///   - name: The full name.
  ///   - shape: The dimensions, with 0 for unknown ones; nil if not even their number is known.
  ///   - elementType: The type of the elements.
  ///   - elementTypeSpelling: How the description spells the type.
  ///   - gradReq: What a backward pass does with the gradient.
  ///   - initializer: What to use instead of the network's initializer.
  ///   - lrMult: What the learning rate is multiplied by.
  ///   - wdMult: What the weight decay is multiplied by.
  ///   - allowDeferredInit: Whether initialization may wait for the first forward pass.
  ///   - isDifferentiable: Whether a gradient can be asked for.
  public convenience init(
    _ name: String, shape: Shape? = nil, elementType: ElementType = .float32,
    elementTypeSpelling: ElementTypeSpelling = .numpyClass, gradReq: GradientRequest = .write,
    initializer: (any Initializer)? = nil, lrMult: Double = 1, wdMult: Double = 1,
    allowDeferredInit: Bool = false, isDifferentiable: Bool = true
  ) {
    self.init(
      name, shape, elementType, elementTypeSpelling, gradReq, initializer, lrMult, wdMult,
      allowDeferredInit, isDifferentiable, constantValue: nil)
  }

  init(
    _ name: String, _ shape: Shape?, _ elementType: ElementType,
    _ elementTypeSpelling: ElementTypeSpelling, _ gradReq: GradientRequest,
    _ initializer: (any Initializer)?, _ lrMult: Double, _ wdMult: Double,
    _ allowDeferredInit: Bool, _ isDifferentiable: Bool, constantValue: Tensor?
  ) {
    self.name = name
    storedShape = shape
    self.elementType = elementType
    self.elementTypeSpelling = elementTypeSpelling
    self.initializer = initializer
    self.lrMult = lrMult
    self.wdMult = wdMult
    self.allowDeferredInit = allowDeferredInit
    self.isDifferentiable = isDifferentiable
    self.constantValue = constantValue
    storedGradReq = isDifferentiable ? gradReq : .null
  }

  /// The dimensions known so far; 0 stands for an unknown one, and there are none if nothing is known.
  public internal(set) var shape: Shape {
    get { storedShape ?? [] }
    set { storedShape = newValue }
  }

  /// Whether every dimension is known.
  public var isShapeKnown: Bool { storedShape?.isKnown ?? false }

  /// Whether there are values.
  public var isReady: Bool {
    if case .ready = state { true } else { false }
  }

  /// The element type as the description spells it.
  var elementTypeText: String {
    switch elementTypeSpelling {
    case .name: elementType.name
    case .numpyClass: "<class 'numpy.\(elementType.name)'>"
    }
  }
}

extension Parameter: CustomStringConvertible {
  /// What Python prints: `Parameter dense0_weight (shape=(256, 20), dtype=float32)`.
  public var description: String {
    let kind = constantValue == nil ? "Parameter" : "Constant"
    let shape = storedShape?.pythonDescription ?? "None"
    return "\(kind) \(name) (shape=\(shape), dtype=\(elementTypeText))"
  }
}
