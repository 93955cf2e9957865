internal import Tensors

extension Parameter {
  /// Whether a backward pass has written the gradient since the last step.
  ///
  /// - Throws: `uninitialized` or `deferred`.
  func isGradientFresh() throws(ParameterError) -> Bool { try ready().isGradientFresh }

  /// Notes that the gradient has been used.
  func markGradientStale() {
    guard case .ready(var ready) = state else { return }
    ready.isGradientFresh = false
    state = .ready(ready)
  }

  /// Lends the values, to be changed in place, and the gradient.
  ///
  /// - Throws: What reading the gradient throws.
  func train(_ body: (inout Tensor, _ gradient: Tensor) -> Void) throws(ParameterError) {
    let gradient = try grad()
    guard case .ready(var ready) = state else { return }
    // Given away first, so that the array has one owner and is not copied.
    state = .uninitialized
    body(&ready.data, gradient)
    state = .ready(ready)
    version += 1
  }
}
