private import Glibc

/// The role of a foreground or background; a palette turns it into a colour.
public enum Ink: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// The terminal's background used as a foreground: a cut through a bar.
  case canvas
  /// Ordinary text.
  case text
  /// Labels, units, types and theory numbers.
  case dim
  /// Everything behind a dialog.
  case faint
  /// Focus and keys.
  case accent
  /// Rules, axes and scrollbars.
  case rule
  /// Text on the cursor row of the focused pane.
  case selectionText
  /// The back of the cursor row in the focused pane.
  case selectionBack
  /// The back of the cursor row in another pane, of an input field, of a range.
  case unfocusedBack
  /// Text on rows that just changed.
  case flashText
  /// The back of rows that just changed.
  case flashBack
  /// The back of changed rows that returns to `selected` or normal, 2 or 1 thirds strong.
  case fadingFlashBack(thirds: Int, selected: Bool)
  /// One group of tied parameters; eight hues repeat.
  case tie(Int)
  /// Bars of the present values.
  case now
  /// Bars of the values before the last change.
  case before
  /// What an initializer's formula predicts.
  case theory
  /// Something to look at.
  case warning
  /// Something that cannot be read or done.
  case error
  /// Something that succeeded.
  case good
  /// The back of the title line.
  case titleBack
  /// A cell of a heat map, from -10 (blue) over 0 to 10 (orange).
  case heat(Int)

  /// The heat of `ratio`, a value divided by the value at the end of the scale.
  ///
  /// The step is the ratio's magnitude to the power of 0.8, in tenths, clipped; NaN has no heat.
  public static func heat(ofRatio ratio: Double) -> Ink {
    guard !ratio.isNaN else { return .heat(0) }
    let step = Int((10 * pow(min(abs(ratio), 1), 0.8)).rounded())
    return .heat(ratio < 0 ? -step : step)
  }

  /// The step of heat `step` inside the scale.
  static func clippedHeat(_ step: Int) -> Int { min(max(step, -10), 10) }

  /// The hue, 0 to 7, of the tie with `index`.
  static func tieHue(_ index: Int) -> Int { ((index % 8) + 8) % 8 }
}
