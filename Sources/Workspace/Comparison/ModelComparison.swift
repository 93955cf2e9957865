/// Which parameters of two models belong together, and what is known of them without their elements.
///
/// Parameters meet by the paths under which they are used; a network and a file that know no path in
/// common, by their names.
public struct ModelComparison: Hashable, Sendable {
  /// The parameters of both, those of the first model in its order, then those only in the second.
  public let pairs: [Pair]

  /// A parameter of two models, or of one of them.
  public struct Pair: Hashable, Sendable {
    /// The name that both know.
    public let name: String
    /// The position in the first model.
    public let first: Int?
    /// The position in the second model.
    public let second: Int?
    /// What is known before elements are compared.
    public let kind: Kind
  }

  /// How a parameter of two models differs before its elements are looked at.
  public enum Kind: Hashable, Sendable {
    /// Shape and type are the same.
    case alike
    /// Only the second model has it.
    case added
    /// Only the first model has it.
    case removed
    /// The shapes differ.
    case reshaped
    /// The element types differ; the values may be equal.
    case retyped

    /// Whether there are elements to compare.
    public var isComparable: Bool { self == .alike || self == .retyped }
  }

  /// Brings the parameters of two models together.
  ///
  /// - Complexity: O(n) in the number of uses.
  public init(_ first: Outline, _ second: Outline) {
    let byPath = Self.pairs(first.pathEntries, second.pathEntries, first, second)
    let meets = byPath.contains { $0.first != nil && $0.second != nil }
    guard !meets, first.isNetwork != second.isNetwork else {
      pairs = byPath
      return
    }
    pairs = Self.pairs(first.nameEntries, second.nameEntries, first, second)
  }

  private static func pairs(
    _ first: [Outline.Entry], _ second: [Outline.Entry], _ left: Outline, _ right: Outline
  ) -> [Pair] {
    // Names that look alike and have other bytes are different names.
    var positions: [[UInt8]: Int] = [:]
    for entry in second { positions[Array(entry.name.utf8)] = entry.parameter }
    let known = Set(first.map { Array($0.name.utf8) })
    var seen = Set<[Int?]>()
    var pairs: [Pair] = []
    for entry in first {
      let other = positions[Array(entry.name.utf8)]
      // Two users of one shared parameter are one pair.
      guard seen.insert([entry.parameter, other]).inserted else { continue }
      let kind: Kind =
        if let other { Self.kind(left.parameters[entry.parameter], right.parameters[other]) } else {
          .removed
        }
      pairs.append(Pair(name: entry.name, first: entry.parameter, second: other, kind: kind))
    }
    for entry in second where !known.contains(Array(entry.name.utf8)) {
      guard seen.insert([nil, entry.parameter]).inserted else { continue }
      pairs.append(Pair(name: entry.name, first: nil, second: entry.parameter, kind: .added))
    }
    return pairs
  }

  private static func kind(_ first: ParameterInfo, _ second: ParameterInfo) -> Kind {
    if first.shape != second.shape { return .reshaped }
    return first.elementType == second.elementType ? .alike : .retyped
  }
}

extension Outline {
  /// A name of a parameter.
  fileprivate typealias Entry = (name: String, parameter: Int)

  fileprivate var pathEntries: [Entry] { uses.map { ($0.path, $0.parameter) } }

  fileprivate var nameEntries: [Entry] {
    parameters.indices.map { (parameters[$0].name, $0) }
  }
}
