public import Tensors

extension Variable {
  /// What an activation function makes of each element.
  ///
  /// - Throws: `unsupportedElementType` for anything but float32 and float64, as all operations here.
  public func applying(_ function: ActivationFunction) throws(BlockError) -> Variable {
    try applying(function.elementFunction, named: "Activation")
  }

  /// `max(x, 0)` of each element; NaN stays NaN.
  ///
  /// - Throws: `unsupportedElementType`.
  public func relu() throws(BlockError) -> Variable { try applying(.relu, named: "relu") }

  /// The absolute value of each element.
  ///
  /// - Throws: `unsupportedElementType`.
  public func abs() throws(BlockError) -> Variable { try applying(.absolute, named: "abs") }

  /// `e^x` of each element.
  ///
  /// - Throws: `unsupportedElementType`.
  public func exp() throws(BlockError) -> Variable { try applying(.exponential, named: "exp") }

  /// The natural logarithm of each element.
  ///
  /// - Throws: `unsupportedElementType`.
  public func log() throws(BlockError) -> Variable { try applying(.logarithm, named: "log") }

  /// The square of each element.
  ///
  /// - Throws: `unsupportedElementType`.
  public func square() throws(BlockError) -> Variable { try applying(.square, named: "square") }

  /// The same elements under another shape.
  ///
  /// - Throws: `reshaping` if the number of elements differs.
  public func reshaped(to shape: Shape) throws(BlockError) -> Variable {
    guard shape.checkedElementCount == value.elementCount else {
      throw .shape(.reshaping(self.shape, to: shape))
    }
    let own = self.shape
    return Variable.apply("Reshape", [self]) { tensors in
      (tensors[0].reshaped(to: shape), { gradient, _ in [gradient.reshaped(to: own)] })
    }
  }
}
