internal import ModelEngine
public import Words
public import Workspace

/// The reinitialize dialog: what, with what, and what it would give.
public struct DialogState: Hashable, Sendable {
  /// What can be meant, in the order of the radio buttons.
  public var scopes: [ScopeKind]
  /// The chosen scope.
  public var scope: ScopeKind
  /// The node that layer and subtree mean.
  public var node: Int
  /// The nodes that its row stands for: itself, or its like in every layer.
  public var likeNodes: [Int] = []
  /// The parameter that was under the cursor.
  public var parameter: Int
  /// The regular expression of the last scope.
  public var pattern = TextField()
  /// What was typed to find an initializer.
  public var query = ""
  /// The position of the initializer in the catalog.
  public var initializer: Int
  /// The expression of an edit; nil in the dialog that initializes.
  public var expression: TextField?
  /// The text of each argument.
  public var arguments: [TextField]
  /// The seed; empty to go on with the stream.
  public var seed = TextField()
  /// The field that keys go to.
  public var field = Field.list
  /// What is known of the result.
  public var preview = PreviewState.drawing(last: nil)
  /// Why the text typed names no initializer.
  public var complaint: Phrase?

  /// The scopes of a reinitialization.
  public enum ScopeKind: Hashable, Sendable, CaseIterable {
    case parameter, layer, subtree, network, matching
  }

  /// The fields in the order of Tab.
  public enum Field: Hashable, Sendable {
    /// The initializers.
    case list
    /// The expression of an edit.
    case expression
    /// An argument.
    case argument(Int)
    /// The seed.
    case seed
    /// The radio buttons.
    case scope
    /// The regular expression.
    case pattern
  }

  /// What is known of the result.
  public enum PreviewState: Hashable, Sendable {
    /// It is being drawn; the last one stays until then.
    case drawing(last: Preview?)
    /// It is there.
    case ready(Preview)
    /// It cannot be drawn.
    case failed(Phrase)

    /// The preview to show.
    var shown: Preview? {
      switch self {
      case .drawing(let last): last
      case .ready(let preview): preview
      case .failed: nil
      }
    }
  }

  /// The fields in the order of Tab.
  var fields: [Field] {
    (expression == nil ? [.list] + arguments.indices.map(Field.argument) : [.expression])
      + [.seed, .scope] + (scope == .matching ? [.pattern] : [])
  }

  /// The entry of the catalog that is chosen.
  var entry: InitializerCatalog.Entry { InitializerCatalog.standard.entries[initializer] }

  /// Chooses an initializer with its default arguments.
  mutating func choose(_ position: Int) {
    initializer = position
    arguments = entry.arguments.map { TextField($0.defaultText) }
  }

  /// The initializer as text, in the grammar of the catalog.
  var initializerText: String {
    let given = zip(entry.arguments, arguments).filter { !$0.1.text.isEmpty }
    if given.isEmpty { return entry.name }
    return entry.name + "(" + given.map { "\($0.name): \($1.text)" }.joined(separator: ", ") + ")"
  }

  /// What Enter asks for, or why it cannot be asked.
  var request: Result<ReinitializationRequest, DialogComplaint> {
    if let complaint { return .failure(DialogComplaint(text: complaint)) }
    guard let seed = seedValue else {
      return .failure(
        DialogComplaint(text: "the seed '\(seed.text)' is no whole number of 32 bits"))
    }
    if let expression {
      return .success(
        ReinitializationRequest(scope: requestedScope, expression: expression.text, seed: seed))
    }
    return .success(
      ReinitializationRequest(scope: requestedScope, initializer: initializerText, seed: seed))
  }

  /// Why it cannot be applied, as far as that is known.
  var trouble: Phrase? {
    if case .failed(let message) = preview { message } else { nil }
  }

  private var seedValue: Int32?? {
    if seed.text.isEmpty { return .some(nil) }
    return Self.seed(seed.text).map(Optional.some)
  }

  /// A seed as the stream takes it, its lower 32 bits; nil if the text is none.
  static func seed(_ text: String) -> Int32? {
    guard let number = Int64(text), seeds.contains(number) else { return nil }
    return Int32(truncatingIfNeeded: number)
  }

  /// The seed after the one in the field, from 0 where there is none.
  var nextSeed: Int64 {
    guard let number = Int64(seed.text), Self.seeds.dropLast().contains(number) else { return 0 }
    return number + 1
  }

  /// The seeds of 32 bits, signed or not.
  private static let seeds: Range<Int64> = -(1 << 31)..<(1 << 32)

  private var requestedScope: ReinitializationRequest.Scope {
    switch scope {
    case .parameter: .parameter(parameter)
    case .layer: likeNodes.count > 1 ? .blocks(likeNodes) : .layer(node: node)
    case .subtree: likeNodes.count > 1 ? .blocks(likeNodes) : .subtree(node: node)
    case .network: .network
    case .matching: .matching(pattern.text)
    }
  }
}

/// Why a dialog cannot be applied as it stands.
struct DialogComplaint: Error, Hashable, Sendable {
  /// One line for the user.
  let text: Phrase
}

extension InitializerCatalog.Argument {
  /// The default as text; empty if the argument must be given.
  fileprivate var defaultText: String {
    if case .value(let value) = fallback { value.description } else { "" }
  }
}
