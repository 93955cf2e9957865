/// Reads the chunks of a tensor, pass by pass, and keeps count of what was done.
struct ScanChunks {
  private let elementType: ElementType
  private let elementCount: Int
  private let byteCount: Int
  private let chunkLength: Int
  private var donePassCount = 0
  /// The bytes, if there is only one chunk.
  private var onlyChunk: [UInt8]?

  /// `chunkLength` is in elements, which fill whole bytes.
  init(elementType: ElementType, elementCount: Int, byteCount: Int, chunkLength: Int) {
    self.elementType = elementType
    self.elementCount = elementCount
    self.byteCount = byteCount
    self.chunkLength = chunkLength
  }

  /// Passes over all chunks in order.
  ///
  /// `body` is given bytes and the number of elements that they hold.
  mutating func forEach(
    remainingPassCount: Int, read: (Range<Int>) throws -> [UInt8], progress: (Double) -> Void,
    body: ([UInt8], Int) -> Void
  ) throws {
    var first = 0
    while first < elementCount {
      try Task.checkCancellation()
      let count = min(chunkLength, elementCount - first)
      let bytes = try chunk(first: first, count: count, read: read)
      body(bytes, count)
      first += count
      let doneInPass = Double(first) / Double(elementCount)
      // Passes that turn out not to be needed make the rest faster; the fraction only grows.
      progress(
        (Double(donePassCount) + doneInPass) / Double(donePassCount + remainingPassCount))
    }
    donePassCount += 1
  }

  private mutating func chunk(
    first: Int, count: Int, read: (Range<Int>) throws -> [UInt8]
  ) throws -> [UInt8] {
    if let onlyChunk { return onlyChunk }
    let start = first / 8 * elementType.bitCount
    let end =
      first + count == elementCount ? byteCount : (first + count) / 8 * elementType.bitCount
    let bytes = try read(start..<end)
    guard bytes.count == end - start else {
      throw ScanError.wrongReadLength(
        offset: start, expected: end - start, found: bytes.count)
    }
    if count == elementCount { onlyChunk = bytes }
    return bytes
  }
}
