internal import ModelEngine
internal import Tensors

extension OpenModel {
  /// The L2 norms of gradients, by the position of the parameter; those without a gradient are left out.
  ///
  /// - Throws: `CancellationError`.
  public func gradientNorms(of parameters: [Int]) async throws -> [Int: Double] {
    let gradients = parameters.compactMap { parameter -> (Int, Tensor)? in
      guard case .memory(let gradient)? = try? gradient(of: parameter) else { return nil }
      return (parameter, gradient)
    }
    return try await norms(of: gradients)
  }
}

@concurrent
private func norms(of gradients: [(Int, Tensor)]) async throws -> [Int: Double] {
  var norms: [Int: Double] = [:]
  for (parameter, gradient) in gradients {
    try Task.checkCancellation()
    let options = ScanOptions(quantiles: false, distribution: false)
    norms[parameter] = try gradient.statistics(options).components.first?.summary.l2
  }
  return norms
}
