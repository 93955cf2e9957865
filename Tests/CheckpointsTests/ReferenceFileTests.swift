import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

/// Files by the original library against what it says of them.
struct ReferenceFileTests {
  /// What a `.ref.json` beside a file says.
  struct Reference: Decodable {
    struct Tensor: Decodable {
      let name: String
      let dtype: String
      let shape: [Int]
      let file_offset: Int
      let nbytes: Int
      let sha256_stored: String
    }
    let file_size: Int
    let header_len: Int
    let metadata: [String: String]?
    let tensors: [Tensor]
  }

  static let files = [
    "dtypes", "f4", "fp8_all_codes", "half_all_codes", "moe_lora_quant", "names", "no_tensors",
    "odd_header_spaces_and_order", "odd_unaligned_header", "odd_unicode_escapes", "shapes",
    "specials", "tiny_llama_tied_once",
  ]

  /// The names of the format, independently of the module's own table.
  static let names: [ElementType: String] = [
    .bool: "BOOL", .uint8: "U8", .int8: "I8", .uint16: "U16", .int16: "I16", .uint32: "U32",
    .int32: "I32", .uint64: "U64", .int64: "I64", .float16: "F16", .bfloat16: "BF16",
    .float32: "F32", .float64: "F64", .complex64: "C64", .float8E4M3FN: "F8_E4M3",
    .float8E5M2: "F8_E5M2", .float8E4M3FNUZ: "F8_E4M3FNUZ", .float8E5M2FNUZ: "F8_E5M2FNUZ",
    .float8E8M0FNU: "F8_E8M0", .float6E2M3FN: "F6_E2M3", .float6E3M2FN: "F6_E3M2",
    .float4E2M1FN: "F4",
  ]

  private func open(_ name: String) throws -> (Checkpoint, Reference) {
    let path = fixture("zoo/\(name).safetensors")
    let data = try Data(contentsOf: URL(filePath: path + ".ref.json"))
    return (try Checkpoint.open(path), try JSONDecoder().decode(Reference.self, from: data))
  }

  @Test(arguments: files)
  func `names, types, shapes and places are those of the reference`(_ name: String) throws {
    let (checkpoint, reference) = try open(name)
    #expect(checkpoint.format == .safetensors)
    #expect(checkpoint.byteCount == reference.file_size)
    #expect(checkpoint.headerByteCount == reference.header_len)
    #expect(checkpoint.tensors.count == reference.tensors.count)
    // The reference lists tensors by their place, the checkpoint by their place in the header.
    // An empty tensor shares its place with the next one, so names (in UTF-8) order these.
    let byPlace = checkpoint.tensors.map { tensor in
      (tensor.offsetInFile ?? -1, tensor.byteCount, tensor)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    for expected in reference.tensors {
      let tensor = try #require(
        byPlace.first { $0.name.utf8.elementsEqual(expected.name.utf8) })
      #expect(Self.names[tensor.elementType] == expected.dtype)
      #expect(tensor.shape.dimensions == expected.shape)
      #expect(tensor.byteCount == expected.nbytes)
      #expect(tensor.offsetInFile == expected.file_offset)
    }
  }

  @Test(arguments: files)
  func `bytes are those of the reference`(_ name: String) throws {
    let (checkpoint, reference) = try open(name)
    for expected in reference.tensors {
      let index = try #require(
        checkpoint.tensors.firstIndex { $0.name.utf8.elementsEqual(expected.name.utf8) })
      let byteCount = checkpoint.tensors[index].byteCount
      let bytes = try checkpoint.readBytes(0..<byteCount, ofTensorAt: index)
      #expect(sha256(bytes) == expected.sha256_stored)
      let middle = (byteCount / 3)..<(byteCount - byteCount / 4)
      #expect(try checkpoint.readBytes(middle, ofTensorAt: index) == Array(bytes[middle]))
    }
  }

  @Test(arguments: files)
  func `metadata is that of the reference`(_ name: String) throws {
    let (checkpoint, reference) = try open(name)
    let entries = checkpoint.metadata.map { ($0.key, $0.value) }
    #expect(Dictionary(uniqueKeysWithValues: entries) == reference.metadata ?? [:])
  }

  @Test func `tensors keep the order of the header`() throws {
    let (checkpoint, _) = try open("odd_header_spaces_and_order")
    #expect(checkpoint.tensors.map(\.name) == ["b", "a"])
  }

  @Test func `names that only look equal stay apart`() throws {
    let (checkpoint, _) = try open("names")
    #expect(checkpoint.tensors.count == 14)
    #expect(Set(checkpoint.tensors.map { Array($0.name.utf8) }).count == 14)
  }
}
