internal import Checkpoints
internal import ModelEngine
internal import Words

/// What a node is told, as values.
///
/// Source: dmlc-core `parameter.h` and MXNet's `mxnet::TShape`: texts as Python prints them.
struct SymbolAttributes {
  let file: String
  let node: SymbolGraph.Node

  /// The largest size of a kernel, a stride and the like.
  private static let limit = 1 << 20

  /// A text, or what stands for a missing one.
  func text(_ key: String, default fallback: String? = nil) throws(SymbolError) -> String {
    guard let text = node[key] ?? fallback else { throw error(key, expected: "a word") }
    return text
  }

  /// A whole number.
  func integer(
    _ key: String, in range: ClosedRange<Int> = 1...(1 << 26), default fallback: Int? = nil
  ) throws(SymbolError) -> Int {
    guard let text = node[key] else {
      if let fallback { return fallback }
      throw error(key, expected: "a whole number")
    }
    guard let number = Int(text), range.contains(number) else {
      throw error(
        key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A number that is neither infinite nor NaN.
  func number(_ key: String, default fallback: Scalar) throws(SymbolError) -> Scalar {
    guard let text = node[key] else { return fallback }
    if let whole = Int(text) { return .integer(whole) }
    guard let number = Double(text), number.isFinite else {
      throw error(key, expected: "a number")
    }
    return .float(number)
  }

  /// `True` or `False`.
  func flag(_ key: String, default fallback: Bool = false) throws(SymbolError) -> Bool {
    switch node[key] {
    case nil: return fallback
    case "True", "true", "1": return true
    case "False", "false", "0": return false
    default: throw error(key, expected: "True or False")
    }
  }

  /// Whole numbers in parentheses: `(3, 3)`, `(3,)`, `()`.
  func list(_ key: String) throws(SymbolError) -> [Int]? {
    guard let text = node[key] else { return nil }
    let parts = text.split(whereSeparator: { "()[], ".contains($0) })
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ (-64...Self.limit).contains($0) })
    else { throw error(key, expected: "a list such as (3, 3)") }
    return numbers
  }

  /// A height and a width: `(3, 3)`.
  func extent(
    _ key: String, from least: Int, default fallback: Extent? = nil
  ) throws(SymbolError) -> Extent {
    let numbers = try list(key) ?? []
    if numbers.isEmpty, let fallback { return fallback }
    guard numbers.count == 2, numbers.allSatisfy({ $0 >= least }) else {
      throw error(key, expected: "two numbers from \(least) to \(Self.limit), such as (3, 3)")
    }
    return Extent(numbers[0], numbers[1])
  }

  /// Makes sure that an attribute has the only value that is understood, or none.
  func require(_ key: String, _ value: String) throws(SymbolError) {
    guard let found = node[key], found != value, found != "None" else { return }
    throw error(key, expected: Phrase(verbatim: value))
  }

  func error(_ key: String, expected: Phrase) -> SymbolError {
    refuse(.attribute(key, found: node[key], expected: expected))
  }

  func refuse(_ problem: SymbolError.Problem) -> SymbolError {
    SymbolError(
      file: file, problem, node: .init(name: node.name, operation: node.operation))
  }
}
