internal import Tensors

extension Variable {
  /// Takes the gradient of an output to those of the inputs, of which only the wanted ones are needed.
  typealias Pullback = (_ gradient: Tensor, _ wanted: [Bool]) -> [Tensor?]

  /// The same for several outputs; nil is the gradient of an output that nothing depends on.
  typealias ManyPullback = (_ gradients: [Tensor?], _ wanted: [Bool]) -> [Tensor?]

  /// Applies an operation to the elements of variables, and records it where that matters.
  ///
  /// - Parameters:
  ///   - name: MXNet's name of the operation.
  ///   - inputs: What it is applied to.
  ///   - operation: A pure function: the output, and how its gradient goes back to the inputs.
  /// - Returns: The output.
  /// - Throws: What the operation throws.
  static func apply<Failure>(
    _ name: String, _ inputs: [Variable],
    _ operation: ([Tensor]) throws(Failure) -> (output: Tensor, pullback: Pullback)
  ) throws(Failure) -> Variable {
    let (output, pullback) = try operation(inputs.map(\.value))
    return record(name, inputs, [output]) { gradients, wanted in
      gradients[0].map { pullback($0, wanted) } ?? wanted.map { _ in nil }
    }[0]
  }

  /// Applies an operation with several outputs.
  static func applyMany<Failure>(
    _ name: String, _ inputs: [Variable],
    _ operation: ([Tensor]) throws(Failure) -> (outputs: [Tensor], pullback: ManyPullback)
  ) throws(Failure) -> [Variable] {
    let (outputs, pullback) = try operation(inputs.map(\.value))
    return record(name, inputs, outputs, pullback)
  }

  private static func record(
    _ name: String, _ inputs: [Variable], _ outputs: [Tensor], _ pullback: @escaping ManyPullback
  ) -> [Variable] {
    let sources = inputs.map(\.source)
    guard Autograd.isRecording, sources.contains(where: { $0 != nil }) else {
      return outputs.map { Variable($0) }
    }
    let node = GraphNode(
      .operation(
        GraphNode.Operation(
          name: name, inputs: sources, outputCount: outputs.count, pullback: pullback)))
    return outputs.enumerated().map { index, output in
      Variable(output, source: NodeOutput(node: node, index: index))
    }
  }
}
