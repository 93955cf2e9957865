public import Tensors

extension Parameter {
  /// Takes values that an initializer has drawn elsewhere, as initializing with it would.
  ///
  /// The array and the gradient are new; handles of the old ones keep the old values.
  ///
  /// - Parameters:
  ///   - values: What was drawn, of this parameter's shape and element type; nil while the shape is
  ///     not known, so that the first forward pass draws.
  ///   - initializer: What drew it.
  /// - Precondition: The shape and the element type are those of the parameter.
  public func adopt(_ values: Tensor?, drawnBy initializer: any Initializer) {
    precondition(
      values.map { $0.shape == shape && $0.elementType == elementType } ?? !isShapeKnown,
      "the values are not this parameter's")
    state = .deferred(Deferred(initializer: initializer, fallback: initializer, pending: .none))
    version += 1
    guard let values else { return }
    state = .ready(
      Ready(data: values, gradient: freshGradient, arrayID: ModelContext.current.nextArrayID()))
  }
}
