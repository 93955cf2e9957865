/// A regular expression as instructions for a machine that never goes back.
///
/// Time is O(n × m) in the lengths of text and program, whatever the expression (Thompson 1968,
/// Pike's machine in the form of Cox 2009): a slip of the fingers cannot hang the search.
struct PatternProgram: Hashable, Sendable {
  /// One step.
  enum Instruction: Hashable, Sendable {
    /// Takes a scalar of the class.
    case take(ScalarClass)
    /// Goes on at both places, the first preferred.
    case split(Int, Int)
    /// Goes on elsewhere.
    case jump(Int)
    /// Goes on at the start of the text.
    case atStart
    /// Goes on at the end of the text.
    case atEnd
    /// Goes on where a word begins or ends, or where none does.
    case atWordBoundary(Bool)
    /// The match is complete.
    case accept
  }

  var instructions: [Instruction] = []
  var ignoresCase = false

  /// The first match that starts at or after `start`, in scalars.
  func firstMatch(in text: [Unicode.Scalar], from start: Int) -> Range<Int>? {
    var machine = PatternMachine(self, text)
    return machine.run(from: start)
  }
}

/// A set of scalars.
struct ScalarClass: Hashable, Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  var isNegated = false

  func contains(_ scalar: Unicode.Scalar, ignoresCase: Bool) -> Bool {
    let isIn = { (value: UInt32) in ranges.contains { $0.contains(value) } }
    var found = isIn(scalar.value)
    if !found, ignoresCase {
      found = isIn(scalar.lowered.value) || isIn(scalar.raised.value)
    }
    return found != isNegated
  }

  static let digits = ScalarClass(ranges: [0x30...0x39])
  static let words = ScalarClass(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let spaces = ScalarClass(ranges: [0x09...0x0D, 0x20...0x20])
  static let any = ScalarClass(isNegated: true)

  static func only(_ scalar: Unicode.Scalar) -> ScalarClass {
    ScalarClass(ranges: [scalar.value...scalar.value])
  }

  var negated: ScalarClass { ScalarClass(ranges: ranges, isNegated: !isNegated) }
}

extension Unicode.Scalar {
  /// The lower-case form, if it is one scalar.
  var lowered: Unicode.Scalar {
    if isASCII { return ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value + 32)) : self }
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }

  /// The upper-case form, if it is one scalar.
  var raised: Unicode.Scalar {
    if isASCII { return ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value - 32)) : self }
    let mapped = properties.uppercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }
}

/// A run of a program over a text: all states that it can be in, side by side.
private struct PatternMachine {
  private let program: PatternProgram
  private let text: [Unicode.Scalar]
  private var threads: [(instruction: Int, start: Int)] = []
  private var seenAt: [Int]
  private var generation = 0

  init(_ program: PatternProgram, _ text: [Unicode.Scalar]) {
    self.program = program
    self.text = text
    seenAt = [Int](repeating: -1, count: program.instructions.count)
  }

  mutating func run(from start: Int) -> Range<Int>? {
    var best: Range<Int>?
    var position = start
    var current: [(instruction: Int, start: Int)] = []
    while position <= text.count {
      generation += 1
      threads = []
      for thread in current { follow(thread.instruction, thread.start, at: position) }
      if best == nil { follow(0, position, at: position) }
      if threads.isEmpty, best != nil { break }
      current = []
      for thread in threads {
        switch program.instructions[thread.instruction] {
        case .accept:
          best = thread.start..<position
        case .take(let wanted):
          if position < text.count,
            wanted.contains(text[position], ignoresCase: program.ignoresCase)
          {
            current.append((thread.instruction + 1, thread.start))
          }
          continue
        default: continue
        }
        break  // What comes after the accepted thread is less preferred.
      }
      position += 1
    }
    return best
  }

  /// Adds a thread, followed to the instructions that take a scalar or accept.
  private mutating func follow(_ instruction: Int, _ start: Int, at position: Int) {
    var pending = [instruction]
    while let next = pending.popLast() {
      guard seenAt[next] != generation else { continue }
      seenAt[next] = generation
      switch program.instructions[next] {
      case .jump(let target): pending.append(target)
      case .split(let first, let second): pending += [second, first]
      case .atStart: if position == 0 { pending.append(next + 1) }
      case .atEnd: if position == text.count { pending.append(next + 1) }
      case .atWordBoundary(let isWanted):
        if isBoundary(position) == isWanted { pending.append(next + 1) }
      case .take, .accept: threads.append((next, start))
      }
    }
  }

  private func isBoundary(_ position: Int) -> Bool {
    let isWord = { (index: Int) in
      text.indices.contains(index)
        && ScalarClass.words.contains(text[index], ignoresCase: false)
    }
    return isWord(position - 1) != isWord(position)
  }
}
