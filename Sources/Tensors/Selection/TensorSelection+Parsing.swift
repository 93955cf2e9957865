public import Words

extension TensorSelection {
  /// Why a text is no selection.
  public struct ParsingError: ExplainedError, Hashable {
    /// One line for the user: what was found, where, and what was expected.
    public let phrase: Phrase
  }

  /// Chooses elements as NumPy's basic indexing does: `0:4,:8`, `-1`, `..., ::2`, `[1, 2:]`.
  ///
  /// A number drops its axis; axes that are not mentioned are whole, `...` stands for as many as fit.
  ///
  /// - Throws: An error that names the part that is wrong, and the axis.
  public init(_ text: String, of source: Shape) throws(ParsingError) {
    var text = Substring(text.filter { !$0.isWhitespace })
    if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
    guard text.utf8.count <= 1000 else {
      throw ParsingError(phrase: "the slice is longer than 1000 characters")
    }
    let parts = text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false)
    let ellipsisCount = parts.count { $0 == "..." }
    let givenCount = parts.count - ellipsisCount
    guard ellipsisCount <= 1 else {
      throw ParsingError(phrase: "the slice '\(text)' has more than one '...'")
    }
    guard givenCount <= source.rank else {
      throw ParsingError(
        phrase: """
          the slice '\(text)' has \(givenCount) axes, but the shape is \(source.pythonDescription)
          """)
    }
    let whole = TensorSelection(all: source).axes
    var axes: [Axis] = []
    for part in parts {
      if part == "..." {
        axes += whole[axes.count..<(axes.count + source.rank - givenCount)]
      } else {
        axes.append(try Self.axis(part, length: source[axes.count], number: axes.count))
      }
    }
    self.init(source: source, axes: axes + whole[axes.count...])
  }

  /// Reads what is said of one axis.
  private static func axis(
    _ part: Substring, length: Int, number: Int
  ) throws(ParsingError) -> Axis {
    let fields = part.split(separator: ":", omittingEmptySubsequences: false)
    var numbers: [Int?] = []
    for field in fields {
      guard field.isEmpty || Int(field) != nil, fields.count <= 3 else {
        throw ParsingError(
          phrase: "'\(part)' is no slice: expected a number or start:stop:step, as in 0:4")
      }
      numbers.append(Int(field))
    }
    if fields.count == 1 {
      guard let index = numbers[0] else {
        throw ParsingError(phrase: "the slice has nothing for axis \(number); ':' means all")
      }
      guard index >= -length, index < length else {
        throw ParsingError(
          phrase: "index \(index) is out of bounds for axis \(number) with size \(length)")
      }
      let start = index < 0 ? index + length : index
      return Axis(pieces: [StridedIndices(start: start, count: 1)], isDropped: true)
    }
    return Axis(pieces: [try range(numbers, length: length)])
  }

  /// As Python's `slice.indices`: bounds beyond the ends are those ends.
  private static func range(
    _ numbers: [Int?], length: Int
  ) throws(ParsingError) -> StridedIndices {
    let step = (numbers.count > 2 ? numbers[2] : nil) ?? 1
    guard step != 0, step != .min else {
      throw ParsingError(phrase: "the step of a slice cannot be \(step)")
    }
    func bound(_ number: Int?, _ fallback: Int, in allowed: ClosedRange<Int>) -> Int {
      guard let number else { return fallback }
      let counted = number < 0 ? max(number, -length - 1) + length : number
      return min(max(counted, allowed.lowerBound), allowed.upperBound)
    }
    let allowed = step > 0 ? 0...length : -1...(length - 1)
    let start = bound(numbers[0], step > 0 ? 0 : length - 1, in: allowed)
    let stop = bound(numbers[1], step > 0 ? length : -1, in: allowed)
    let distance = step > 0 ? stop - start : start - stop
    let size = Int(clamping: step.magnitude)
    let count = distance <= 0 ? 0 : (distance - 1) / size + 1
    // The step of a single position is not used, and might be too large to add.
    return StridedIndices(start: start, step: count > 1 ? step : 1, count: count)
  }
}
