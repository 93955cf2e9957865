/// Composes scalars into clusters that every terminal shows alike.
struct DisplayClusterBuilder {
  /// A sign of one column; the usual one is itself ambiguous.
  private static var replacement: DisplayText.Cluster {
    DisplayText.Cluster(
      character: CharacterWidth.ambiguousIsWide ? "?" : "\u{FFFD}", width: 1)
  }

  private static let mostMarks = 4

  private var clusters: [DisplayText.Cluster] = []
  private var base: Unicode.Scalar?
  private var text = ""
  private var markCount = 0

  /// Adds the next scalar of the text.
  mutating func append(_ scalar: Unicode.Scalar) {
    switch CharacterWidth.role(of: scalar) {
    case .spacing:
      flush()
      base = scalar
      text.unicodeScalars.append(scalar)
    case .mark where base != nil: join(scalar)
    case .emojiVariant where base?.properties.isEmoji == true: break
    case .mark, .emojiVariant, .harmful:
      flush()
      clusters.append(Self.replacement)
    }
  }

  /// Returns the clusters.
  mutating func finish() -> [DisplayText.Cluster] {
    flush()
    return clusters
  }

  /// Adds a combining mark, unless the cluster is full or the mark would start a new one.
  private mutating func join(_ mark: Unicode.Scalar) {
    guard markCount < Self.mostMarks else { return }
    var joined = text
    joined.unicodeScalars.append(mark)
    guard joined.count == 1 else {
      flush()
      clusters.append(Self.replacement)
      return
    }
    text = joined
    markCount += 1
  }

  private mutating func flush() {
    guard let base, let character = text.first else { return }
    clusters.append(DisplayText.Cluster(character: character, width: CharacterWidth.of(base)))
    self.base = nil
    text = ""
    markCount = 0
  }
}
