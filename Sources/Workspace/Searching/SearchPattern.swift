public import Words

/// What names are searched for: a regular expression, or plain text where it is none.
///
/// Upper-case letters are only told from lower-case ones if the pattern has any of them.
public struct SearchPattern: Hashable, Sendable {
  /// What was typed.
  public let text: String
  /// Why it is no regular expression and stands for itself, in a few words; nil if it is one.
  public let complaint: Phrase?
  private let matcher: Matcher

  private enum Matcher: Hashable, Sendable {
    /// Bytes, folded if case does not matter.
    case bytes([UInt8], ignoresCase: Bool)
    case program(PatternProgram)
  }

  /// Understands what was typed.
  public init(_ text: String) {
    self.text = text
    let ignoresCase = !Self.hasCapital(text)
    let isPlain = !text.unicodeScalars.contains { Self.signs.contains($0) }
    if isPlain, !ignoresCase || text.utf8.allSatisfy({ $0 < 0x80 }) {
      complaint = nil
      matcher = .bytes(Array(text.utf8), ignoresCase: ignoresCase)
      return
    }
    var program: PatternProgram
    do {
      program = try PatternParser.parse(text)
      complaint = nil
    } catch {
      complaint = error.words
      program = PatternProgram(
        instructions: text.unicodeScalars.map { .take(.only($0)) } + [.accept])
    }
    if ignoresCase { program.ignoresCase = true }
    matcher = .program(program)
  }

  private static let signs = Set("\\.[](){}*+?|^$".unicodeScalars)

  /// Whether a capital was typed; the letter of `\W` does not count.
  private static func hasCapital(_ text: String) -> Bool {
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped, scalar.properties.isUppercase { return true }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return false
  }

  /// Whether it occurs in a name, in such a way that it ends after an offset in UTF-8.
  public func occurs(in name: String, endingAfter offset: Int = -1) -> Bool {
    if case .bytes(let bytes, let ignoresCase) = matcher {
      let start = max(0, offset + 1 - bytes.count)
      return Self.firstOffset(of: bytes, in: name.utf8.span, from: start, ignoresCase) != nil
    }
    return ranges(in: name).contains { $0.upperBound > offset }
  }

  /// Where it occurs in a name, in UTF-8 offsets; occurrences do not overlap, empty ones are none.
  public func ranges(in name: String) -> [Range<Int>] {
    switch matcher {
    case .bytes(let bytes, let ignoresCase):
      var found: [Range<Int>] = []
      var start = 0
      while let offset = Self.firstOffset(
        of: bytes, in: name.utf8.span, from: start, ignoresCase)
      {
        start = offset + bytes.count
        found.append(offset..<start)
      }
      return found
    case .program(let program): return Self.ranges(of: program, in: name)
    }
  }

  private static func ranges(of program: PatternProgram, in name: String) -> [Range<Int>] {
    let scalars = Array(name.unicodeScalars)
    var found: [Range<Int>] = []
    var (position, offset) = (0, 0)
    var start = 0
    let advance = { (target: Int) in
      while position < target {
        offset += UTF8.width(scalars[position])
        position += 1
      }
      return offset
    }
    while let match = program.firstMatch(in: scalars, from: start) {
      start = max(match.upperBound, match.lowerBound + 1)
      if !match.isEmpty {
        let lower = advance(match.lowerBound)
        found.append(lower..<advance(match.upperBound))
      }
      guard start <= scalars.count else { break }
    }
    return found
  }

  private static func firstOffset(
    of needle: [UInt8], in haystack: Span<UInt8>, from start: Int,
    _ ignoresCase: Bool
  ) -> Int? {
    guard !needle.isEmpty, haystack.count >= needle.count else { return nil }
    let fold = { (byte: UInt8) in
      ignoresCase && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
    var offset = start
    while offset <= haystack.count - needle.count {
      var length = 0
      while length < needle.count, fold(haystack[offset + length]) == needle[length] {
        length += 1
      }
      if length == needle.count { return offset }
      offset += 1
    }
    return nil
  }
}
