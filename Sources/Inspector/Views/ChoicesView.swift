internal import TerminalUI

extension Screen {
  /// Draws radio buttons side by side; where not all fit, those round the chosen one.
  ///
  /// The keys that reach them are what a click presses before it chooses.
  mutating func drawChoices(
    _ labels: [String], chosen: Int, isFocused: Bool, reach: [Key], column: Int, row: Int,
    columns: Int
  ) {
    var column = column
    for index in choicesThatFit(labels, chosen: chosen, into: columns) {
      let isChosen = index == chosen
      let start = column
      let sign = isChosen ? glyphs.radioOn : glyphs.radioOff
      column = write(sign + " ", column, row, isChosen ? Style(.accent).bold : Style(.dim))
      let style = isChosen ? Style(.text).bold : Style(.dim)
      column =
        write(labels[index], column, row, isChosen && isFocused ? style.on(.selectionBack) : style)
        + 2
      target(
        start..<(column - 2), row: row, reach: reach,
        ListSteps.leftRight.keys(index - chosen))
    }
  }

  /// The choices that fit: the last ones leave first, as far as the chosen one, then the first.
  private func choicesThatFit(
    _ labels: [String], chosen: Int, into room: Int
  ) -> Range<Int> {
    // A sign and a space stand before each label, two spaces between.
    let widths = labels.map { CharacterWidth.displayWidth(of: glyphs.radioOn + $0) + 3 }
    var shown = labels.indices
    while shown.count > 1, widths[shown].reduce(-2, +) > room {
      shown = shown.last == chosen ? shown.dropFirst() : shown.dropLast()
    }
    return shown
  }
}
