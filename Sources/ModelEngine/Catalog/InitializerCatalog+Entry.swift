extension InitializerCatalog {
  /// One initializer.
  public struct Entry: Sendable {
    /// The name in lower case.
    public private(set) var name: String
    /// Other names for it.
    public private(set) var aliases: [String]
    /// The arguments, in the order in which they are given without names.
    public let arguments: [Argument]
    /// What it is for, in one line.
    public let summary: String
    /// The rule: `U(a, b)` is uniform, `N(m, s)` normal with the standard deviation `s`, and `T(m, s)` that
    /// normal cut off at two standard deviations and widened to the variance that is given.
    public let formula: String
    /// The frameworks that have it under this name, then who published it and when.
    public let source: String
    /// What messages call its type: `Xavier`.
    public let typeName: String
    /// Makes the initializer from as many values as there are arguments, each of the argument's kind.
    let make:
      @Sendable ([InitializerArgument.Value]) throws(InitializerSyntaxError) -> any Initializer

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - name: The name in lower case.
    ///   - aliases: Other names in lower case.
    ///   - arguments: The arguments in order.
    ///   - summary: What it is for, in one line.
    ///   - formula: The rule.
    ///   - source: The frameworks that have it under this name, then who published it and when.
    ///   - typeName: What messages call its type; the name with a capital unless told otherwise.
    ///   - make: Makes the initializer from a value for each argument, of the argument's kind; an error
    ///     of a text among them has its offset in that text.
    public init(
      name: String, aliases: [String] = [], arguments: [Argument] = [], summary: String,
      formula: String = "", source: String = "own", typeName: String? = nil,
      make:
        @escaping @Sendable ([InitializerArgument.Value]) throws(InitializerSyntaxError) ->
        any Initializer
    ) {
      self.typeName = typeName ?? name.prefix(1).uppercased() + name.dropFirst()
      self.name = name
      self.aliases = aliases
      self.arguments = arguments
      self.summary = summary
      self.formula = formula
      self.source = source
      self.make = make
    }

    /// The name and the aliases.
    public var names: [String] { [name] + aliases }

    /// The same without some of its names; nil if none is left.
    func without(_ names: [String]) -> Entry? {
      let left = self.names.filter { !names.contains($0) }
      guard let first = left.first else { return nil }
      var entry = self
      entry.name = first
      entry.aliases = Array(left.dropFirst())
      return entry
    }

    /// Makes the initializer with the default of every argument, or nil if one has none.
    public var withDefaults: (any Initializer)? {
      var values: [InitializerArgument.Value] = []
      for argument in arguments {
        guard case .value(let value) = argument.fallback else { return nil }
        values.append(value)
      }
      return try? make(values)
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
      /// A whole number from 1 on.
      case count
      /// One of these words.
      case choice([String])
      /// Yes or no.
      case flag
      /// Any text.
      case text
      /// The source of an expression.
      case expression
      /// A number, or numbers in nested lists.
      case array
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

    /// The words that can be given; none unless there are a few only.
    public var choices: [String] {
      switch kind {
      case .choice(let words): words
      case .flag: ["false", "true"]
      default: []
      }
    }

    /// Creates an argument.
    public init(name: String, kind: Kind, fallback: Fallback) {
      self.name = name
      self.kind = kind
      self.fallback = fallback
    }
  }
}
