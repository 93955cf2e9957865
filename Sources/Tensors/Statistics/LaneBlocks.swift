/// Cuts chunks into blocks of floats, and complex elements into two lanes.
struct LaneBlocks<Value: ScanLane> {
  private let elementType: ElementType
  private var scans: [LaneScan<Value>]
  private var complexCounts = ElementCounts()
  private var isFirstPass = true
  private var interleaved: [Value]
  private var separate: [Value]

  init(elementType: ElementType, elementCount: Int, options: ScanOptions) {
    self.elementType = elementType
    scans = (0..<elementType.laneCount).map { _ in
      LaneScan(options: options, valueCount: elementCount)
    }
    interleaved = [Value](repeating: 0, count: scanBlockLength * elementType.laneCount)
    separate = [Value](repeating: 0, count: elementType.isComplex ? 2 * scanBlockLength : 0)
  }

  /// How many more passes are needed at most.
  private var remainingPassCount: Int { scans.map(\.remainingPassCount).max() ?? 0 }

  /// Runs all passes.
  mutating func scan(
    _ chunks: inout ScanChunks, read: (Range<Int>) throws -> [UInt8], progress: (Double) -> Void
  ) throws -> ScannedTensor {
    while remainingPassCount > 0 {
      try chunks.forEach(
        remainingPassCount: remainingPassCount, read: read, progress: progress
      ) { bytes, count in
        consume(bytes, elementCount: count)
      }
      finishPass()
    }
    progress(1)
    return result
  }

  /// Looks at the next chunk of this pass.
  private mutating func consume(_ bytes: [UInt8], elementCount: Int) {
    unsafe bytes.withUnsafeBytes { source in unsafe consume(source, elementCount: elementCount) }
  }

  private mutating func consume(_ source: UnsafeRawBufferPointer, elementCount: Int) {
    let byteCountOfElement = elementType.bitCount / 8
    for first in stride(from: 0, to: elementCount, by: scanBlockLength) {
      let count = min(scanBlockLength, elementCount - first)
      if unsafe consumeInPlace(source, firstElement: first, count: count) { continue }
      // The chunk holds `elementCount` elements, and the buffers a block of lanes.
      let bytes = unsafe UnsafeRawBufferPointer(
        rebasing: source[(first * byteCountOfElement)..<((first + count) * byteCountOfElement)])
      let laneCount = elementType.laneCount
      unsafe interleaved.withUnsafeMutableBufferPointer { buffer in
        unsafe Value.decode(
          bytes, as: elementType, elementCount: count,
          to: UnsafeMutableBufferPointer(rebasing: buffer[..<(count * laneCount)]))
      }
      consumeBlock(count: count)
    }
  }

  /// Looks at a block where it lies, if it is made of values of this type.
  private mutating func consumeInPlace(
    _ source: UnsafeRawBufferPointer, firstElement: Int, count: Int
  ) -> Bool {
    let isNative = elementType == .float32 || elementType == .float64
    guard isNative, let start = source.baseAddress,
      Int(bitPattern: start).isMultiple(of: MemoryLayout<Value>.alignment)
    else { return false }
    // The block lies inside the chunk, which is aligned, and any bits are a value.
    let values = unsafe UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: Value.self) + firstElement, count: count)
    unsafe scans[0].consume(values)
    return true
  }

  private mutating func consumeBlock(count: Int) {
    if !elementType.isComplex {
      unsafe interleaved.withUnsafeBufferPointer { buffer in
        // `count` is at most the length of a block, which is that of the buffer.
        unsafe scans[0].consume(UnsafeBufferPointer(rebasing: buffer[..<count]))
      }
      return
    }
    for index in 0..<count {
      let (real, imaginary) = (interleaved[2 * index], interleaved[2 * index + 1])
      separate[index] = real
      separate[scanBlockLength + index] = imaginary
      if isFirstPass {
        complexCounts.add(Self.kind(real, imaginary), count: 1)
      }
    }
    unsafe separate.withUnsafeBufferPointer { buffer in
      for lane in 0..<2 {
        // Each half of the buffer has the length of a block.
        let start = lane * scanBlockLength
        unsafe scans[lane].consume(
          UnsafeBufferPointer(rebasing: buffer[start..<(start + count)]))
      }
    }
  }

  /// A real number of the kind of a complex one.
  private static func kind(_ real: Value, _ imaginary: Value) -> Double {
    if real.isNaN || imaginary.isNaN { return .nan }
    if real.isInfinite { return Double(real) }
    if imaginary.isInfinite { return Double(imaginary) }
    return real == 0 && imaginary == 0 ? 0 : 1
  }

  /// Ends a pass: all chunks have been consumed.
  private mutating func finishPass() {
    isFirstPass = false
    for lane in scans.indices { scans[lane].finishPass() }
  }

  /// What was found out; all passes have been finished.
  private var result: ScannedTensor {
    elementType.isComplex
      ? .complex(complexCounts, real: scans[0].statistics, imaginary: scans[1].statistics)
      : .real(scans[0].statistics)
  }
}
