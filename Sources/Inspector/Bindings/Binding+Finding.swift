internal import TerminalUI

extension Binding {
  /// The keys that find one's way.
  static let finding: [Binding] = [
    Binding([.character("!")], .nextFinding, .move, "!", "next finding"),
    Binding([.character("r")], .readAgain, .act, "r", "read again"),
  ]
}
