public import Tensors

extension RecurrentLayer {
  /// Runs over sequences from given states.
  ///
  /// - Parameters:
  ///   - input: Sequences, in the layout of the layer.
  ///   - states: The first states, as `beginState` makes them.
  /// - Returns: The output, and the last states.
  /// - Throws: An error if a parameter has no values, or the input or a state does not fit.
  public func callAsFunction(
    _ input: Variable, states: [Variable]
  ) throws(BlockError) -> (output: Variable, states: [Variable]) {
    let results = try calling { () throws(BlockError) in
      try prepareCall(for: input.shape)
      return try run(input, states)
    }
    return (results[0], Array(results.dropFirst()))
  }

  /// States of zeros for a batch: of shape `[layers · directions, batch, hiddenSize]`.
  public func beginState(batchSize: Int, elementType: ElementType = .float32) -> [Variable] {
    let shape: Shape = [options.layerCount * options.directions.count, batchSize, hiddenSize]
    return (0..<Self.stateCount).map { _ in
      Variable(
        elementType == .float64
          ? Tensor(Double.zeros(shape.elementCount), shape: shape)
          : Tensor(Float.zeros(shape.elementCount), shape: shape))
    }
  }

  /// The output and the last states.
  func run(_ input: Variable, _ states: [Variable]?) throws(BlockError) -> [Variable] {
    let values = try readParameters(for: input.shape)
    _ = try outputShape(for: input.shape)
    let begin = beginState(batchSize: batchSize(of: input.shape), elementType: input.elementType)
    let states = states ?? begin
    guard states.map(\.shape) == begin.map(\.shape) else {
      throw .shape(.recurrentStates(expected: begin.map(\.shape), found: states.map(\.shape)))
    }
    let recurrence = Recurrence(
      cell: cell, hiddenSize: hiddenSize, layerCount: options.layerCount,
      isBidirectional: options.isBidirectional, isTimeFirst: options.layout == .timeFirst,
      masks: try masks(for: input))
    return try Variable.applyMany("RNN", [input] + states + values, recurrence.apply)
  }

  private func batchSize(of input: Shape) -> Int {
    input[options.layout == .timeFirst ? 1 : 0]
  }

  /// The masks of dropout between layers, which is applied in training only.
  private func masks(for input: Variable) throws(BlockError) -> [Tensor] {
    guard Autograd.isTraining, options.dropout.value > 0 else { return [] }
    guard options.dropout.value <= 1 else { throw .dropoutRate(options.dropout) }
    let shape: Shape = [
      input.shape[0] * input.shape[1], hiddenSize * options.directions.count,
    ]
    return ModelContext.current.withStream { stream in
      (1..<options.layerCount).map { _ in
        DropoutMask.draw(
          shape, input.elementType, rate: options.dropout.argument, from: &stream)
      }
    }
  }
}
