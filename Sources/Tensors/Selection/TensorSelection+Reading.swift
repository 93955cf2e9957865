extension TensorSelection {
  /// How many elements are read at once.
  private static let pieceLengthInElements = 1 << 18
  /// Positions further apart than this are read one by one.
  private static let widestGapInElements = 64

  /// The type of what is read: packed elements under 8 bits come as the equal 32-bit floats.
  public static func resultType(of elementType: ElementType) -> ElementType {
    elementType.bitCount < 8 ? .float32 : elementType
  }

  /// Reads the chosen elements in their order, piece by piece, and only the bytes that they need.
  ///
  /// - Parameters:
  ///   - elementType: The type of the elements.
  ///   - read: Reads a range of bytes of the tensor: little-endian, C order.
  ///   - body: Takes the little-endian bytes of the next elements.
  /// - Throws: What `read` and `body` throw, and `CancellationError`.
  /// - Complexity: O(n) in the number of chosen elements; bounded memory.
  public func forEachPiece(
    of elementType: ElementType, read: (Range<Int>) throws -> [UInt8],
    _ body: ([UInt8]) throws -> Void
  ) throws {
    guard elementCount > 0 else { return }
    let (outer, runs) = rows
    var positions = [Int](repeating: 0, count: outer.count)
    repeat {
      let base = zip(outer, positions).reduce(0) { $0 + $1.0.offsets[$1.1] }
      for run in runs {
        try Self.forEachPiece(of: run, from: base, elementType, read, body)
      }
    } while Self.advance(&positions, outer)
  }

  /// Reads the chosen elements as a tensor.
  ///
  /// - Throws: What `read` throws, and `CancellationError`.
  public func tensor(
    of elementType: ElementType, read: (Range<Int>) throws -> [UInt8]
  ) throws -> Tensor {
    var bytes: [UInt8] = []
    try forEachPiece(of: elementType, read: read) { bytes += $0 }
    return Tensor(bytes: bytes, elementType: Self.resultType(of: elementType), shape: shape)
  }

  /// An outer axis: the offsets in elements of its positions.
  private struct OuterAxis {
    let pieces: [StridedIndices]
    let stride: Int
    let count: Int

    struct Offsets {
      let axis: OuterAxis
      subscript(index: Int) -> Int {
        var index = index
        for piece in axis.pieces {
          if index < piece.count { return piece[index] * axis.stride }
          index -= piece.count
        }
        return 0
      }
    }

    var offsets: Offsets { Offsets(axis: self) }
  }

  /// The axes to walk over, and the runs of elements at each of their positions.
  ///
  /// Whole axes at the end make one run together.
  private var rows: (outer: [OuterAxis], runs: [StridedIndices]) {
    var length = 1
    var inner = axes.count
    while inner > 0, axes[inner - 1].pieces == [StridedIndices(start: 0, count: source[inner - 1])]
    {
      inner -= 1
      length *= source[inner]
    }
    var runs = [StridedIndices(start: 0, count: length)]
    var stride = length
    if inner > 0 {
      inner -= 1
      // A run of single positions is strided; longer ones lie side by side, or apart.
      runs = axes[inner].pieces.flatMap { piece in
        if length == 1 { return [piece] }
        if piece.step == 1 {
          return [StridedIndices(start: piece.start * length, count: piece.count * length)]
        }
        return (0..<piece.count).map { StridedIndices(start: piece[$0] * length, count: length) }
      }
      stride *= source[inner]
    }
    var outer: [OuterAxis] = []
    for axis in (0..<inner).reversed() {
      outer.insert(
        OuterAxis(pieces: axes[axis].pieces, stride: stride, count: axes[axis].count), at: 0)
      stride *= source[axis]
    }
    return (outer, runs)
  }

  private static func advance(_ positions: inout [Int], _ axes: [OuterAxis]) -> Bool {
    var axis = positions.count - 1
    while axis >= 0 {
      positions[axis] += 1
      if positions[axis] < axes[axis].count { return true }
      positions[axis] = 0
      axis -= 1
    }
    return false
  }

  private static func forEachPiece(
    of run: StridedIndices, from base: Int, _ elementType: ElementType,
    _ read: (Range<Int>) throws -> [UInt8], _ body: ([UInt8]) throws -> Void
  ) throws {
    let distance = Int(clamping: run.step.magnitude)
    let length =
      distance > widestGapInElements ? 1 : max(1, pieceLengthInElements / distance)
    var done = 0
    while done < run.count {
      try Task.checkCancellation()
      let count = min(length, run.count - done)
      let ends = [base + run[done], base + run[done + count - 1]]
      let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
      let span = try Span(low...high, elementType, read)
      try body(span.elements(from: ends[0], step: run.step, count: count))
      done += count
    }
  }
}

/// Elements that lie side by side, with their bytes.
private struct Span {
  private let first: Int
  private let elementType: ElementType
  private let bytes: [UInt8]

  /// Reads elements; packed ones from the start of a group that fills whole bytes.
  init(
    _ elements: ClosedRange<Int>, _ elementType: ElementType,
    _ read: (Range<Int>) throws -> [UInt8]
  ) throws {
    let bits = elementType.bitCount
    first = bits < 8 ? elements.lowerBound / 8 * 8 : elements.lowerBound
    self.elementType = elementType
    let range = (first * bits / 8)..<(((elements.upperBound + 1) * bits + 7) / 8)
    let bytes = try read(range)
    guard bytes.count == range.count else {
      throw ScanError.wrongReadLength(
        offset: range.lowerBound, expected: range.count, found: bytes.count)
    }
    guard bits < 8 else {
      self.bytes = bytes
      return
    }
    let count = elements.upperBound + 1 - first
    self.bytes =
      Tensor(
        elementType.decodedFloats(from: bytes, elementCount: count), shape: [count]
      ).bytes
  }

  /// The bytes of elements, evenly spaced.
  func elements(from start: Int, step: Int, count: Int) -> [UInt8] {
    let size = TensorSelection.resultType(of: elementType).bitCount / 8
    if step == 1 {
      let low = (start - first) * size
      return low == 0 && count * size == bytes.count
        ? bytes : Array(bytes[low..<(low + count * size)])
    }
    var picked: [UInt8] = []
    picked.reserveCapacity(count * size)
    for index in 0..<count {
      let low = (start - first + index * step) * size
      picked += bytes[low..<(low + size)]
    }
    return picked
  }
}
