internal import TerminalUI

/// What a terminal has answered to questions about itself.
struct TerminalAnswers: Hashable {
  /// The colour of its background (OSC 11).
  private(set) var background: RGB?
  /// Whether it can show a frame at once (DECRQM 2026).
  private(set) var canSynchronize = false
  /// The columns that a rule took, written from the left edge (CPR).
  private(set) var ruleWidth: Int?
  /// Whether the last answer came, so that no other is under way (DA1).
  private(set) var isComplete = false
  /// The bytes that were no answers: keys that somebody pressed meanwhile.
  private(set) var keys: [UInt8] = []

  /// The sign whose width is asked for.
  static let rule = Glyphs.unicode.rule

  /// The questions, the one that every terminal answers last.
  ///
  /// The rule is taken back at once.
  static let questions =
    "\u{1B}]11;?\u{1B}\\" + "\u{1B}[?2026$p" + "\r\(rule)\u{1B}[6n\r\u{1B}[K" + "\u{1B}[c"

  /// Creates answers of a terminal that was not asked.
  init() {}

  /// Reads answers.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let first = rest.first {
      if first == 0x1B, let end = Self.endOfSequence(rest) {
        take(rest[..<end])
        rest = rest[end...]
      } else {
        keys.append(first)
        rest = rest.dropFirst()
      }
    }
  }

  /// The end of a control sequence or of a string for the operating system.
  private static func endOfSequence(_ bytes: ArraySlice<UInt8>) -> Int? {
    switch bytes.dropFirst().first {
    case UInt8(ascii: "["):
      return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    case UInt8(ascii: "]"):
      guard let end = bytes.dropFirst(2).firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
        return nil
      }
      return bytes[end] == 0x07 ? end + 1 : min(end + 2, bytes.endIndex)
    default: return nil
    }
  }

  private mutating func take(_ sequence: ArraySlice<UInt8>) {
    let text = String(decoding: sequence, as: UTF8.self)
    if let match = text.firstMatch(
      of: #/\x1B\]11;rgba?:([0-9a-fA-F]{1,4})\/([0-9a-fA-F]{1,4})\/([0-9a-fA-F]{1,4})/#)
    {
      background = RGB(
        red: Self.byte(match.1), green: Self.byte(match.2), blue: Self.byte(match.3))
    } else if let match = text.wholeMatch(of: #/\x1B\[\?2026;([0-4])\$y/#) {
      canSynchronize = match.1 == "1" || match.1 == "2"
    } else if let match = text.wholeMatch(of: #/\x1B\[[0-9]{1,4};([0-9]{1,4})R/#) {
      ruleWidth = Int(match.1).map { $0 - 1 }
    } else if text.wholeMatch(of: #/\x1B\[\?[0-9;]*c/#) != nil {
      isComplete = true
    } else {
      keys += sequence
    }
  }

  /// The upper 8 bits of a part written with one to four hexadecimal digits.
  private static func byte(_ digits: Substring) -> UInt8 {
    let value = UInt32(digits, radix: 16) ?? 0
    let greatest = (UInt32(1) << UInt32(4 * digits.count)) - 1
    return UInt8(value * 255 / greatest)
  }
}
