public import TerminalUI

/// How the screen is to be opened; what is nil is found out.
public struct ScreenOptions: Hashable, Sendable {
  /// Whether the terminal's background is dark or light; nil asks the terminal, then COLORFGBG.
  public var theme: Theme?
  /// Whether dim text is drawn like other text.
  public var hasHighContrast: Bool
  /// The most colours to use, whatever the terminal has: `.monochrome` obeys NO_COLOR.
  public var mostColors: ColorDepth
  /// Whether signs are ASCII only; nil goes by the locale and the terminal.
  public var isASCII: Bool?
  /// Whether the terminal draws ambiguous characters two cells wide; nil asks the terminal.
  public var isAmbiguousWide: Bool?
  /// Whether the terminal reports the mouse, instead of selecting text by it.
  public var reportsMouse: Bool

  /// Creates options.
  public init(
    theme: Theme? = nil, highContrast: Bool = false, mostColors: ColorDepth = .trueColor,
    isASCII: Bool? = nil, isAmbiguousWide: Bool? = nil, reportsMouse: Bool = true
  ) {
    self.theme = theme
    hasHighContrast = highContrast
    self.mostColors = mostColors
    self.isASCII = isASCII
    self.isAmbiguousWide = isAmbiguousWide
    self.reportsMouse = reportsMouse
  }
}
