public import TerminalUI

/// What a user can choose about the inspector, whatever is open.
public struct Preferences: Hashable, Sendable {
  /// Whether nothing can be changed or saved.
  public var isReadOnly = false
  /// Whether changed rows fade; on its own a screen stands still.
  public var hasMotion = false
  /// Whether the mouse is the program's, instead of the terminal's for selecting text.
  public var reportsMouse = true
  /// Whether the terminal is handed what is copied; some show it, or nothing.
  public var copies = true
  /// Every key, with the changes that the user has made.
  private(set) var bindings = Binding.all
  private(set) var hiddenColumns: Set<TableColumn> = []
  private var rebound: [Command: [Key]] = [:]

  /// Creates what is chosen by default.
  public init() {}

  /// Why a choice cannot be made.
  public enum Refusal: Error, Hashable, Sendable {
    /// No command has this name.
    case unknownCommand(String, known: [String])
    /// The key does something else, in the same pane.
    case conflict(Key, command: String, other: String)
    /// No column of the table has this name.
    case unknownColumn(String, known: [String])
  }
}

// MARK: Keys

extension Preferences {
  /// Every command by its name, with its keys, in the order of the help.
  public static var commands: [(name: String, keys: [Key])] {
    Binding.commands.map { ($0.command.name, $0.keys) }
  }

  /// Gives a command keys instead of those it had; none takes it away from the keyboard.
  ///
  /// Call `checkKeys()` when all are given: two commands may change their keys.
  ///
  /// - Throws: `Refusal.unknownCommand` if there is no such command.
  public mutating func bind(_ name: String, to keys: [Key]) throws(Refusal) {
    guard let command = Binding.commands.first(where: { $0.command.name == name })?.command else {
      throw .unknownCommand(name, known: Self.commands.map(\.name))
    }
    rebound[command] = Set(keys) == Set(Binding.usualKeys(of: command)) ? nil : keys
    bindings = Binding.all.map { binding in
      rebound[binding.command].map(binding.rebound) ?? binding
    }
  }

  /// Checks that no key that was given means two things.
  ///
  /// - Throws: `Refusal.conflict` for the first one that does.
  public func checkKeys() throws(Refusal) {
    for binding in bindings {
      guard let given = rebound[binding.command] else { continue }
      let usual = Binding.usualKeys(of: binding.command)
      let keys = given.filter { !usual.contains($0) }
      for other in bindings
      where other.command != binding.command && !other.panes.isDisjoint(with: binding.panes) {
        guard let key = keys.first(where: other.keys.contains) else { continue }
        throw .conflict(key, command: binding.command.name, other: other.command.name)
      }
    }
  }

  /// What a key asks for in a pane.
  func command(for key: Key, in pane: Panes) -> Command? {
    bindings.first { $0.keys.contains(key) && $0.panes.contains(pane) }?.command
  }
}

// MARK: Columns

extension Preferences {
  /// The columns of the parameter table, by their names.
  public static var columns: [String] { TableColumn.allCases.map(\.key) }

  /// Shows some columns of the parameter table only; the name always stays.
  ///
  /// - Throws: `Refusal.unknownColumn` if there is no such column.
  public mutating func show(columns: [String]) throws(Refusal) {
    for name in columns where !Self.columns.contains(name) {
      throw .unknownColumn(name, known: Self.columns)
    }
    hiddenColumns = Set(TableColumn.allCases.filter { $0 != .name && !columns.contains($0.key) })
  }
}
