/// A text as a terminal can show it: grapheme clusters of one or two columns.
///
/// Replaced by "�", one column each: control characters (C0, C1, delete), bidirectional embeddings,
/// overrides, isolates and marks, line and paragraph separators, zero-width and other invisible
/// format characters, combining marks without a base, private use, unassigned. Terminals
/// disagree on the width of composed emoji: variation selectors and skin tones are dropped, and
/// emoji joined by zero-width joiners come apart. A cluster keeps at most four combining marks.
public struct DisplayText: Hashable, Sendable {
  /// One position of the text.
  public struct Cluster: Hashable, Sendable {
    /// The character shown.
    public let character: Character
    /// Its width in columns, 1 or 2.
    public let width: Int
  }

  /// The positions, left to right.
  public private(set) var clusters: [Cluster] = []

  /// Makes `text` harmless and measures it.
  public init(_ text: String) {
    var builder = DisplayClusterBuilder()
    for scalar in text.unicodeScalars { builder.append(scalar) }
    clusters = builder.finish()
  }

  private init(clusters: [Cluster]) {
    self.clusters = clusters
  }

  /// Some positions of the text.
  func slice(_ positions: Range<Int>) -> DisplayText {
    DisplayText(clusters: Array(clusters[positions]))
  }

  /// Texts one after the other.
  func joined(_ texts: [DisplayText]) -> DisplayText {
    DisplayText(clusters: texts.flatMap(\.clusters))
  }

  /// The width in columns.
  public var width: Int { clusters.reduce(0) { $0 + $1.width } }

  /// The harmless text.
  public var string: String { String(clusters.map(\.character)) }

  /// The text in at most `columns` columns, with an ellipsis a third of the way in.
  ///
  /// The end of a tensor's name tells more than its start, so it keeps two thirds.
  public func truncatedMiddle(to columns: Int, ellipsis: String = Glyphs.unicode.ellipsis)
    -> DisplayText
  {
    guard width > columns else { return self }
    let mark = DisplayText(ellipsis)
    let room = columns - mark.width
    guard room >= 0 else { return DisplayText(clusters: []) }
    let head = prefix(columns: room / 3)
    let tail = suffix(columns: room - head.width)
    return DisplayText(clusters: head.clusters + mark.clusters + tail.clusters)
  }

  /// The longest start of at most `columns` columns.
  public func prefix(columns: Int) -> DisplayText {
    DisplayText(clusters: Self.fitting(clusters, columns: columns))
  }

  /// The longest end of at most `columns` columns.
  public func suffix(columns: Int) -> DisplayText {
    DisplayText(clusters: Self.fitting(clusters.reversed(), columns: columns).reversed())
  }

  /// The text followed by spaces up to `columns` columns, or preceded by them.
  public func padded(to columns: Int, alignedRight: Bool = false) -> DisplayText {
    let space = Cluster(character: " ", width: 1)
    let padding = Array(repeating: space, count: max(0, columns - width))
    return DisplayText(clusters: alignedRight ? padding + clusters : clusters + padding)
  }

  private static func fitting(_ clusters: [Cluster], columns: Int) -> [Cluster] {
    var left = columns
    return Array(
      clusters.prefix { cluster in
        left -= cluster.width
        return left >= 0
      })
  }
}
