internal import Words

/// Reads a regular expression.
///
/// `. [a-z] [^a] \d \w \s \b * + ? {2,5} | ( ) ^ $`, lazy `*? +? ??`, `\` before a sign, and `(?i)` in
/// front of all. What it leaves out, as references back, is what takes other machines for ever.
struct PatternParser {
  /// Why a text is no regular expression.
  struct Problem: Error, Hashable {
    /// A few words.
    let words: Phrase
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var program = PatternProgram()

  private static let deepest = 50
  private static let longestProgram = 4000
  private static let mostRepeats = 200

  /// The program of an expression.
  ///
  /// - Throws: What is wrong with the text.
  static func parse(_ text: String) throws(Problem) -> PatternProgram {
    var parser = PatternParser(text)
    let ignoresCase = text.hasPrefix("(?i)")
    if ignoresCase { parser.position = 4 }
    parser.program.ignoresCase = ignoresCase
    try parser.parseAlternatives()
    guard parser.position == parser.scalars.count else { throw Problem(words: "unmatched )") }
    parser.program.instructions.append(.accept)
    return parser.program
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func parseAlternatives() throws(Problem) {
    let start = program.instructions.count
    try parseSequence()
    guard skip("|") else { return }
    let first = try take(from: start)
    try parseAlternatives()
    let second = try take(from: start)
    try emit([.split(start + 1, start + first.count + 2)])
    try emit(relocated(first, by: 1))
    try emit([.jump(start + first.count + second.count + 2)])
    try emit(relocated(second, by: first.count + 2))
  }

  private mutating func parseSequence() throws(Problem) {
    while let scalar = next, scalar != "|", scalar != ")" {
      let start = program.instructions.count
      try parseAtom()
      try parseRepeats(of: start)
    }
  }

  private mutating func parseAtom() throws(Problem) {
    guard let scalar = next else { return }
    position += 1
    switch scalar {
    case "(":
      depth += 1
      guard depth <= Self.deepest else { throw Problem(words: "too many (") }
      if skip("?"), !skip(":") { throw Problem(words: "unknown (?") }
      try parseAlternatives()
      guard skip(")") else { throw Problem(words: "missing )") }
      depth -= 1
    case "[": try emit([.take(try parseClass())])
    case ".": try emit([.take(.any)])
    case "^": try emit([.atStart])
    case "$": try emit([.atEnd])
    case "*", "+", "?": throw Problem(words: "nothing to repeat")
    case "\\": try parseEscape()
    default: try emit([.take(.only(scalar))])
    }
  }

  private mutating func parseEscape() throws(Problem) {
    guard let scalar = next else { throw Problem(words: "\\ at the end") }
    position += 1
    switch scalar {
    case "b": try emit([.atWordBoundary(true)])
    case "B": try emit([.atWordBoundary(false)])
    default: try emit([.take(try Self.escaped(scalar))])
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) throws(Problem) -> ScalarClass {
    switch scalar {
    case "d": .digits
    case "D": .digits.negated
    case "w": .words
    case "W": .words.negated
    case "s": .spaces
    case "S": .spaces.negated
    case "t": .only("\t")
    case "n": .only("\n")
    default:
      if ScalarClass.words.contains(scalar, ignoresCase: false), scalar != "_" {
        throw Problem(words: "unknown \\\(scalar)")
      } else {
        .only(scalar)
      }
    }
  }

  private mutating func parseClass() throws(Problem) -> ScalarClass {
    var result = ScalarClass(isNegated: skip("^"))
    var isFirst = true
    while let scalar = next {
      position += 1
      if scalar == "]", !isFirst { return result }
      isFirst = false
      if scalar == "\\" {
        guard let escape = next else { break }
        position += 1
        let escaped = try Self.escaped(escape)
        guard !escaped.isNegated else { throw Problem(words: "\\\(escape) in [ ]") }
        result.ranges += escaped.ranges
        continue
      }
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        result.ranges.append(scalar.value...scalar.value)
        continue
      }
      let last = scalars[position + 1]
      guard last.value >= scalar.value else { throw Problem(words: "\(scalar)-\(last) is empty") }
      position += 2
      result.ranges.append(scalar.value...last.value)
    }
    throw Problem(words: "missing ]")
  }

  private mutating func parseRepeats(of start: Int) throws(Problem) {
    while let scalar = next {
      let bounds: (least: Int, most: Int?)
      switch scalar {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{":
        guard let parsed = try parseBounds() else { return }
        bounds = parsed
      default: return
      }
      if scalar != "{" { position += 1 }
      try emitRepeats(of: start, bounds.least, bounds.most, isLazy: skip("?"))
    }
  }

  /// `{2}`, `{2,}` or `{2,5}`; a brace that opens no such thing stands for itself.
  private mutating func parseBounds() throws(Problem) -> (least: Int, most: Int?)? {
    guard let end = scalars[position...].firstIndex(of: "}") else { return nil }
    let parts = scalars[(position + 1)..<end].split(
      separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts.map { part in
      Int(String(String.UnicodeScalarView(part)))
    }
    guard let least = numbers[0], least >= 0 else { return nil }
    guard parts.count == 2 else {
      return try accepted(least, least, end)
    }
    if parts[1].isEmpty { return try accepted(least, nil, end) }
    guard let most = numbers[1] else { return nil }
    return try accepted(least, most, end)
  }

  private mutating func accepted(
    _ least: Int, _ most: Int?, _ end: Int
  ) throws(Problem) -> (least: Int, most: Int?) {
    guard max(least, most ?? 0) <= Self.mostRepeats, least <= most ?? least else {
      throw Problem(words: "{ } out of range")
    }
    position = end + 1
    return (least, most)
  }

  private mutating func emitRepeats(
    of start: Int, _ least: Int, _ most: Int?, isLazy: Bool
  ) throws(Problem) {
    let atom = try take(from: start)
    func copy() throws(Problem) {
      let here = program.instructions.count
      try emit(relocated(atom, by: here - start))
    }
    for _ in 0..<least { try copy() }
    let choose = { (inside: Int, after: Int) in
      isLazy ? PatternProgram.Instruction.split(after, inside) : .split(inside, after)
    }
    guard let most else {
      let loop = program.instructions.count
      try emit([choose(loop + 1, loop + atom.count + 2)])
      try copy()
      try emit([.jump(loop)])
      return
    }
    for _ in least..<most {
      let here = program.instructions.count
      try emit([choose(here + 1, here + atom.count + 1)])
      try copy()
    }
  }

  /// Takes the instructions from a place on out of the program.
  private mutating func take(from start: Int) throws(Problem) -> [PatternProgram.Instruction] {
    defer { program.instructions.removeSubrange(start...) }
    return Array(program.instructions[start...])
  }

  private mutating func emit(_ instructions: [PatternProgram.Instruction]) throws(Problem) {
    program.instructions += instructions
    guard program.instructions.count <= Self.longestProgram else {
      throw Problem(words: "it is too large")
    }
  }

  /// Instructions moved by so many places.
  private func relocated(
    _ instructions: [PatternProgram.Instruction], by distance: Int
  ) -> [PatternProgram.Instruction] {
    instructions.map { instruction in
      switch instruction {
      case .split(let first, let second): .split(first + distance, second + distance)
      case .jump(let target): .jump(target + distance)
      default: instruction
      }
    }
  }
}
