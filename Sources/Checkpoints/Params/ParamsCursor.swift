/// Reads small numbers from a file in order, and steps over what is large.
struct ParamsCursor {
  /// How much is read at once: the descriptions of many small arrays.
  private static let windowLengthInBytes = 4096

  let file: ReadableFile
  /// Where the next number stands.
  private(set) var offset = 0
  /// The array that is being read, for errors.
  var arrayIndex: Int?
  private var window: [UInt8] = []
  private var windowStart = 0

  init(_ file: ReadableFile) {
    self.file = file
  }

  /// An error in this file.
  func failure(_ problem: ParamsProblem, at offset: Int) -> CheckpointError {
    CheckpointError(file.path, .params(problem, arrayIndex: arrayIndex), offset: offset)
  }

  /// The next number.
  ///
  /// - Throws: `cut` if the file ends in it.
  mutating func next<Integer: FixedWidthInteger>(
    _ type: Integer.Type, _ part: ParamsPart
  ) throws(CheckpointError) -> Integer {
    try bytes(Integer.bitWidth / 8, part).littleEndian(type)
  }

  /// The next bytes.
  ///
  /// - Throws: `cut` if the file ends in them.
  mutating func bytes(
    _ byteCount: Int, _ part: ParamsPart
  ) throws(CheckpointError) -> ArraySlice<UInt8> {
    let start = offset
    try skip(byteCount, part)
    if start < windowStart || offset > windowStart + window.count {
      let length = max(byteCount, Self.windowLengthInBytes)
      window = try file.read(start..<min(start + length, file.byteCount))
      windowStart = start
    }
    return window[(start - windowStart)..<(offset - windowStart)]
  }

  /// Steps over bytes.
  ///
  /// - Throws: `cut` if the file ends in them.
  /// - Precondition: `byteCount` is not negative.
  mutating func skip(_ byteCount: Int, _ part: ParamsPart) throws(CheckpointError) {
    let available = file.byteCount - offset
    guard byteCount <= available else {
      throw failure(.cut(part, needed: byteCount, available: available), at: offset)
    }
    offset += byteCount
  }
}

extension ArraySlice<UInt8> {
  /// The bytes as a little-endian integer.
  ///
  /// - Precondition: There are as many bytes as the integer has.
  func littleEndian<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer {
    precondition(count == Integer.bitWidth / 8, "\(count) bytes are no \(type)")
    return reversed().reduce(0) { $0 << 8 | Integer(truncatingIfNeeded: $1) }
  }
}
