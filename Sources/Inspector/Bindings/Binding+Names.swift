internal import TerminalUI
public import Words

extension Command {
  /// What it does, in words made from its name: `half page down`, `show values`.
  var words: [String] {
    var words: [String] = [""]
    var previous: Character = " "
    for character in "\(self)" {
      if character.isUppercase, previous.isLowercase {
        words.append(character.lowercased())
      } else if character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if words.last != "" {
        words.append("")
      }
      previous = character
    }
    var seen: Set<String> = ["", "inspector", "detail", "tab", "command"]
    return words.filter { seen.insert($0.lowercased()).inserted }
  }

  /// The name that a configuration calls it by: `half-page-down`, `show-history`.
  var name: String { words.joined(separator: "-") }
}

extension Binding {
  /// The commands in the order of the table, each once, with all their keys.
  static let commands: [(command: Command, keys: [Key])] = {
    var commands: [(command: Command, keys: [Key])] = []
    for binding in all {
      if let index = commands.firstIndex(where: { $0.command == binding.command }) {
        commands[index].keys += binding.keys.filter { !commands[index].keys.contains($0) }
      } else {
        commands.append((binding.command, binding.keys))
      }
    }
    return commands
  }()

  /// All keys of a command, in whatever pane.
  static func usualKeys(of command: Command) -> [Key] {
    commands.first { $0.command == command }?.keys ?? []
  }

  /// The binding with other keys, as the help shows them.
  ///
  /// Of the command's usual keys it takes only those that are its own: in other panes others are.
  func rebound(to keys: [Key]) -> Binding {
    let usual = Self.usualKeys(of: command)
    let keys = keys.filter { self.keys.contains($0) || !usual.contains($0) }
    let shown = keys.map(\.label).joined(separator: " ")
    return Binding(
      keys, command, group ?? .act, shown,
      label.isEmpty || label.contains(",") ? command.words.joined(separator: " ") : label,
      panes: panes,
      footer: footer.map {
        Footer(rank: $0.rank, keys: keys.first?.label ?? "", label: $0.label)
      })
  }
}

extension InspectorState {
  /// The keys of the pane with the focus, with what they do.
  public var keyHelp: [(keys: String, meaning: Phrase)] {
    preferences.bindings.filter { $0.group != nil && $0.panes.contains(keyPane) }
      .map { ($0.helpKeys, Phrase(key: $0.label)) }
  }
}

extension Key {
  /// The key that help and footer call so; nil if the text names none.
  init?(label: some StringProtocol) {
    let usual = ["PgUp": Key.pageUp, "PgDn": .pageDown]
    if let key = usual[String(label)] {
      self = key
    } else if label.hasPrefix("Ctrl-"), label.count == 6, let last = label.last {
      self = .control(Character(last.lowercased()))
    } else if label.count == 1, let only = label.first {
      self = .character(only)
    } else if case .key(let key)? = try? KeyScript("<\(label)>").events.first {
      self = key
    } else {
      return nil
    }
  }

  /// The key as the help writes it: `Ctrl-R`, `Enter`, `x`.
  fileprivate var label: String {
    if case .control(let character) = self { return "Ctrl-\(character.uppercased())" }
    let notation = notation
    return notation.count > 1 ? String(notation.dropFirst().dropLast()) : notation
  }
}
