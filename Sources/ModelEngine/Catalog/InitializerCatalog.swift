/// Every initializer that can be named in a text: its arguments, defaults and meaning.
public struct InitializerCatalog: Sendable {
  /// The initializers, in alphabetical order of their names.
  public private(set) var entries: [Entry]

  /// Creates a catalog.
  public init(_ entries: [Entry]) { self.entries = entries.sorted { $0.name < $1.name } }

  /// Finds an initializer by its name or an alias, in any case.
  ///
  /// Underscores count only where they tell two names apart: `HeNormal` and `he_normal_` are `he_normal`.
  public func entry(named name: String) -> Entry? {
    let name = name.lowercased()
    if let exact = entries.first(where: { $0.names.contains(name) }) {
      return exact
    }
    let folded = name.filter { $0 != "_" }
    return entries.first { $0.names.contains { $0.filter { $0 != "_" } == folded } }
  }

  /// Where an initializer stands in the list, by its name or an alias, in any case.
  public func position(of name: String) -> Int? {
    guard let entry = entry(named: name) else { return nil }
    return entries.firstIndex { $0.name == entry.name }
  }

  /// Where the first initializer stands whose name or alias starts with some letters, in any case.
  public func firstPosition(startingWith letters: String) -> Int? {
    let letters = letters.lowercased()
    return entries.firstIndex { $0.names.contains { $0.hasPrefix(letters) } }
  }

  /// Adds an initializer; its name and aliases no longer mean what they meant.
  ///
  /// - Returns: The names that had another meaning, each with the name of the type that it stood for.
  @discardableResult
  public mutating func register(_ entry: Entry) -> [(name: String, typeName: String)] {
    let names = [entry.name] + entry.aliases
    let replaced = names.compactMap { name in
      let former = entries.first { $0.names.contains(name) }
      return former.map { (name: name, typeName: $0.typeName) }
    }
    entries = entries.compactMap { $0.without(names) } + [entry]
    entries.sort { $0.name < $1.name }
    return replaced
  }

  /// All names and aliases.
  var names: [String] { entries.flatMap(\.names) }

  /// Creates an initializer as Gluon's `create` does, with Gluon's messages for unknown names.
  ///
  /// - Throws: `notRegistered`, `missingArguments`, or `syntax` for a text that is malformed.
  public func create(_ text: String) throws(InitializerError) -> any Initializer {
    do {
      return try parse(text)
    } catch {
      switch error.problem {
      case .unknownInitializer(let name, _, _): throw .notRegistered(name.lowercased())
      case .missingArguments(let initializer, let arguments):
        let typeName = entry(named: initializer)?.typeName ?? initializer
        throw .missingArguments(initializer: typeName, arguments: arguments)
      default: throw .syntax(error)
      }
    }
  }
}
