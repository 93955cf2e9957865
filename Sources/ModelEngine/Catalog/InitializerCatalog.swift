/// Every initializer that can be named in a text: its arguments, defaults and meaning.
public struct InitializerCatalog: Sendable {
  /// The initializers, in alphabetical order of their names.
  public private(set) var entries: [Entry]

  /// Creates a catalog.
  public init(_ entries: [Entry]) { self.entries = entries.sorted { $0.name < $1.name } }

  /// One initializer.
  public struct Entry: Sendable {
    /// The name in lower case.
    public let name: String
    /// Other names for it.
    public let aliases: [String]
    /// The arguments, in the order in which they are given without names.
    public let arguments: [Argument]
    /// What it does, in one line.
    public let summary: String
    /// Makes the initializer from as many values as there are arguments, each of the argument's kind.
    let make: @Sendable ([InitializerArgument.Value]) -> any Initializer

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - name: The name in lower case.
    ///   - aliases: Other names in lower case.
    ///   - arguments: The arguments in order.
    ///   - summary: What it does, in one line.
    ///   - make: Makes the initializer from a value for each argument, of the argument's kind.
    public init(
      name: String, aliases: [String] = [], arguments: [Argument] = [], summary: String,
      make: @escaping @Sendable ([InitializerArgument.Value]) -> any Initializer
    ) {
      self.name = name
      self.aliases = aliases
      self.arguments = arguments
      self.summary = summary
      self.make = make
    }

    /// Makes the initializer with the default of every argument, or nil if one has none.
    public var withDefaults: (any Initializer)? {
      var values: [InitializerArgument.Value] = []
      for argument in arguments {
        guard case .value(let value) = argument.fallback else { return nil }
        values.append(value)
      }
      return make(values)
    }
  }

  /// One argument of an initializer.
  public struct Argument: Hashable, Sendable {
    /// The name.
    public let name: String
    /// What can be given.
    public let kind: Kind
    /// What holds when nothing is given.
    public let fallback: Fallback

    /// What can be given.
    public enum Kind: Hashable, Sendable {
      /// Any finite number.
      case number
      /// One of these words.
      case choice([String])
    }

    /// What holds when nothing is given.
    public enum Fallback: Hashable, Sendable {
      /// A default.
      case value(InitializerArgument.Value)
      /// Nothing: the argument must be given.
      case required
    }

    /// Creates an argument.
    public init(name: String, kind: Kind, fallback: Fallback) {
      self.name = name
      self.kind = kind
      self.fallback = fallback
    }
  }

  /// Finds an initializer by its name or an alias, in any case.
  public func entry(named name: String) -> Entry? {
    let name = name.lowercased()
    return entries.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Adds an initializer, or replaces the one of the same name.
  public mutating func register(_ entry: Entry) {
    entries.removeAll { $0.name == entry.name }
    let index = entries.firstIndex { $0.name > entry.name } ?? entries.endIndex
    entries.insert(entry, at: index)
  }

  /// All names and aliases.
  var names: [String] { entries.flatMap { [$0.name] + $0.aliases } }

  /// Creates an initializer as Gluon's `create` does, with Gluon's messages for unknown names.
  ///
  /// - Throws: `notRegistered`, `missingArgument`, or `syntax` for a text that is malformed.
  public func create(_ text: String) throws(InitializerError) -> any Initializer {
    do {
      return try parse(text)
    } catch {
      switch error.problem {
      case .unknownInitializer(let name, _, _): throw .notRegistered(name.lowercased())
      case .missingArgument(let initializer, let argument):
        throw .missingArgument(initializer: initializer.capitalizedFirst, argument: argument)
      default: throw .syntax(error)
      }
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
