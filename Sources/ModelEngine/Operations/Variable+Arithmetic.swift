internal import Tensors

extension Variable {
  /// The sum; dimensions of 1 are repeated, as in NumPy.
  ///
  /// - Throws: `broadcast` if the shapes do not fit; `elementTypes`; `unsupportedElementType`.
  public static func + (left: Variable, right: Variable) throws(BlockError) -> Variable {
    try left.combined(with: right, by: .sum)
  }

  /// The difference; dimensions of 1 are repeated, as in NumPy.
  ///
  /// - Throws: `broadcast` if the shapes do not fit; `elementTypes`; `unsupportedElementType`.
  public static func - (left: Variable, right: Variable) throws(BlockError) -> Variable {
    try left.combined(with: right, by: .difference)
  }

  /// The product of elements; dimensions of 1 are repeated, as in NumPy.
  ///
  /// - Throws: `broadcast` if the shapes do not fit; `elementTypes`; `unsupportedElementType`.
  public static func * (left: Variable, right: Variable) throws(BlockError) -> Variable {
    try left.combined(with: right, by: .product)
  }

  /// Each element with the other sign.
  ///
  /// - Throws: `unsupportedElementType`.
  public static prefix func - (operand: Variable) throws(BlockError) -> Variable {
    try operand.applying(.negation, named: "negative")
  }

  /// Each element plus a number.
  ///
  /// - Throws: `elementTypes`, `unsupportedElementType`.
  public static func + (left: Variable, right: Double) throws(BlockError) -> Variable {
    try left + left.constant(right)
  }

  /// Each element minus a number.
  ///
  /// - Throws: `elementTypes`, `unsupportedElementType`.
  public static func - (left: Variable, right: Double) throws(BlockError) -> Variable {
    try left - left.constant(right)
  }

  /// Each element times a number.
  ///
  /// - Throws: `elementTypes`, `unsupportedElementType`.
  public static func * (left: Variable, right: Double) throws(BlockError) -> Variable {
    try left * left.constant(right)
  }

  /// Each element times a number.
  ///
  /// - Throws: `elementTypes`, `unsupportedElementType`.
  public static func * (left: Double, right: Variable) throws(BlockError) -> Variable {
    try right * left
  }

  /// A number minus each element.
  ///
  /// - Throws: `elementTypes`, `unsupportedElementType`.
  public static func - (left: Double, right: Variable) throws(BlockError) -> Variable {
    try right.constant(left) - right
  }

  /// A number of the type of the elements, read as MXNet reads the arguments of its operations.
  private func constant(_ number: Double) -> Variable {
    let single: Shape = []
    guard elementType == .float64 else {
      return Variable(Tensor([ScalarArgument.parsed(number)], shape: single))
    }
    return Variable(Tensor([number], shape: single))
  }

  private func combined(
    with other: Variable, by rule: Broadcast.Rule
  ) throws(BlockError) -> Variable {
    try Variable.apply(rule.name, [self, other]) { tensors throws(BlockError) in
      try Broadcast.apply(rule, tensors)
    }
  }
}
