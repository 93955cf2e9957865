internal import Tensors
/// The parts of a safetensors file, as the reference library writes one.
///
/// The header is JSON without spaces, padded to a multiple of 8 bytes; tensors keep the order they
/// are given in, which the header and the data share. Source: `serialize` in
/// https://github.com/huggingface/safetensors, `safetensors/src/tensor.rs`.
struct SafetensorsWriter {
  let parts: [FilePart]

  init(_ contents: CheckpointContents) throws(CheckpointWriteError.Problem) {
    var json = HeaderText()
    if !contents.metadata.isEmpty { json.append(contents.metadata) }
    var end = 0
    for tensor in contents.tensors {
      guard tensor.name != SafetensorsHeaderReader.metadataKey else {
        throw .impossibleName(tensor.name)
      }
      guard let typeName = tensor.source.elementType.safetensorsName else {
        throw .unsupported(
          tensor.source.elementType, tensorName: tensor.name, .safetensors)
      }
      let start = end
      end += tensor.source.byteCount
      json.append(tensor, typeName: typeName, start..<end)
    }
    let header = json.padded
    guard header.count <= SafetensorsHeader.limitInBytes else {
      throw .headerTooLong(byteCount: header.count, limit: SafetensorsHeader.limitInBytes)
    }
    parts =
      [.bytes(UInt64(header.count).littleEndianBytes + header)]
      + contents.tensors.map { .elements($0.source) }
  }
}

/// The JSON text of a header while it grows.
private struct HeaderText {
  private var bytes = Array("{".utf8)

  /// The whole text, filled up with spaces.
  var padded: [UInt8] {
    let text = bytes + Array("}".utf8)
    let length = SafetensorsHeader.lengthByteCount
    return text
      + [UInt8](repeating: UInt8(ascii: " "), count: (length - text.count % length) % length)
  }

  mutating func append(_ metadata: [Checkpoint.MetadataEntry]) {
    append(key: SafetensorsHeaderReader.metadataKey)
    for (index, entry) in metadata.enumerated() {
      bytes += Array((index == 0 ? "{" : ",").utf8)
      append(string: entry.key)
      bytes.append(UInt8(ascii: ":"))
      append(string: entry.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func append(
    _ tensor: CheckpointContents.Item, typeName: String, _ range: Range<Int>
  ) {
    append(key: tensor.name)
    let shape = tensor.source.shape.dimensions.map(String.init).joined(separator: ",")
    bytes += Array(
      """
      {"dtype":"\(typeName)","shape":[\(shape)],\
      "data_offsets":[\(range.lowerBound),\(range.upperBound)]}
      """.utf8)
  }

  private mutating func append(key: String) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    append(string: key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// A string with the escapes of serde_json, the shortest that JSON has.
  private mutating func append(string: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += Array(#"\""#.utf8)
      case UInt8(ascii: "\\"): bytes += Array(#"\\"#.utf8)
      case 0x08: bytes += Array(#"\b"#.utf8)
      case 0x09: bytes += Array(#"\t"#.utf8)
      case 0x0A: bytes += Array(#"\n"#.utf8)
      case 0x0C: bytes += Array(#"\f"#.utf8)
      case 0x0D: bytes += Array(#"\r"#.utf8)
      case 0..<0x20:
        bytes +=
          Array((byte < 16 ? #"\u000"# : #"\u00"#).utf8) + Array(String(byte, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
