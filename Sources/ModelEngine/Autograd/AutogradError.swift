public import Tensors

/// What can go wrong with gradients, in the words of MXNet.
public enum AutogradError: Error, Hashable {
  /// A backward pass from something that no recorded operation computed, or whose graph is freed.
  case notInGraph
  /// A backward pass over a graph in which nothing wants a gradient.
  case nothingWantsGradient
  /// Elements were assigned, while recording, to an array that belongs to a graph.
  case assignmentWhileRecording
  /// A gradient with respect to something that never asked for one; positions count from 1.
  case notMarked(position: Int)
  /// A gradient with respect to something on which the outputs do not depend.
  case unreachable(position: Int)
  /// A head gradient that is not of its output's shape and type.
  case headGradient(
    expected: Shape, ElementType, found: Shape, ElementType)
  /// Another number of head gradients than of outputs.
  case headGradientCount(expected: Int, found: Int)
  /// Values of another shape than the array to which they are assigned.
  case assignedShape(expected: Shape, found: Shape)
}

extension AutogradError: CustomStringConvertible {
  /// The message of MXNet, where it has one.
  public var description: String {
    switch self {
    case .notInGraph:
      "Check failed: !AGInfo: :IsNone(*i): Cannot differentiate node because it is not in a "
        + "computational graph. You need to set is_recording to true or use autograd.record() to "
        + "save computational graphs for backward. If you want to differentiate the same graph "
        + "twice, you need to pass retain_graph=True to backward."
    case .nothingWantsGradient:
      "Check failed: xs.size() > 0 (0 vs. 0) : There are no inputs in computation graph that "
        + "require gradients."
    case .assignmentWhileRecording:
      "Check failed: AGInfo: :IsNone(*output): Assigning to NDArrays that are already in a "
        + "computational graph will cause undefined behavior when evaluating gradients. Please call "
        + "backward first to clear the graph or do this out side of a record section. Also note "
        + "that you cannot use inplace operations like +=, *=, relu(x, out=x), y[idx]=x, etc inside "
        + "a record section."
    case .notMarked(let position):
      "Check failed: !AGInfo: :IsNone(*variables[i]) && "
        + "AGInfo::IsVariable(variables[i]->entry_.node): Cannot differentiate with respect to the "
        + "\(position)-th variable because it does not require gradient."
    case .unreachable(let position):
      "Check failed: output_grads.find(xs[i].node.get()) != output_grads.end(): Cannot "
        + "differentiate with respect to the \(position)-th variable because it is unreachable from "
        + "the outputs."
    case .headGradient(let shape, let type, let foundShape, let foundType):
      "The head gradient has shape \(foundShape.pythonDescription) and type \(foundType.name), but "
        + "the output has shape \(shape.pythonDescription) and type \(type.name)."
    case .headGradientCount: "heads and head_grads must be lists of the same length"
    case .assignedShape(let expected, let found):
      "Values of shape \(found.pythonDescription) cannot be assigned to an array of shape "
        + "\(expected.pythonDescription)."
    }
  }
}
