extension Parameter {
  /// Creates a parameter with the values, gradient and attributes of another, under its own name.
  public convenience init(copying other: Parameter, as name: String) {
    self.init(
      name, shape: other.storedShape, elementType: other.elementType,
      allowDeferredInit: other.allowDeferredInit, isDifferentiable: other.isDifferentiable)
    restore(other.snapshot)
  }
}
