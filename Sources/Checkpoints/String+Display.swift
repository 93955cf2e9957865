extension String {
  /// The text on one line, harmless on a terminal, and no longer than a limit.
  ///
  /// Control characters, line separators and characters that change the direction of text stand
  /// as `\u{1B}`; of a long text, the middle is left out.
  func display(limit: Int = .max) -> String {
    var shown = ""
    let scalars = unicodeScalars
    // Counting stops beyond the limit: a name may have millions of characters.
    if let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    {
      shown.append(scalars: scalars.prefix(limit / 2))
      shown += "…"
      shown.append(scalars: scalars.suffix(limit - limit / 2 - 1))
    } else {
      shown.append(scalars: scalars)
    }
    return shown
  }

  /// The text in quotation marks, as it appears in a message.
  var quoted: String { "\"\(display(limit: 80))\"" }

  private mutating func append(scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
        self += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: unicodeScalars.append(scalar)
      }
    }
  }
}
