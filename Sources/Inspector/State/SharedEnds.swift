/// What the names of all rows begin and end with; where there is no room, no row repeats it.
struct SharedEnds: Hashable, Sendable {
  /// What they begin with, up to a separator.
  var start = ""
  /// What they end with, from a separator on.
  var ending = ""

  /// Longer tables are not looked through.
  private static let mostNames = 65_536

  init() {}

  /// Finds the ends that some names share; a single name shares nothing.
  ///
  /// - Complexity: O(n), and less where names soon differ.
  init(_ names: [String], separator: Character) {
    guard names.count > 1, names.count <= Self.mostNames else { return }
    ending = Self.ending(of: names, separator)
    start = Self.start(of: names, separator)
    let length = start.utf8.count + ending.utf8.count
    if names.contains(where: { $0.utf8.count <= length }) { start = "" }
  }

  /// A name without its shared ends.
  func stripped(_ name: String) -> String {
    guard name.hasPrefix(start), name.hasSuffix(ending) else { return name }
    return String(name.dropFirst(start.count).dropLast(ending.count))
  }

  private static func ending(of names: [String], _ separator: Character) -> String {
    guard let dot = names[0].lastIndex(of: separator) else { return "" }
    let ending = String(names[0][dot...])
    let isShared = names.allSatisfy {
      $0.hasSuffix(ending) && $0.utf8.count > ending.utf8.count
    }
    return isShared ? ending : ""
  }

  private static func start(of names: [String], _ separator: Character) -> String {
    var common = names[0][...]
    for name in names where !name.hasPrefix(common) {
      common = common.prefix(zip(common, name).prefix { $0 == $1 }.count)
      if common.isEmpty { return "" }
    }
    return common.lastIndex(of: separator).map { String(common[...$0]) } ?? ""
  }
}
