public import Tensors

/// A network whose layers are wired as a graph: each takes what others before it have made.
public final class GraphBlock: HybridBlock {
  /// One computation.
  public struct Step {
    /// What is computed.
    public let work: Work
    /// Of what: 0 is the input of the network, `k` what step `k - 1` has made.
    public let operands: [Int]

    /// Creates a step.
    public init(_ work: Work, of operands: [Int]) {
      self.work = work
      self.operands = operands
    }
  }

  /// What a step computes.
  public enum Work {
    /// What a layer makes of its only operand.
    case layer(HybridBlock)
    /// Something without parameters.
    case operation(GraphOperation)
  }

  /// The steps, in order.
  public let steps: [Step]
  /// What comes out: 0 for the input, `k` for what step `k - 1` has made.
  public let result: Int

  /// Creates a network; its layers become children under the keys `0`, `1` and so on.
  ///
  /// - Parameters:
  ///   - steps: The steps, each behind those whose results it takes.
  ///   - result: What comes out.
  ///   - prefix: What names start with.
  /// - Precondition: Operands exist, and are as many as the work has.
  public init(_ steps: [Step], result: Int, prefix: String? = nil) {
    for (index, step) in steps.enumerated() {
      precondition(
        step.operands.allSatisfy { (0...index).contains($0) }, "a step takes a later one")
      precondition(step.accepts(step.operands.count), "a step has another number of operands")
    }
    precondition((0...steps.count).contains(result), "the result is not computed")
    self.steps = steps
    self.result = result
    super.init(prefix: prefix)
    for case .layer(let layer) in steps.map(\.work) {
      registerChild(layer, as: "\(children.count)")
    }
  }

  /// Computes all steps.
  ///
  /// - Throws: An error if a parameter has no values, or shapes do not fit.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    var values = [input]
    for step in steps {
      switch step.work {
      case .layer(let layer): values.append(try layer(values[step.operands[0]]))
      case .operation(let operation):
        values.append(try operation.apply(step.operands.map { values[$0] }))
      }
    }
    return values[result]
  }

  /// Passes the shape of the input through all steps.
  public override func forward(shape input: Shape) throws(BlockError) -> Shape {
    try follow(input) { layer, shape throws(BlockError) in try layer(shape: shape) }
  }

  /// The shape that comes out.
  public override func outputShape(for input: Shape) throws(BlockError) -> Shape {
    try follow(input) { layer, shape throws(BlockError) in try layer.outputShape(for: shape) }
  }

  /// Learns the unknown shapes of all layers, or none if the input does not fit.
  public override func inferShape(from input: Shape) throws(BlockError) {
    let parameters = parametersByPath().map(\.parameter)
    let before = parameters.map(\.storedShape)
    do {
      _ = try follow(input) { layer, shape throws(BlockError) in
        try layer.inferShape(from: shape)
        return try layer.outputShape(for: shape)
      }
    } catch {
      for (parameter, shape) in zip(parameters, before) { parameter.storedShape = shape }
      throw error
    }
  }

  private func follow(
    _ input: Shape, _ body: (HybridBlock, Shape) throws(BlockError) -> Shape
  ) throws(BlockError) -> Shape {
    var shapes = [input]
    for step in steps {
      switch step.work {
      case .layer(let layer): shapes.append(try body(layer, shapes[step.operands[0]]))
      case .operation(let operation):
        shapes.append(try operation.outputShape(for: step.operands.map { shapes[$0] }))
      }
    }
    return shapes[result]
  }
}

extension GraphBlock.Step {
  fileprivate func accepts(_ count: Int) -> Bool {
    switch work {
    case .layer: count == 1
    case .operation(let operation): operation.operandCount.map { $0 == count } ?? (count > 0)
    }
  }
}
