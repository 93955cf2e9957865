internal import Tensors

/// A block of which all shapes can be told from the input's, without computing.
open class HybridBlock: Block {
  /// Whether it finishes all deferred parameters before it computes.
  public private(set) var isHybridized = false
  /// Whether it was called since it was prepared, so that its graph is known.
  public private(set) var hasGraph = false

  /// Prepares it and all below to finish all deferred parameters before they compute.
  open override func hybridize(active: Bool = true) {
    isHybridized = active
    hasGraph = false
    super.hybridize(active: active)
  }

  /// Learns all shapes and finishes all deferred parameters, in the order of execution.
  override func prepareCall(for input: Shape) throws(BlockError) {
    guard isHybridized else { return }
    try finishParameters(for: input)
    hasGraph = true
  }

  private func finishParameters(for input: Shape) throws(BlockError) {
    let parameters: [Parameter]
    do {
      parameters = try collectParams().filter { !$0.isReady }
      guard let first = parameters.first else { return }
      guard case .deferred = first.state else {
        _ = try first.data()
        return
      }
    } catch {
      throw .parameter(error)
    }
    do {
      try inferShape(from: input)
    } catch .inference(let failure) {
      throw .deferredInitialization(failure)
    }
    do {
      for parameter in parameters { try parameter.finishDeferredInit() }
    } catch {
      throw .parameter(error)
    }
  }
}
