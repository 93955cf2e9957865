import Inspector
import NcursesBackend
import TerminalUI
import Words

/// What a user can choose once and for all; what is nil was not chosen.
struct Settings {
  var theme: ThemeChoice?
  var color: ColorChoice?
  var hasHighContrast: Bool?
  var isASCII: Bool?
  var isAmbiguousWide: Bool?
  var reportsMouse: Bool?
  var copies: Bool?
  var hasMotion: Bool?
  var isReadOnly: Bool?
  var language: Language?
  var preferences = Preferences()

  /// The settings, with those chosen elsewhere in place of their own.
  func overridden(by other: Settings) -> Settings {
    var merged = self
    merged.theme = other.theme ?? theme
    merged.color = other.color ?? color
    merged.hasHighContrast = other.hasHighContrast ?? hasHighContrast
    merged.isASCII = other.isASCII ?? isASCII
    merged.isAmbiguousWide = other.isAmbiguousWide ?? isAmbiguousWide
    merged.reportsMouse = other.reportsMouse ?? reportsMouse
    merged.copies = other.copies ?? copies
    merged.hasMotion = other.hasMotion ?? hasMotion
    merged.isReadOnly = other.isReadOnly ?? isReadOnly
    merged.language = other.language ?? language
    return merged
  }

  /// How the screen is to be opened.
  var screenOptions: ScreenOptions {
    ScreenOptions(
      theme: (theme ?? .auto).theme, highContrast: hasHighContrast ?? false,
      mostColors: hasColors ? .trueColor : .monochrome, isASCII: isASCII,
      isAmbiguousWide: isAmbiguousWide, reportsMouse: reportsMouse ?? true)
  }

  /// What can be done, and by which keys.
  var inspectorPreferences: Preferences {
    var chosen = preferences
    chosen.isReadOnly = isReadOnly ?? false
    chosen.reportsMouse = reportsMouse ?? true
    chosen.copies = copies ?? true
    // Over a network each frame costs; there nothing moves unless asked.
    let isStill = ["NO_MOTION", "SSH_CONNECTION", "SSH_TTY"].contains {
      Environment.value($0) != nil
    }
    chosen.hasMotion = hasMotion ?? !isStill
    return chosen
  }

  /// Whether there are colours: no-color.org, bixense.com/clicolors.
  private var hasColors: Bool {
    switch color ?? .auto {
    case .always: true
    case .never: false
    case .auto where Environment.value("NO_COLOR") != nil: false
    case .auto:
      Environment.value("CLICOLOR_FORCE").map { $0 != "0" }
        ?? (Environment.value("CLICOLOR") != "0")
    }
  }
}

/// When there are colours.
enum ColorChoice: String, CaseIterable {
  case auto, always, never
}

/// What the colours are chosen for.
enum ThemeChoice: String, CaseIterable {
  case auto, dark, light

  /// The theme; nil asks the terminal.
  var theme: Theme? {
    switch self {
    case .auto: nil
    case .dark: .dark
    case .light: .light
    }
  }
}
