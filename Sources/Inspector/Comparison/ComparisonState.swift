public import Words
public import Workspace

/// A second model beside the first: what changed from one to the other.
public struct ComparisonState: Hashable, Sendable {
  /// The second model.
  public let other: Outline
  /// The parameters of both.
  public let pairs: [ModelComparison.Pair]
  /// How the elements of pairs differ, by position, as far as they were compared.
  public var differences: [Int: ElementDifference] = [:]
  /// The pairs that cannot be compared, and why.
  public var failures: [Int: Phrase] = [:]
  /// The distributions of the pairs that were looked at.
  public var figures: [Int: OverlaidFigures] = [:]
  /// Whether the second model is seen as the first.
  public var isSwapped = false
  /// Whether rows are in the order of the model instead of largest change first.
  public var isByName = false
  /// The pair that was selected; nil stands for the first row, whichever that is.
  public var selection: Int?
  /// The names of pairs on the screen, without what most of them share in front.
  let names: [String]
  /// The first visible row.
  public var scroll = 0
  /// The detail below the rows.
  public var tab = Tab.overlay
  /// The pair that is being compared, and how much of it is done.
  public var progress: Progress?

  /// How far the comparison of a pair is.
  public struct Progress: Hashable, Sendable {
    /// Its position.
    public var pair: Int
    /// How much of it is done.
    public var fraction = 0.0
  }

  /// The details of a pair, in the order of their keys.
  public enum Tab: Int, Hashable, Sendable, CaseIterable {
    case overlay = 1
    case values, difference, info

    /// The key and the words.
    var label: String {
      switch self {
      case .overlay: "1 Overlay"
      case .values: "2 Values a b"
      case .difference: "3 b - a"
      case .info: "4 Info"
      }
    }
  }

  /// Brings two models together; nothing is compared yet.
  init(_ first: Outline, _ second: Outline) {
    other = second
    pairs = ModelComparison(first, second).pairs
    names = ComparisonState.shortened(pairs.map(\.name))
  }

  /// The selected pair.
  var selected: Int? { selection ?? rows.first }

  /// Names without their first part, where most have the same one and no two become alike.
  private static func shortened(_ names: [String]) -> [String] {
    let parts = names.map { $0.prefix { $0 != "." } }
    let counts = Dictionary(parts.map { ($0, 1) }, uniquingKeysWith: +)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 2 > names.count, names.count > 1
    else { return names }
    let prefix = most.key + "."
    let short = names.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
    let isUnique = Set(short.map { Array($0.utf8) }).count == names.count
    return isUnique && !short.contains("") ? short : names
  }

  /// The numbers of the layers of which every parameter is the same, in order.
  var sameLayers: [Int] {
    var isSame: [Int: Bool] = [:]
    for index in pairs.indices {
      let numbers = pairs[index].name.split(separator: ".").compactMap { Int($0) }
      guard let layer = numbers.first else { continue }
      isSame[layer] = isSame[layer, default: true] && status(index) == .same
    }
    return isSame.filter(\.value).keys.sorted()
  }

  /// What became of a pair, as seen from the first model on the left; nil while it is not known.
  func status(_ pair: Int) -> ParameterStatus? {
    let status = ParameterStatus(pairs[pair].kind, differences[pair])
    guard isSwapped else { return status }
    return switch status {
    case .added: .removed
    case .removed: .added
    default: status
    }
  }

  /// The pairs that are listed: all that are not the same, largest change first.
  var rows: [Int] {
    let listed = pairs.indices.filter { status($0) != .same }
    if isByName { return listed }
    return listed.sorted { left, right in
      let (a, b) = (rank(left), rank(right))
      return a == b ? left < right : a > b
    }
  }

  /// How far up a pair stands: by its change, then what only one has, then what is not known.
  private func rank(_ pair: Int) -> Double {
    if let difference = differences[pair] { return difference.relativeL2 ?? .infinity }
    return pairs[pair].kind == .alike ? -2 : -1
  }

  /// How many pairs have a status.
  func count(_ wanted: ParameterStatus) -> Int { pairs.indices.count { status($0) == wanted } }

  /// The next pair whose elements have to be compared: those in sight first.
  func nextToCompare(rowCount: Int) -> Int? {
    func isWanted(_ pair: Int) -> Bool {
      pairs[pair].kind.isComparable && differences[pair] == nil && failures[pair] == nil
    }
    let inSight = [selected].compactMap { $0 } + rows.dropFirst(scroll).prefix(rowCount)
    return inSight.first(where: isWanted) ?? pairs.indices.first(where: isWanted)
  }

  /// Forgets what was found out about parameters of the first model that have changed.
  mutating func forget(_ parameters: some Sequence<Int>) {
    let changed = Set(parameters)
    for (index, pair) in pairs.enumerated() where pair.first.map(changed.contains) == true {
      (differences[index], figures[index], failures[index]) = (nil, nil, nil)
    }
  }
}
