public import Words

/// One line of the table that the command line, the `:` line, its completion and its help come from.
public struct CommandEntry: Hashable, Sendable {
  /// The name: `init`.
  public let name: String
  /// Other names: `w`.
  public let aliases: [String]
  /// What stands behind the name, in order.
  public let operands: [Operand]
  /// What can stand anywhere behind it.
  public let options: [Option]
  /// What it does, in a few words.
  public let summary: Phrase
  /// What it means on the screen.
  let action: Action

  /// An argument known by its place.
  public struct Operand: Hashable, Sendable {
    /// Its name: `FILE`.
    public let label: String
    /// What it can be.
    let kind: Kind
    /// Whether it may be left out.
    public var isOptional = false
    /// Whether it is only another way to give the value of an option.
    var isShorthand = false
  }

  /// An argument known by its name: `--only RE`.
  public struct Option: Hashable, Sendable {
    /// The name without dashes.
    public let name: String
    /// The name of its value; nil for one that has none.
    public let label: String?
    /// What its value can be.
    let kind: Kind
    /// Whether the command is of no use without it.
    let isExpected: Bool

    init(
      _ name: String, _ label: String? = nil, _ kind: Kind = .text, isExpected: Bool = false
    ) {
      self.name = name
      self.label = label
      self.kind = kind
      self.isExpected = isExpected
    }

    /// As help writes it: `[--seed N]`.
    fileprivate var synopsis: String {
      let text = "--\(name)" + (label.map { " \($0)" } ?? "")
      return isExpected ? text : "[\(text)]"
    }
  }

  /// What an argument can be, and thus how it is completed.
  enum Kind: Hashable, Sendable {
    /// Anything.
    case text
    /// A path.
    case file
    /// The name of a parameter of the model.
    case parameter
    /// An initializer.
    case initializer
    /// A command.
    case command
    /// One of some words.
    case choice([String])
  }

  /// What a command means on the screen.
  enum Action: Hashable, Sendable {
    /// What a key means.
    case key(Command)
    case initialize, edit, train, show, tree, stats, compare, convert, snapshot, initializers
    case inspect, inspectAnyway, lesson, find, filter, sort
    case write, writeAndQuit, quit, quitAnyway, export, copy, help, slice, tie

    /// Whether it changes the model or writes a file.
    var isChange: Bool {
      switch self {
      case .key(let command): command.isChange
      case .initialize, .edit, .train, .convert, .snapshot, .write, .writeAndQuit, .export, .tie:
        true
      default: false
      }
    }
  }

  init(
    _ name: String, _ aliases: [String] = [], _ operands: [Operand] = [], _ options: [Option] = [],
    _ summary: Phrase, _ action: Action
  ) {
    self.name = name
    self.aliases = aliases
    self.operands = operands
    self.options = options
    self.summary = summary
    self.action = action
  }

  /// The arguments as help writes them: `--with INIT [--only RE] [--seed N]`.
  public var synopsis: String {
    let places = operands.filter { !$0.isShorthand }.map {
      $0.isOptional ? "[\($0.label)]" : $0.label
    }
    return (places + options.map(\.synopsis)).joined(separator: " ")
  }

  /// Whether it goes by a name.
  func isNamed(_ name: String) -> Bool { self.name == name || aliases.contains(name) }

  /// The command of a name, or nil.
  public static func named(_ name: String) -> CommandEntry? { all.first { $0.isNamed(name) } }
}
