public import Tensors

/// A tensor that remembers how it was computed.
///
/// A class, because a gradient is asked of the very object that took part in a computation:
///
/// ```swift
/// let x = Variable(Tensor([1, 2, 3], shape: [3]))
/// x.attachGrad()
/// let y = try Autograd.record { try x * x }
/// try y.backward()
/// x.grad  // [2, 4, 6]
/// ```
public final class Variable {
  /// The elements.
  public private(set) var value: Tensor
  private var origin: NodeOutput?

  /// Creates a variable that no operation computed.
  public init(_ value: Tensor) {
    self.value = value
  }

  init(_ value: Tensor, source: NodeOutput?) {
    self.value = value
    origin = source
  }

  /// The node that computed it, or takes its gradient; nil outside all graphs, and when that is freed.
  var source: NodeOutput? {
    guard let origin, !origin.node.isFreed else { return nil }
    return origin
  }

  /// The dimensions.
  public var shape: Shape { value.shape }

  /// The type of the elements.
  public var elementType: ElementType { value.elementType }

  /// The gradient of the last backward pass, or zeros; nil if it never asked for one.
  public var grad: Tensor? { cell?.gradient }

  private var cell: GradientCell? {
    guard case .variable(let cell)? = source?.node.kind, cell.request != .null else { return nil }
    return cell
  }

  /// Asks for a gradient, which starts with zeros; how the variable was computed is forgotten.
  ///
  /// - Parameter request: What a backward pass does with the gradient.
  public func attachGrad(_ request: GradientRequest = .write) {
    let cell = GradientCell(request, like: value)
    origin = NodeOutput(node: GraphNode(.variable(cell)), index: 0)
  }

  /// Sets the gradient to zero, if there is one.
  public func zeroGrad() {
    cell?.gradient = .zeros(like: value)
  }

  /// The same elements without any memory of how they were computed.
  public func detach() -> Variable { Variable(value) }

  /// Replaces the elements, in place; the element type stays.
  ///
  /// - Throws: `assignmentWhileRecording` if the variable belongs to a graph; as in MXNet the elements
  ///   are then replaced all the same. `assignedShape` if the shape differs.
  public func assign(_ values: Tensor) throws(AutogradError) {
    guard values.shape == shape, let converted = values.converted(to: elementType) else {
      throw .assignedShape(expected: shape, found: values.shape)
    }
    value = converted
    if Autograd.isRecording, source != nil { throw .assignmentWhileRecording }
  }

  /// Computes gradients of everything that it was computed from.
  ///
  /// - Parameters:
  ///   - headGradient: What each element counts; nil for 1 each, so that the sum is differentiated.
  ///   - retainGraph: Whether the graph may be differentiated again.
  ///   - trainMode: Whether layers behave as in training.
  /// - Throws: `notInGraph`, `nothingWantsGradient`, `headGradient`.
  public func backward(
    headGradient: Tensor? = nil, retainGraph: Bool = false, trainMode: Bool = true
  ) throws(AutogradError) {
    try Autograd.backward(
      [self], headGradients: [headGradient], retainGraph: retainGraph, trainMode: trainMode)
  }
}

extension Variable: CustomStringConvertible {
  /// What Python prints: the elements, the shape and the device.
  public var description: String { value.mxnetDescription }
}
