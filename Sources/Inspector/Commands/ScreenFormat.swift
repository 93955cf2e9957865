internal import TerminalUI

/// A form in which the screen is written to a file.
enum ScreenFormat: String, CaseIterable {
  case svg, ansi, styled, screen

  /// The form that a name ends with, or nil.
  init?(endingOf path: String) {
    let path = path.lowercased()
    guard let format = Self.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else {
      return nil
    }
    self = format
  }

  /// A frame in this form, in the colours of a theme where the form has colours.
  func text(of frame: CellBuffer, theme: Theme) -> String {
    switch self {
    case .svg: frame.svg(theme: theme)
    case .ansi: frame.ansi(theme: theme)
    case .styled: frame.description
    case .screen: frame.text
    }
  }
}
