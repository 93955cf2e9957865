/// Keys and other events written down in vim's notation.
///
/// Characters stand for themselves, `<lt>` for `<`. Names in angle brackets, in any case:
/// `<CR> <Enter> <Esc> <Tab> <S-Tab> <Space> <BS> <Del> <Insert> <Up> <Down> <Left> <Right> <Home>
/// <End> <PageUp> <PageDown>`, `<F1>` to `<F12>`, `<C-x>`, `<C-Space>`, `<Click 10,5>` (column
/// and row from zero), `<DoubleClick 10,5>`, `<WheelUp 10,5>`, `<WheelDown 10,5>`,
/// `<Resize 80x24>`.
public struct KeyScript: Hashable, Sendable {
  /// The events, in order.
  public let events: [TerminalEvent]

  /// The largest dimension that a resize may ask for.
  public static let mostCells = 1000

  /// Parses `notation`.
  ///
  /// - Throws: `KeyScriptError.unknownNotation` at a `<` that opens no known notation,
  ///   `.outOfRange` at a resize or click beyond 1000 cells.
  public init(_ notation: String) throws(KeyScriptError) {
    var events: [TerminalEvent] = []
    var offset = 0
    var rest = Substring(notation)
    while let first = rest.first {
      guard first == "<" else {
        events.append(.key(Self.key(typing: first)))
        rest.removeFirst()
        offset += 1
        continue
      }
      // A notation is short: a longer one is a forgotten bracket, and its start says which.
      let candidate = rest.prefix(24)
      guard let end = candidate.firstIndex(of: ">") else {
        throw .unknownNotation(String(candidate.prefix(12)), characterOffset: offset)
      }
      let opened = candidate[...end]
      events.append(try Self.event(named: opened, characterOffset: offset))
      offset += opened.count
      rest = rest[opened.endIndex...]
    }
    self.events = events
  }

  private static func key(typing character: Character) -> Key {
    switch character {
    case "\n", "\r", "\r\n": .enter
    case "\t": .tab
    case "\u{1B}": .escape
    default: .character(character)
    }
  }

  private static func event(
    named notation: Substring, characterOffset: Int
  ) throws(KeyScriptError) -> TerminalEvent {
    let name = notation.dropFirst().dropLast().lowercased()
    if let named = Key.names.first(where: { $0.name.lowercased() == name }) {
      return .key(named.key)
    }
    if name == "c-space" { return .key(.control(" ")) }
    if name.hasPrefix("c-"), name.count == 3, let last = name.last, last.isASCII {
      return .key(.pressedWithControl(last))
    }
    if name.hasPrefix("f"), let number = number(name.dropFirst()), (1...12).contains(number) {
      return .key(.function(number))
    }
    if let (width, height) = pair(in: name, after: "resize ", separator: "x") {
      guard (1...mostCells).contains(width), (1...mostCells).contains(height) else {
        throw .outOfRange(String(notation), characterOffset: characterOffset)
      }
      return .resized(Size(columns: width, rows: height))
    }
    if let (event, column, row) = mouse(in: name) {
      guard column < mostCells, row < mostCells else {
        throw .outOfRange(String(notation), characterOffset: characterOffset)
      }
      return event(Position(column: column, row: row))
    }
    throw .unknownNotation(String(notation), characterOffset: characterOffset)
  }

  /// What the mouse does, and the cell.
  private static func mouse(in name: String) -> ((Position) -> TerminalEvent, Int, Int)? {
    let events: [(String, (Position) -> TerminalEvent)] = [
      ("click ", { .click($0) }), ("doubleclick ", { .doubleClick($0) }),
      ("wheelup ", { .wheel($0, notches: -1) }), ("wheeldown ", { .wheel($0, notches: 1) }),
    ]
    for (prefix, event) in events {
      if let (column, row) = pair(in: name, after: prefix, separator: ",") {
        return (event, column, row)
      }
    }
    return nil
  }

  private static func pair(
    in name: String, after prefix: String, separator: Character
  ) -> (Int, Int)? {
    guard name.hasPrefix(prefix) else { return nil }
    let parts = name.dropFirst(prefix.count).split(
      separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = number(parts[0]), let second = number(parts[1]) else {
      return nil
    }
    return (first, second)
  }

  /// A number written in digits only; `Int` alone would accept a sign.
  private static func number(_ text: Substring) -> Int? {
    text.allSatisfy(\.isASCII) && text.first?.isNumber == true ? Int(text) : nil
  }
}
