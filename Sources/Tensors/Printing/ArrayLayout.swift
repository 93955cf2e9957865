/// Which elements of an array NumPy prints, and where brackets and line ends go.
///
/// As `_formatArray` and `_leading_trailing` in `numpy/core/arrayprint.py` of NumPy 1.23.
struct ArrayLayout {
  /// Arrays with more elements are summarized.
  private static let summaryThreshold = 1000
  /// How many entries of each end of a summarized axis are shown.
  private static let edgeCount = 3
  /// The longest line, without the last bracket.
  private static let lineLength = 74

  private let shape: Shape
  private let isSummarized: Bool

  /// Creates the layout of a shape with at least one element.
  init(_ shape: Shape) {
    self.shape = shape
    isSummarized = shape.elementCount > Self.summaryThreshold
  }

  /// The positions of the elements that are shown, in C order.
  ///
  /// - Complexity: O(n) in the number of these: up to 6 along an axis of a large array.
  var visibleIndices: [Int] {
    var indices = [0]
    for dimension in shape.dimensions {
      let positions = visibleParts(of: dimension).flatMap { part in
        (0..<part.count).map { part[$0] }
      }
      indices = indices.flatMap { outer in positions.map { outer * dimension + $0 } }
    }
    return indices
  }

  /// The positions that are shown of an axis of some length.
  func visibleParts(of dimension: Int) -> [StridedIndices] {
    guard hasGap(dimension) else { return [StridedIndices(start: 0, count: dimension)] }
    return [0, dimension - Self.edgeCount].map {
      StridedIndices(start: $0, count: Self.edgeCount)
    }
  }

  /// The array as text.
  ///
  /// - Parameter words: The texts of the visible elements.
  /// - Returns: Lines without a last line end.
  func text(_ words: [String]) -> String {
    guard let rowLength = shape.dimensions.last.map(visibleCount) else { return words[0] }
    let rank = shape.rank
    var positions = [Int](repeating: 0, count: rank - 1)
    var text = String(repeating: "[", count: rank)
    for start in stride(from: 0, to: words.count, by: rowLength) {
      if start > 0 {
        let axis = advance(&positions)
        let depth = rank - 1 - axis
        let separator = String(repeating: "\n", count: depth) + spaces(axis + 1)
        text += String(repeating: "]", count: depth)
        if hasGap(shape[axis]), positions[axis] == Self.edgeCount { text += separator + "..." }
        text += separator + String(repeating: "[", count: depth)
      }
      text += row(words[start..<(start + rowLength)])
    }
    return text + String(repeating: "]", count: rank)
  }

  /// Goes to the next row, and says along which axis that is.
  private func advance(_ positions: inout [Int]) -> Int {
    var axis = positions.count - 1
    while axis > 0, positions[axis] + 1 == visibleCount(shape[axis]) {
      positions[axis] = 0
      axis -= 1
    }
    positions[axis] += 1
    return axis
  }

  /// The words of an innermost row; lines after the first begin below its first word.
  private func row(_ words: ArraySlice<String>) -> String {
    var items = Array(words)
    if shape.dimensions.last.map(hasGap) == true { items.insert("...", at: Self.edgeCount) }
    let indent = spaces(shape.rank)
    let limit = Self.lineLength - (shape.rank - 1)
    var lines = [indent]
    var length = indent.utf8.count
    for (position, item) in items.enumerated() {
      if length + item.utf8.count > limit, length > indent.utf8.count {
        lines.append(indent)
        length = indent.utf8.count
      }
      let word = position + 1 < items.count ? item + " " : item
      lines[lines.count - 1] += word
      length += word.utf8.count
    }
    for index in lines.indices.dropLast() {
      while lines[index].last == " " { lines[index].removeLast() }
    }
    return String(lines.joined(separator: "\n").dropFirst(indent.utf8.count))
  }

  private func hasGap(_ dimension: Int) -> Bool {
    isSummarized && dimension > 2 * Self.edgeCount
  }

  private func visibleCount(_ dimension: Int) -> Int {
    hasGap(dimension) ? 2 * Self.edgeCount : dimension
  }
}
