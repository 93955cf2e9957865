public import Words

/// A reason why a key script cannot be understood.
public enum KeyScriptError: ExplainedError, Hashable {
  /// A `<` opens no known notation.
  case unknownNotation(String, characterOffset: Int)
  /// A resize or click names a cell that no screen has.
  case outOfRange(String, characterOffset: Int)

  /// What to tell the user.
  public var phrase: Phrase {
    switch self {
    case .unknownNotation(let found, let offset):
      """
      keys, character \(offset + 1): "\(found)" is no known key. Known are \
      \(Key.names.map { "<\($0.name)>" }.joined(separator: " ")) <F1> to <F12> <C-x> <Click 10,5> \
      <DoubleClick 10,5> <WheelUp 10,5> <WheelDown 10,5> <Resize 80x24>; write <lt> for a plain "<".
      """
    case .outOfRange(let found, let offset):
      """
      keys, character \(offset + 1): "\(found)" is out of range. A screen has 1 to \
      \(KeyScript.mostCells) columns and rows.
      """
    }
  }
}
