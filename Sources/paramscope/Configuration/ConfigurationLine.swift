import Inspector
import TerminalUI
import Words

/// One name that a configuration may give a value.
struct ConfigurationLine {
  /// The name.
  let name: String
  /// What can be said.
  let allowed: Phrase
  /// What is so if nothing is said.
  let fallback: String
  /// What it is about.
  let meaning: Phrase
  /// Takes a value over; returns whether it is allowed.
  let take: (inout Settings, String) throws(Preferences.Refusal) -> Bool

  private init(
    _ name: String, _ allowed: Phrase, _ fallback: String, _ meaning: Phrase,
    _ take: @escaping (inout Settings, String) throws(Preferences.Refusal) -> Bool
  ) {
    self.name = name
    self.allowed = allowed
    self.fallback = fallback
    self.meaning = meaning
    self.take = take
  }

  /// Every name but those of keys.
  static var settings: [ConfigurationLine] {
    [
      choice("theme", ThemeChoice.auto, "the colours; auto asks the terminal", \.theme),
      choice("color", ColorChoice.auto, "when there are colours; auto obeys NO_COLOR", \.color),
      flag("high-contrast", "no", "dim text as bright as other text", \.hasHighContrast),
      flag("ascii", "auto", "signs in ASCII; auto goes by the locale", \.isASCII),
      flag("ambiguous-wide", "auto", "the terminal draws signs two cells wide", \.isAmbiguousWide),
      flag("mouse", "yes", "the mouse selects, scrolls and opens", \.reportsMouse),
      flag(
        "clipboard", "yes", "copying goes to the terminal's clipboard (OSC 52)", \.copies),
      flag("motion", "auto", "changed rows fade; auto is no over SSH", \.hasMotion),
      flag("read-only", "no", "nothing can be changed or saved", \.isReadOnly),
      ConfigurationLine(
        "language", "auto, en or zh", "auto", "the language; auto goes by LANG"
      ) { settings, value in
        settings.language = Language(rawValue: value)
        return value == "auto" || settings.language != nil
      },
      ConfigurationLine(
        "columns", Phrase(verbatim: Preferences.columns.joined(separator: " ")),
        Preferences.columns.joined(separator: " "),
        "the columns of the parameter table, if they fit"
      ) { settings, value throws(Preferences.Refusal) in
        try settings.preferences.show(columns: value.split(separator: " ").map(String.init))
        return true
      },
    ]
  }

  /// The keys of every command.
  static var keys: [ConfigurationLine] {
    Preferences.commands.map { command in
      ConfigurationLine(
        "key.\(command.name)", "keys as in \"g <Home> <C-d>\", or nothing",
        command.keys.map(\.notation).joined(separator: " "), ""
      ) { settings, value throws(Preferences.Refusal) in
        let words = value.split(separator: " ").map(String.init)
        let keys = words.compactMap(Self.key)
        guard keys.count == words.count else { return false }
        try settings.preferences.bind(command.name, to: keys)
        return true
      }
    }
  }

  /// A single key as vim writes it.
  private static func key(_ notation: String) -> Key? {
    guard let events = try? KeyScript(notation).events, events.count == 1,
      case .key(let key)? = events.first
    else { return nil }
    return key
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ fallback: Choice, _ meaning: Phrase,
    _ place: any WritableKeyPath<Settings, Choice?> & Sendable
  ) -> ConfigurationLine {
    let allowed = Phrase(verbatim: Choice.allCases.map(\.rawValue).joined(separator: ", "))
    return ConfigurationLine(name, allowed, fallback.rawValue, meaning) { settings, value in
      settings[keyPath: place] = Choice(rawValue: value)
      return settings[keyPath: place] != nil
    }
  }

  private static func flag(
    _ name: String, _ fallback: String, _ meaning: Phrase,
    _ place: any WritableKeyPath<Settings, Bool?> & Sendable
  ) -> ConfigurationLine {
    let words = ["yes": true, "no": false, "on": true, "off": false]
    let allowed: Phrase = fallback == "auto" ? "auto, yes or no" : "yes or no"
    return ConfigurationLine(name, allowed, fallback, meaning) { settings, value in
      settings[keyPath: place] = words[value]
      return words[value] != nil || (fallback == "auto" && value == "auto")
    }
  }
}
