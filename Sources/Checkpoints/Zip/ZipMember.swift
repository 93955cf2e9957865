internal import CZlib
internal import Synchronization
/// The bytes of one entry of an archive, readable at any offset.
///
/// Stored bytes are read where they lie; deflated ones are inflated as they are passed, from the
/// beginning again when an earlier one is asked for. Whoever reads all in order has the check sum
/// compared. A class, because it remembers how far it has come.
final class ZipMember: Sendable {
  private static let windowLengthInBytes = 1 << 16

  let entry: ZipEntry
  /// Where the bytes start in the file.
  let dataOffset: Int
  private let file: ReadableFile
  private let state = Mutex(State())

  private struct State {
    /// How many bytes have been passed in order, and their check sum.
    var position = 0
    var crc = CRC32()
    /// The state after the first part, to which readers of the rest come back.
    var mark: (position: Int, crc: CRC32) = (0, CRC32())
    var stream: Stream?
  }

  /// A stream and the input that it has not taken yet.
  private struct Stream {
    let inflater: Inflater
    var inputOffset = 0
    var input: ArraySlice<UInt8> = []
    var hasEnded = false
  }

  /// Finds the bytes of an entry.
  ///
  /// - Throws: An error if they are not in the file, encrypted, or compressed in an unknown way.
  init(_ entry: ZipEntry, in file: ReadableFile) throws(CheckpointError) {
    self.entry = entry
    self.file = file
    func failure(_ problem: ZipProblem) -> CheckpointError {
      CheckpointError(file.path, .zip(problem)).naming(entry.name)
    }
    switch entry.method {
    case .encrypted: throw failure(.encrypted)
    case .unknown(let code): throw failure(.method(code))
    case .stored where entry.byteCount != entry.storedByteCount,
      .deflated where entry.byteCount / ZipFormat.deflateLimit > entry.storedByteCount:
      throw failure(.impossibleSize(claimed: entry.byteCount, stored: entry.storedByteCount))
    case .stored, .deflated: break
    }
    let start = entry.headerOffset
    guard start <= file.byteCount - ZipFormat.localByteCount else { throw failure(.entryOutside) }
    let header = try file.read(start..<(start + ZipFormat.localByteCount))
    dataOffset =
      start + ZipFormat.localByteCount + Int(header.number(UInt16.self, at: 26))
      + Int(header.number(UInt16.self, at: 28))
    guard header.number(UInt32.self, at: 0) == ZipFormat.localSignature,
      dataOffset <= file.byteCount, entry.storedByteCount <= file.byteCount - dataOffset
    else { throw failure(.entryOutside) }
  }

  /// Where the bytes lie as they are, or nil if they are compressed.
  var offsetInFile: Int? { entry.method == .stored ? dataOffset : nil }

  /// Notes that what was read so far in order is the first part, before which nobody goes back.
  func mark() {
    state.withLock { $0.mark = ($0.position, $0.crc) }
  }

  /// Reads bytes of the entry.
  ///
  /// - Throws: An error if they are damaged.
  /// - Precondition: `range` lies inside of the entry.
  func read(_ range: Range<Int>) throws(CheckpointError) -> [UInt8] {
    try state.withLock { state throws(CheckpointError) in
      entry.method == .stored ? try stored(range, &state) : try inflated(range, &state)
    }
  }

  private func stored(
    _ range: Range<Int>, _ state: inout State
  ) throws(CheckpointError) -> [UInt8] {
    let bytes = try file.read((dataOffset + range.lowerBound)..<(dataOffset + range.upperBound))
    if range.lowerBound != state.position, range.lowerBound == state.mark.position {
      (state.position, state.crc) = state.mark
    }
    if range.lowerBound == state.position { try pass(bytes, &state) }
    return bytes
  }

  private func inflated(
    _ range: Range<Int>, _ state: inout State
  ) throws(CheckpointError) -> [UInt8] {
    if state.stream == nil || range.lowerBound < state.position {
      guard let inflater = Inflater() else { throw failure(.damaged) }
      state = State(mark: state.mark, stream: Stream(inflater: inflater))
    }
    while state.position < range.lowerBound {
      let count = min(range.lowerBound - state.position, Self.windowLengthInBytes)
      try pass(try next(count, &state), &state)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    while bytes.count < range.count {
      let more = try next(min(range.count - bytes.count, Self.windowLengthInBytes), &state)
      try pass(more, &state)
      bytes += more
    }
    return bytes
  }

  /// Inflates some bytes, one at least.
  private func next(_ limit: Int, _ state: inout State) throws(CheckpointError) -> [UInt8] {
    while var stream = state.stream, !stream.hasEnded {
      let left = entry.storedByteCount - stream.inputOffset
      if stream.input.isEmpty, left > 0 {
        let start = dataOffset + stream.inputOffset
        let count = min(left, Self.windowLengthInBytes)
        stream.input = try file.read(start..<(start + count))[...]
        stream.inputOffset += count
      }
      let step = stream.inflater.inflate(stream.input, limit: limit)
      guard step.result != cz_damaged else { throw failure(.damaged) }
      if step.usedCount == 0, step.output.isEmpty { break }
      stream.input = stream.input.dropFirst(step.usedCount)
      stream.hasEnded = step.result == cz_end
      state.stream = stream
      if !step.output.isEmpty { return step.output }
    }
    throw failure(.endsEarly(needed: entry.byteCount, available: state.position))
  }

  /// Goes past some bytes, and compares the check sum behind the last one.
  private func pass(_ bytes: [UInt8], _ state: inout State) throws(CheckpointError) {
    state.crc.add(bytes)
    state.position += bytes.count
    guard state.position == entry.byteCount, state.crc.value != entry.crc else { return }
    throw failure(.checkSum(expected: entry.crc, found: state.crc.value))
  }

  private func failure(_ problem: ZipProblem) -> CheckpointError {
    CheckpointError(file.path, .zip(problem)).naming(entry.name)
  }
}
