/// Breaks a text into lines of a width, at spaces and between wide characters.
///
/// A word that is longer than a line is cut. What closes, such as a full stop, stays with what it closes,
/// and what opens with what it opens.
///
/// - Parameters:
///   - text: The text; its runs of spaces count as one.
///   - columns: The width of a line, at least one.
/// - Returns: The lines, none for a text without words.
public func wrapped(_ text: String, to columns: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var width = 0
  for unit in text.split(separator: " ").flatMap({ WrappingUnit.units(of: $0) }) {
    var unit = unit
    let gap = unit.followsSpace && !line.isEmpty ? 1 : 0
    if !line.isEmpty, width + gap + unit.width > columns {
      lines.append(line)
      (line, width) = ("", 0)
    }
    while unit.width > max(1, columns) {
      let head = unit.text.prefix(columns: max(1, columns))
      guard head.width > 0 else { break }
      lines.append(head.string)
      unit.text = unit.text.suffix(columns: unit.width - head.width)
    }
    if unit.followsSpace, !line.isEmpty { (line, width) = (line + " ", width + 1) }
    line += unit.text.string
    width += unit.width
  }
  return line.isEmpty ? lines : lines + [line]
}

/// What stays on one line: a word, or a wide character with what closes it.
private struct WrappingUnit {
  var text: DisplayText
  var followsSpace: Bool

  var width: Int { text.width }

  static func units(of word: Substring) -> [WrappingUnit] {
    var parts: [String] = []
    var wasWide = true
    for cluster in DisplayText(String(word)).clusters {
      let isWide = cluster.width == 2
      let closes = "，。、；：！？）”》".contains(cluster.character)
      let isOpened = parts.last?.last.map { "（《“「(".contains($0) } ?? false
      if !parts.isEmpty, closes || isOpened || !isWide && !wasWide {
        parts[parts.count - 1].append(cluster.character)
      } else {
        parts.append(String(cluster.character))
      }
      wasWide = isWide
    }
    return parts.enumerated().map {
      WrappingUnit(text: DisplayText($0.element), followsSpace: $0.offset == 0)
    }
  }
}
