internal import Tensors
/// The checked header of a safetensors file.
///
/// Layout and rules: https://github.com/huggingface/safetensors, section "Format" of its README,
/// and `safetensors/src/tensor.rs`: a length of 8 bytes, that many bytes of JSON, then the data.
struct SafetensorsHeader {
  /// The size of the length that precedes the header.
  static let lengthByteCount = 8
  /// The longest header that the reference accepts (`MAX_HEADER_SIZE`).
  static let limitInBytes = 100_000_000

  /// The size of the JSON text in bytes.
  let byteCount: Int
  let metadata: [Checkpoint.MetadataEntry]
  /// The tensors in the order of the header.
  let tensors: [TensorDescription]

  init(reading file: ReadableFile) throws(CheckpointError) {
    let start = Self.lengthByteCount
    let prefix = try file.read(0..<min(file.byteCount, start))
    do {
      byteCount = try Self.checkedLength(in: prefix, fileByteCount: file.byteCount)
    } catch {
      throw CheckpointError(file.path, error)
    }
    let text = try file.read(start..<(start + byteCount))
    do {
      var reader = SafetensorsHeaderReader(text)
      try reader.read()
      let dataStart = start + byteCount
      try SafetensorsLayout.check(reader.entries, dataByteCount: file.byteCount - dataStart)
      metadata = reader.metadata
      tensors = reader.entries.map { $0.description(dataStart: dataStart) }
    } catch {
      throw CheckpointError(file.path, error)
    }
  }

  /// The length that the first bytes of a file claim for its header, or nil if they are too few.
  static func length(in prefix: [UInt8]) -> UInt64? {
    guard prefix.count >= lengthByteCount else { return nil }
    return prefix[..<lengthByteCount].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func checkedLength(
    in prefix: [UInt8], fileByteCount: Int
  ) throws(HeaderFailure) -> Int {
    guard let length = length(in: prefix) else {
      throw HeaderFailure(.lengthCut(byteCount: prefix.count))
    }
    guard length <= limitInBytes else {
      throw HeaderFailure(.headerTooLong(byteCount: length, limit: limitInBytes), offset: 0)
    }
    // At most the limit, so this conversion holds.
    let byteCount = Int(length)
    let available = fileByteCount - lengthByteCount
    guard byteCount > 0 else { throw HeaderFailure(.headerEmpty, offset: 0) }
    guard byteCount <= available else {
      throw HeaderFailure(.headerCut(byteCount: byteCount, available: available), offset: 0)
    }
    return byteCount
  }
}

extension CheckpointError {
  /// A failure of a header, in its file.
  fileprivate init(_ path: String, _ failure: HeaderFailure) {
    self.init(
      path, .safetensors(failure.problem), offset: failure.offset, tensorName: failure.tensorName)
  }
}
