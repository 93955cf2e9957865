/// Reads a tensor in chunks and finds out its statistics, in bounded memory.
///
/// Up to 16 bits one pass suffices; 32-bit floats take two, wider types up to five. A tensor of one
/// chunk is read once. The result depends on the elements alone, not on the length of chunks.
///
/// - Parameters:
///   - elementType: The type of the elements.
///   - elementCount: The number of elements.
///   - options: What to look for.
///   - read: Returns the bytes of a range of offsets from the first byte of the tensor.
///   - progress: Is told the fraction done, ascending to 1, after every chunk.
/// - Returns: The statistics, those of both parts for complex elements.
/// - Throws: What `read` throws; a scan error if it returns another number of bytes than asked for,
///   or if the bytes cannot be counted; a cancellation error, looked for once a chunk.
/// - Complexity: O(n); memory for a chunk, and at most 24 MiB of tables and kept values a lane.
public func scan(
  elementType: ElementType, elementCount: Int, options: ScanOptions = ScanOptions(),
  read: (Range<Int>) throws -> [UInt8], progress: (Double) -> Void = { _ in }
) throws -> ScannedTensor {
  try scan(
    elementType: elementType, elementCount: elementCount, options: options,
    chunkLengthInBlocks: chunkLengthInBlocks(of: elementType, elementCount: elementCount),
    read: read, progress: progress)
}

/// The length of chunks: a multiple of blocks, whose 4096 elements fill whole bytes in every type.
///
/// A chunk of 256 KiB is still in the near cache when it is looked at, and its memory is had again from
/// the allocator without a new page. What is passed over several times and has 8 MiB at most is kept.
private func chunkLengthInBlocks(of elementType: ElementType, elementCount: Int) -> Int {
  let blockByteCount = scanBlockLength * elementType.bitCount / 8
  let blockCount = elementCount / scanBlockLength + 1
  let isKept = elementType.bitCount > 16 && blockCount <= (8 << 20) / blockByteCount
  return isKept ? blockCount : (256 << 10) / blockByteCount
}

/// The number of elements in a block.
let scanBlockLength = 4096

/// The same with a given chunk length.
func scan(
  elementType: ElementType, elementCount: Int, options: ScanOptions, chunkLengthInBlocks: Int,
  read: (Range<Int>) throws -> [UInt8], progress: (Double) -> Void
) throws -> ScannedTensor {
  precondition(elementCount >= 0, "a negative number of elements")
  guard let byteCount = elementType.byteCount(ofElementCount: elementCount) else {
    throw ScanError.tooManyElements(elementCount)
  }
  var chunks = ScanChunks(
    elementType: elementType, elementCount: elementCount, byteCount: byteCount,
    chunkLength: chunkLengthInBlocks * scanBlockLength)
  if elementType.bitCount <= 16 {
    var scan = CodeScan(elementType: elementType, options: options)
    try chunks.forEach(remainingPassCount: 1, read: read, progress: progress) { bytes, count in
      scan.consume(bytes, elementCount: count)
    }
    if elementCount == 0 { progress(1) }
    return .real(scan.statistics)
  }
  switch elementType {
  case .float32, .complex64:
    var lanes = LaneBlocks<Float>(
      elementType: elementType, elementCount: elementCount, options: options)
    return try lanes.scan(&chunks, read: read, progress: progress)
  default:
    var lanes = LaneBlocks<Double>(
      elementType: elementType, elementCount: elementCount, options: options)
    return try lanes.scan(&chunks, read: read, progress: progress)
  }
}
