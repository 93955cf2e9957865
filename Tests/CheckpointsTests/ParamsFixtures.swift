import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

/// What params.json says of a file: what MXNet 1.9.1 loads from it.
struct ParamsFixture: Decodable, CustomTestStringConvertible, Sendable {
  let file: String
  let error: String?
  let entries: [Entry]?
  let numPyEntries: [Entry]?

  struct Entry: Decodable, Sendable {
    let name: String?
    let value: MXNetArray
  }

  enum CodingKeys: String, CodingKey {
    case file, error, entries
    case numPyEntries = "np_entries"
  }

  var testDescription: String { file }
  var path: String { fixture("params/" + file) }

  /// What MXNet reads, under either kind of shapes; nil where it refuses.
  var arrays: [Entry]? { entries ?? numPyEntries }

  private struct Listing: Decodable {
    let files: [ParamsFixture]
  }

  static let all: [ParamsFixture] =
    (try? decodedFixture("params/params.json", as: Listing.self))?.files ?? []
  static let valid = all.filter { $0.arrays != nil }
  static let broken = all.filter { $0.arrays == nil }
}

/// The bytes of a file.
func contents(of path: String) throws -> [UInt8] {
  Array(try #require(FileManager.default.contents(atPath: path)))
}

/// All elements of a tensor of a file.
func tensor(_ index: Int, of checkpoint: Checkpoint) throws -> Tensor {
  let description = checkpoint.tensors[index]
  return Tensor(
    bytes: try checkpoint.readBytes(0..<description.byteCount, ofTensorAt: index),
    elementType: description.elementType, shape: description.shape)
}

/// Little-endian bytes of the parts of a `.params` file.
enum ParamsBytes {
  /// The number in front of a file, the reserved one, and a number of arrays.
  static func header(_ count: Int) -> [UInt8] { [0x12, 1] + zeros(14) + number(count, 8) }

  /// Zeros.
  static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  /// An integer.
  static func number(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// A rank and dimensions.
  static func shape(_ dimensions: [Int]) -> [UInt8] {
    number(dimensions.count, 4) + dimensions.flatMap { number($0, 8) }
  }

  /// A dense array of 32-bit floats, or of a type that is wrong.
  static func array(
    _ dimensions: [Int] = [1], version: Int = 0xF993_FAC9, storage: Int = 0, type: Int = 0,
    data: [UInt8] = [0, 0, 128, 63]
  ) -> [UInt8] {
    number(version, 4) + number(storage, 4) + shape(dimensions) + number(1, 4) + number(0, 4)
      + number(type, 4) + data
  }

  /// A sparse array of bytes.
  static func sparse(
    _ storage: Int, _ dimensions: [Int], stored: [Int], indices: [[Int]], indexType: Int = 6,
    values: [UInt8]
  ) -> [UInt8] {
    number(0xF993_FAC9, 4) + number(storage, 4) + shape(stored) + shape(dimensions)
      + number(1, 4) + number(0, 4) + number(3, 4)
      + indices.flatMap { number(indexType, 4) + shape([$0.count]) } + values
      + indices.flatMap { $0.flatMap { number($0, indexType == 6 ? 8 : 4) } }
  }

  /// The names at the end.
  static func names(_ names: [String]) -> [UInt8] {
    number(names.count, 8) + names.flatMap { number($0.utf8.count, 8) + Array($0.utf8) }
  }
}
