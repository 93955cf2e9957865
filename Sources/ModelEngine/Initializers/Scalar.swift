internal import Tensors

/// A number as Python has it: whole or floating, which its text keeps apart.
///
/// Equality is by value, so that 3 equals 3.0, as in Python.
public enum Scalar: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A whole number.
  case integer(Int)
  /// A floating number.
  case float(Double)

  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }

  /// Creates a floating number.
  public init(floatLiteral value: Double) { self = .float(value) }

  /// Creates a floating number.
  public init(_ value: Double) { self = .float(value) }

  /// The number as a 64-bit float.
  public var value: Double {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    }
  }

  /// The 32-bit float that an operator of MXNet receives.
  public var argument: Float { ScalarArgument.parsed(value) }
}

extension Scalar: Hashable {
  /// Whether both have the same value.
  public static func == (left: Scalar, right: Scalar) -> Bool { left.value == right.value }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Scalar: CustomStringConvertible {
  /// The text that Python's `repr` gives.
  public var description: String {
    switch self {
    case .integer(let value): value.description
    case .float(let value): ScalarArgument.pythonText(value)
    }
  }
}
