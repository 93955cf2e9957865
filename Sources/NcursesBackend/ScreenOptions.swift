public import TerminalUI

/// How the screen is to be opened.
public struct ScreenOptions: Hashable, Sendable {
  /// Whether the terminal's background is dark or light.
  public var theme: Theme
  /// Whether dim text is drawn like other text.
  public var hasHighContrast: Bool
  /// The most colours to use, whatever the terminal has: `.monochrome` obeys NO_COLOR.
  public var mostColors: ColorDepth

  /// Creates options.
  public init(
    theme: Theme = .dark, highContrast: Bool = false, mostColors: ColorDepth = .trueColor
  ) {
    self.theme = theme
    hasHighContrast = highContrast
    self.mostColors = mostColors
  }
}
