private import Glibc
internal import TerminalUI

/// What the environment says of the terminal.
struct TerminalEnvironment: Hashable {
  /// The name of the terminal; empty if there is none.
  let terminal: String
  /// The encoding that the locale names.
  let encoding: Encoding
  /// Whether the terminal says that it has 24-bit colours, whatever terminfo says.
  let hasTrueColor: Bool
  /// Whether the terminal is behind a network.
  let isRemote: Bool
  /// The theme that COLORFGBG suggests.
  let theme: Theme?

  /// The encodings that matter.
  enum Encoding: Hashable {
    /// UTF-8, by the name of the locale.
    case utf8
    /// Whatever the locale has.
    case byLocale
    /// No variable names a locale.
    case unsaid
  }

  /// Reads variables; by default those of the process.
  init(_ variable: @escaping (String) -> String? = Self.processVariable) {
    let text = { variable($0).flatMap { $0.isEmpty ? nil : $0 } }
    terminal = text("TERM") ?? ""
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(text).first?.lowercased()
    encoding =
      switch locale {
      case nil: .unsaid
      case let name? where name.contains("utf-8") || name.contains("utf8"): .utf8
      default: .byLocale
      }
    hasTrueColor = ["truecolor", "24bit"].contains(text("COLORTERM")?.lowercased())
    isRemote = text("SSH_CONNECTION") != nil || text("SSH_TTY") != nil
    theme = text("COLORFGBG").flatMap(Self.theme)
  }

  /// Whether the terminal answers questions in the way of xterm, or at least ignores them.
  var canAnswer: Bool {
    let names = [
      "xterm", "tmux", "screen", "rxvt", "foot", "kitty", "alacritty", "wezterm", "vte", "gnome",
      "konsole", "st-", "contour", "ghostty", "iterm", "mintty", "mlterm", "putty",
    ]
    return names.contains { terminal.hasPrefix($0) }
  }

  /// Descriptions of the same terminal with 24-bit colours, which terminfo may have.
  var directColorTerminals: [String] {
    guard hasTrueColor, canAnswer, !terminal.contains("direct") else { return [] }
    let suffix = "-256color"
    guard terminal.hasSuffix(suffix) else {
      let last = terminal.split(separator: "-").last.map(String.init) ?? terminal
      return [terminal + "-direct"] + (last == terminal ? [] : [last + "-direct"])
    }
    return [terminal.dropLast(suffix.count) + "-direct"]
  }

  /// How long to wait for answers, in milliseconds.
  var patience: Int32 { isRemote ? 600 : 150 }

  /// The theme of `15;0` or `0;default;15`, whose last number is the background's colour.
  private static func theme(_ colors: String) -> Theme? {
    guard let background = colors.split(separator: ";").last.flatMap({ Int($0) }) else {
      return nil
    }
    switch background {
    case 0...6, 8: return .dark
    case 7, 9...15: return .light
    default: return nil
    }
  }

  private static func processVariable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
