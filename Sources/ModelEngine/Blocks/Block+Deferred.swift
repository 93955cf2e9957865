public import Tensors

extension Block {
  /// The values of its own parameters in order, completing deferred ones first.
  ///
  /// - Parameter input: The shape of the input, from which unknown shapes are learned.
  /// - Returns: A variable for each parameter, which is a use of its own.
  /// - Throws: `deferredInitialization`, or the first error of a parameter.
  public func readParameters(for input: Shape) throws(BlockError) -> [Variable] {
    do {
      return try values()
    } catch .deferred {
      noteSymbolicCall()
      do {
        try inferShape(from: input)
      } catch .inference(let failure) {
        throw .deferredInitialization(failure)
      }
      do {
        for parameter in params { try parameter.finishDeferredInit() }
        return try values()
      } catch {
        throw .parameter(error)
      }
    } catch {
      throw .parameter(error)
    }
  }

  private func values() throws(ParameterError) -> [Variable] {
    var values: [Variable] = []
    for attribute in attributes { values.append(try attribute.parameter.variable()) }
    return values
  }

  /// To infer shapes MXNet calls what a layer is made of with symbols, which a summary shows.
  private func noteSymbolicCall() {
    for child in children { child.block.notify(.symbol(child.block.operation)) }
  }

  /// The shapes for an input, which the known shapes of the parameters agree with.
  func checkedShapes(for input: Shape) throws(BlockError) -> LayerShapes {
    do {
      let shapes = try shapes(for: input)
      try check(shapes.parameters)
      return shapes
    } catch {
      throw .shape(error)
    }
  }

  /// Learns the unknown shapes of its own parameters.
  func inferOwnShapes(from input: Shape) throws(BlockError) {
    do {
      let shapes = try shapes(for: input).parameters
      try check(shapes)
      for (parameter, shape) in zip(attributes.map(\.parameter), shapes) {
        if !parameter.isShapeKnown { parameter.shapeBeforeInference = parameter.shape }
        parameter.shape = shape
      }
    } catch {
      if case .undefined(let block) = error { throw .notImplemented(block: block) }
      throw .inference(failure(error, input))
    }
  }

  private func check(_ needed: [Shape]) throws(ShapeProblem) {
    for (index, attribute) in attributes.enumerated().prefix(needed.count)
    where !attribute.parameter.accepts(needed[index]) {
      throw mismatch(of: attribute.parameter, needed: needed, at: index)
    }
  }

  private func failure(_ problem: ShapeProblem, _ input: Shape) -> InferenceFailure {
    let unknown = attributes.map(\.parameter).filter { !$0.isShapeKnown }
    return InferenceFailure(
      operation: operation, inputs: inferenceInputs(input),
      unknown: unknown.map { InferenceFailure.Argument(name: $0.name, shape: $0.shape) },
      problem: problem)
  }
}
