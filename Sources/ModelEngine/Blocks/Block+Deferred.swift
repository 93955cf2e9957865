public import Tensors

extension Block {
  /// The values of its own parameters in order, completing deferred ones first.
  ///
  /// - Parameter infer: Learns unknown shapes from the input; called only if a parameter is deferred.
  /// - Returns: A tensor for each parameter.
  /// - Throws: What `infer` throws, or the first error of a parameter.
  public func readParameters(
    infer: () throws(BlockError) -> Void
  ) throws(BlockError) -> [Tensor] {
    do {
      return try values()
    } catch .deferred {
      try infer()
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

  private func values() throws(ParameterError) -> [Tensor] {
    var values: [Tensor] = []
    for attribute in attributes { values.append(try attribute.parameter.data()) }
    return values
  }
}
