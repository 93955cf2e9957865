private import Glibc

/// An operation on one number, in both precisions.
enum UnaryOperator: String, Hashable, CaseIterable {
  case abs, sqrt, exp, log, sin, cos, tan, tanh, floor, ceil, round, sign
  case negate = "-"
  case not

  /// Those that are written as functions.
  static let functions = allCases.filter { $0 != .negate && $0 != .not }

  var float: (Float) -> Float {
    switch self {
    case .abs: { Swift.abs($0) }
    case .sqrt: { $0.squareRoot() }
    case .exp: { expf($0) }
    case .log: { logf($0) }
    case .sin: { sinf($0) }
    case .cos: { cosf($0) }
    case .tan: { tanf($0) }
    case .tanh: { tanhf($0) }
    case .floor: { $0.rounded(.down) }
    case .ceil: { $0.rounded(.up) }
    // As roundf, which MXNet uses: halves go away from zero.
    case .round: { $0.rounded(.toNearestOrAwayFromZero) }
    case .sign: { $0 > 0 ? 1 : ($0 < 0 ? -1 : $0) }
    case .negate: { -$0 }
    case .not: { $0 == 0 ? 1 : 0 }
    }
  }

  var double: (Double) -> Double {
    switch self {
    case .abs: { Swift.abs($0) }
    case .sqrt: { $0.squareRoot() }
    case .exp: { Glibc.exp($0) }
    case .log: { Glibc.log($0) }
    case .sin: { Glibc.sin($0) }
    case .cos: { Glibc.cos($0) }
    case .tan: { Glibc.tan($0) }
    case .tanh: { Glibc.tanh($0) }
    case .floor: { $0.rounded(.down) }
    case .ceil: { $0.rounded(.up) }
    case .round: { $0.rounded(.toNearestOrAwayFromZero) }
    case .sign: { $0 > 0 ? 1 : ($0 < 0 ? -1 : $0) }
    case .negate: { -$0 }
    case .not: { $0 == 0 ? 1 : 0 }
    }
  }
}

/// An operation on two numbers, in both precisions.
enum BinaryOperator: String, Hashable, CaseIterable {
  case or, and
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case unequal = "!="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case power = "**"
  case min, max, pow

  /// Those that are written as functions.
  static let functions: [BinaryOperator] = [.min, .max, .pow]

  /// How strongly it binds its operands, as in Python; 0 for functions.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal: Self.comparison
    case .add, .subtract: 5
    case .multiply, .divide, .remainder: 6
    case .power: 8
    case .min, .max, .pow: 0
    }
  }

  /// The precedences that are not those of an operator between operands.
  static let negation = 3
  static let comparison = 4
  static let sign = 7

  var float: (Float, Float) -> Float {
    switch self {
    case .power, .pow: { powf($0, $1) }
    case .remainder: { floored($0, $1) }
    default: common()
    }
  }

  var double: (Double, Double) -> Double {
    switch self {
    case .power, .pow: { Glibc.pow($0, $1) }
    case .remainder: { floored($0, $1) }
    default: common()
    }
  }

  /// The operations that need no library; each is rounded by itself.
  private func common<Real: BinaryFloatingPoint>() -> (Real, Real) -> Real {
    switch self {
    case .or: { $0 != 0 || $1 != 0 ? 1 : 0 }
    case .and: { $0 != 0 && $1 != 0 ? 1 : 0 }
    case .less: { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: { $0 <= $1 ? 1 : 0 }
    case .greater: { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: { $0 >= $1 ? 1 : 0 }
    case .equal: { $0 == $1 ? 1 : 0 }
    case .unequal: { $0 != $1 ? 1 : 0 }
    case .add: { $0 + $1 }
    case .subtract: { $0 - $1 }
    case .multiply: { $0 * $1 }
    case .divide: { $0 / $1 }
    case .min: { $0 < $1 ? $0 : $1 }
    case .max: { $0 > $1 ? $0 : $1 }
    case .remainder, .power, .pow: { first, _ in first }
    }
  }
}

/// The remainder with the sign of the divisor, as in Python; NaN for a divisor of 0.
private func floored<Real: BinaryFloatingPoint>(_ value: Real, _ divisor: Real) -> Real {
  let rest = value.truncatingRemainder(dividingBy: divisor)
  return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest
}
