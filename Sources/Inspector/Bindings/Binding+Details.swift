internal import TerminalUI

extension Binding {
  /// The keys that mean something in one detail only.
  static let details: [Binding] = []
}
