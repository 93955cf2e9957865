/// How many columns a character takes, by a table of our own.
///
/// The C library's answer depends on the locale and differs between systems.
public enum CharacterWidth {
  /// Whether ambiguous characters take two columns, as on terminals set up for East Asian text.
  ///
  /// Whoever draws a whole screen says so once, for all that is measured meanwhile.
  @TaskLocal public static var ambiguousIsWide = false

  /// The width of `scalar` in columns: 0, 1 or 2.
  ///
  /// East Asian Width "Wide" and "Fullwidth" take two, "Ambiguous" one or two (Unicode Standard
  /// Annex 11).
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    guard role(of: scalar) == .spacing else { return 0 }
    if scalar.value < 0xA1 { return 1 }
    if scalar.value >= 0x300, wideRanges.holds(scalar.value) { return 2 }
    return ambiguousIsWide && ambiguousRanges.holds(scalar.value) ? 2 : 1
  }

  /// The columns that `character` takes when it is written: those of what replaces it, if harmful.
  public static func of(_ character: Character) -> Int { displayWidth(of: String(character)) }

  /// The columns that `text` takes when it is written.
  public static func displayWidth(of text: String) -> Int { DisplayText(text).width }

  /// What a scalar does to the text around it.
  enum Role {
    /// It takes one or two columns.
    case spacing
    /// It combines with the character before it.
    case mark
    /// It selects the text form or the skin tone of an emoji.
    case emojiVariant
    /// It is invisible, moves other text, or has no agreed meaning.
    case harmful
  }

  /// The role of `scalar` on a terminal.
  static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar.value {
    case 0x20...0x7E: return .spacing
    case 0xFE0E, 0xFE0F, 0x1F3FB...0x1F3FF: return .emojiVariant
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return .mark  // Hangul vowels and finals
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return .harmful }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return .harmful
    case .nonspacingMark, .enclosingMark: return .mark
    default: return .spacing
    }
  }

}

extension [ClosedRange<UInt32>] {
  /// Whether one of the ranges, which are in order, holds a value.
  fileprivate func holds(_ value: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(value)
  }
}
