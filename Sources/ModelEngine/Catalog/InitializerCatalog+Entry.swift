extension InitializerCatalog {
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

    /// The default as text, empty where there is none.
    public var defaultText: String {
      if case .value(let value) = fallback { value.description } else { "" }
    }

    /// The words that can be given; none for a number.
    public var choices: [String] {
      if case .choice(let words) = kind { words } else { [] }
    }

    /// Creates an argument.
    public init(name: String, kind: Kind, fallback: Fallback) {
      self.name = name
      self.kind = kind
      self.fallback = fallback
    }
  }
}
