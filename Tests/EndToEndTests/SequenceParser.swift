/// The control sequences in what a program sent to a terminal.
struct SequenceParser {
  /// Sequences, each as it was sent, without what they have between them.
  private(set) var sequences: [String] = []
  /// Control characters outside of sequences.
  private(set) var controls: Set<UInt8> = []
  /// What was shown.
  private(set) var text = ""

  /// Parses bytes.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let first = rest.first {
      if first == 0x1B {
        let end = Self.endOfSequence(rest)
        sequences.append(String(decoding: rest[..<end], as: UTF8.self))
        rest = rest[end...]
      } else {
        let run = rest.prefix { $0 != 0x1B }
        for byte in run where byte < 0x20 || byte == 0x7F { controls.insert(byte) }
        text += String(decoding: run.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
        rest = rest[run.endIndex...]
      }
    }
  }

  private static func endOfSequence(_ bytes: ArraySlice<UInt8>) -> Int {
    let start = bytes.startIndex
    guard let second = bytes.dropFirst().first else { return bytes.endIndex }
    switch second {
    case UInt8(ascii: "["):
      let end = bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }
      return end.map { $0 + 1 } ?? bytes.endIndex
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      let end = bytes.dropFirst(2).firstIndex { $0 == 0x07 || $0 == 0x1B }
      return end.map { bytes[$0] == 0x07 ? $0 + 1 : min($0 + 2, bytes.endIndex) } ?? bytes.endIndex
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"):
      return min(start + 3, bytes.endIndex)
    default: return start + 2
    }
  }

  /// What a VT100 does not have, of its manual EK-VT100-UG-003, appendix A.
  var beyondVT100: [String] {
    let modes = #/\x1B\[\?(?:[1-9](?:;[1-9])*)[hl]/#
    let others = #/\x1B\[[0-9;]*[ABCDHfJKRcghlmnqry]/#
    let plain = #/\x1B(?:[78=>DEHMZc]|[()][AB012]|#[34568])/#
    let attributes = #/\x1B\[(?:[01457](?:;[01457])*)?m/#
    let strange = sequences.filter { sequence in
      if sequence.hasSuffix("m"), sequence.hasPrefix("\u{1B}[") {
        return sequence.wholeMatch(of: attributes) == nil
      }
      return sequence.wholeMatch(of: modes) == nil && sequence.wholeMatch(of: others) == nil
        && sequence.wholeMatch(of: plain) == nil
    }
    let allowed: Set<UInt8> = [0x00, 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F]
    return strange + controls.subtracting(allowed).map { "control \($0)" }
  }

  /// The sequences that set a colour.
  var colors: [String] {
    let color = #/\x1B\[(?:[0-9;]*;)?(?:[349][0-7]|10[0-7]|[34]8[;:][0-9;:]*)(?:;[0-9;]*)?m/#
    return sequences.filter { $0.wholeMatch(of: color) != nil }
  }
}
