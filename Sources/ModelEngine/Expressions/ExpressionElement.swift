internal import Tensors

/// What arrays in an expression consist of: 32-bit floats, or 64-bit ones for a float64 parameter.
protocol ExpressionElement: BinaryFloatingPoint, Sendable {
  /// What an operator on arrays receives for a number.
  init(operand number: Double)

  /// An operation on one element.
  static func function(_ operation: UnaryOperator) -> (Self) -> Self

  /// An operation on two elements.
  static func function(_ operation: BinaryOperator) -> (Self, Self) -> Self

  /// What was drawn, as elements; the stream draws 32-bit floats.
  static func elements(_ drawn: [Float]) -> [Self]
}

extension Float: ExpressionElement {
  init(operand number: Double) { self = ScalarArgument.parsed(number) }

  static func function(_ operation: UnaryOperator) -> (Float) -> Float { operation.float }

  static func function(_ operation: BinaryOperator) -> (Float, Float) -> Float { operation.float }

  static func elements(_ drawn: [Float]) -> [Float] { drawn }
}

extension Double: ExpressionElement {
  init(operand number: Double) { self = number }

  static func function(_ operation: UnaryOperator) -> (Double) -> Double { operation.double }

  static func function(_ operation: BinaryOperator) -> (Double, Double) -> Double {
    operation.double
  }

  static func elements(_ drawn: [Float]) -> [Double] { drawn.map(Double.init) }
}
