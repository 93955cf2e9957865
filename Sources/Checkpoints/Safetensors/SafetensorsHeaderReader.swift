internal import Words

/// Reads the JSON text of a safetensors header: metadata and tensors, each checked in itself.
struct SafetensorsHeaderReader {
  private(set) var metadata: [Checkpoint.MetadataEntry] = []
  private(set) var entries: [SafetensorsEntry] = []
  private var scanner: JSONScanner
  private var tensorKeys = KeyTable()
  private var metadataOffset: Int?

  /// The key of the metadata; every other key names a tensor.
  static let metadataKey = "__metadata__"

  /// Creates a reader of the bytes that follow the header's length.
  init(_ text: [UInt8]) {
    scanner = JSONScanner(text, offsetInFile: SafetensorsHeader.lengthByteCount)
  }

  /// Reads the whole text.
  ///
  /// - Complexity: O(n) in the length of the text.
  mutating func read() throws(HeaderFailure) {
    try checkEncoding()
    try scanner.expect("{", .object)
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      if key.text == Self.metadataKey {
        try readMetadata(keyOffset: key.offset)
      } else {
        try readTensor(key)
      }
    }
    try scanner.expectEnd()
  }

  private func checkEncoding() throws(HeaderFailure) {
    do {
      _ = try UTF8Span(validating: scanner.bytes.span)
    } catch {
      throw HeaderFailure(.notUTF8, offset: scanner.offsetInFile + error.byteOffsets.lowerBound)
    }
    if scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw scanner.failure(.byteOrderMark, at: 0)
    }
  }

  private mutating func readMetadata(keyOffset: Int) throws(HeaderFailure) {
    if let metadataOffset {
      throw HeaderFailure(
        .duplicateKey(Self.metadataKey, firstOffset: metadataOffset), offset: keyOffset)
    }
    metadataOffset = keyOffset
    if scanner.peek() == UInt8(ascii: "n") { return try scanner.word("null") }
    try scanner.expect("{", .objectOrNull)
    var keys = KeyTable()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      if let firstOffset = keys.insert(key) {
        throw HeaderFailure(.duplicateKey(key.text, firstOffset: firstOffset), offset: key.offset)
      }
      metadata.append(Checkpoint.MetadataEntry(key: key.text, value: try scanner.string()))
    }
  }

  private mutating func readTensor(_ key: JSONScanner.Key) throws(HeaderFailure) {
    if let firstOffset = tensorKeys.insert(key) {
      throw HeaderFailure(
        .duplicateTensor(firstOffset: firstOffset), offset: key.offset, tensorName: key.text)
    }
    do {
      var fields = TensorFields()
      try fields.read(&scanner)
      entries.append(try fields.entry(for: key))
    } catch {
      throw error.naming(key.text)
    }
  }
}

/// The fields of one tensor while they are read; each knows where its key stands in the file.
private struct TensorFields {
  private struct Field<Value> {
    let value: Value
    let keyOffset: Int
  }

  private struct Offsets {
    let begin: Int
    let end: Int
  }

  private var typeName: Field<String>?
  private var dimensions: Field<[Int]>?
  private var offsets: Field<Offsets>?

  /// Reads an object; unknown fields are skipped, as the reference does.
  mutating func read(_ scanner: inout JSONScanner) throws(HeaderFailure) {
    try scanner.expect("{", .object)
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key.text {
      case "dtype":
        try Self.requireFirst(key.text, key.offset, after: typeName?.keyOffset)
        typeName = Field(value: try scanner.string(), keyOffset: key.offset)
      case "shape":
        try Self.requireFirst(key.text, key.offset, after: dimensions?.keyOffset)
        dimensions = Field(value: try Self.dimensions(&scanner), keyOffset: key.offset)
      case "data_offsets":
        try Self.requireFirst(key.text, key.offset, after: offsets?.keyOffset)
        let value = try Self.offsets(&scanner, keyOffset: key.offset)
        offsets = Field(value: value, keyOffset: key.offset)
      default:
        // The header and this tensor are open.
        try scanner.skipValue(depth: 2)
      }
    }
  }

  /// The tensor, once all of its fields were read.
  func entry(for key: JSONScanner.Key) throws(HeaderFailure) -> SafetensorsEntry {
    guard let typeName else { throw HeaderFailure(.missingField("dtype"), offset: key.offset) }
    guard let dimensions else { throw HeaderFailure(.missingField("shape"), offset: key.offset) }
    guard let offsets else {
      throw HeaderFailure(.missingField("data_offsets"), offset: key.offset)
    }
    do {
      return try SafetensorsEntry(
        name: key.text, typeName: typeName.value, dimensions: dimensions.value,
        begin: offsets.value.begin, end: offsets.value.end)
    } catch {
      throw HeaderFailure(error.problem, offset: key.offset)
    }
  }

  private static func requireFirst(
    _ key: String, _ offset: Int, after firstOffset: Int?
  ) throws(HeaderFailure) {
    guard let firstOffset else { return }
    throw HeaderFailure(.duplicateKey(key, firstOffset: firstOffset), offset: offset)
  }

  private static func dimensions(_ scanner: inout JSONScanner) throws(HeaderFailure) -> [Int] {
    try scanner.expect("[", .array)
    var dimensions: [Int] = []
    var isFirst = true
    while try scanner.nextElement(&isFirst) { dimensions.append(try scanner.count()) }
    return dimensions
  }

  private static func offsets(
    _ scanner: inout JSONScanner, keyOffset: Int
  ) throws(HeaderFailure) -> Offsets {
    try scanner.expect("[", .array)
    var (begin, end, count) = (0, 0, 0)
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      (begin, end) = (end, try scanner.count())
      count += 1
    }
    guard count == 2 else { throw HeaderFailure(.offsetCount(count), offset: keyOffset) }
    return Offsets(begin: begin, end: end)
  }
}
