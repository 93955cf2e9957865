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
    if let exact = entries.first(where: { $0.name == name || $0.aliases.contains(name) }) {
      return exact
    }
    let folded = name.filter { $0 != "_" }
    return entries.first { entry in
      ([entry.name] + entry.aliases).contains { $0.filter { $0 != "_" } == folded }
    }
  }

  /// Where an initializer stands in the list, by its name or an alias, in any case.
  public func position(of name: String) -> Int? {
    guard let entry = entry(named: name) else { return nil }
    return entries.firstIndex { $0.name == entry.name }
  }

  /// Where the first initializer stands whose name or alias starts with some letters, in any case.
  public func firstPosition(startingWith letters: String) -> Int? {
    let letters = letters.lowercased()
    return entries.firstIndex { entry in
      entry.name.hasPrefix(letters) || entry.aliases.contains { $0.hasPrefix(letters) }
    }
  }

  /// Adds an initializer, or replaces the one of the same name.
  ///
  /// - Returns: The one that was replaced.
  @discardableResult
  public mutating func register(_ entry: Entry) -> Entry? {
    let replaced = entries.first { $0.name == entry.name }
    entries.removeAll { $0.name == entry.name }
    let index = entries.firstIndex { $0.name > entry.name } ?? entries.endIndex
    entries.insert(entry, at: index)
    return replaced
  }

  /// All names and aliases.
  var names: [String] { entries.flatMap { [$0.name] + $0.aliases } }

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
