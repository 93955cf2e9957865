/// What to draw anew, with what.
public struct ReinitializationRequest: Hashable, Sendable {
  /// Which parameters are meant.
  public var scope: Scope
  /// The initializer as text, in the grammar of the catalog; for an edit, the expression.
  public var initializer: String
  /// The seed set just before, or nil to go on with the stream.
  public var seed: Int32?

  /// Whether present values are edited: what parameters declare does not matter, and what has no
  /// values is left alone.
  public var isEdit = false

  /// Creates a request.
  public init(scope: Scope, initializer: String, seed: Int32?) {
    self.scope = scope
    self.initializer = initializer
    self.seed = seed
  }

  /// Creates a request to replace values by what an expression gives for each of them.
  public init(scope: Scope, expression: String, seed: Int32?) {
    self.init(scope: scope, initializer: expression, seed: seed)
    isEdit = true
  }

  /// Which parameters are meant.
  public enum Scope: Hashable, Sendable {
    /// One parameter; overrides what it declares.
    case parameter(Int)
    /// The parameters of one block, with Gluon's meaning: declared initializers win.
    case layer(node: Int)
    /// The parameters of a block and of everything below it, with Gluon's meaning.
    case subtree(node: Int)
    /// The parameters of several blocks and of everything below them, with Gluon's meaning.
    case blocks([Int])
    /// All parameters, with Gluon's meaning.
    case network
    /// The parameters whose names a regular expression finds; overrides what they declare.
    case matching(String)
  }
}
