import Foundation
import Tensors

/// Checkpoints of float32 tensors, made to be measured.
struct MadeCheckpoint {
  let tensorCount: Int
  /// The number of elements of each tensor.
  let elementCount: Int
  /// The name of the tensor at a position.
  let name: (Int) -> String

  private var byteCount: Int { 4 * elementCount }

  /// Writes a file of zeros, which takes no room.
  func writeZeros(to path: String) throws {
    let handle = try writeHeader(to: path)
    try handle.truncate(atOffset: handle.offset() + UInt64(tensorCount * byteCount))
    try handle.close()
  }

  /// Writes a file of normal values, no tensor like another.
  func writeNormals(to path: String) throws {
    let handle = try writeHeader(to: path)
    var stream = RandomStream(seed: 1)
    let values = stream.normal(mean: 0, sigma: 0.02, count: elementCount + tensorCount)
    let bytes = Tensor(values, shape: [values.count]).bytes
    for index in 0..<tensorCount {
      try handle.write(contentsOf: Data(bytes[(4 * index)..<(4 * index + byteCount)]))
    }
    try handle.close()
  }

  private func writeHeader(to path: String) throws -> FileHandle {
    let entries = (0..<tensorCount).map { index in
      "\"\(name(index))\":{\"dtype\":\"F32\",\"shape\":[\(elementCount)],"
        + "\"data_offsets\":[\(index * byteCount),\((index + 1) * byteCount)]}"
    }
    let header = Data("{\(entries.joined(separator: ","))}".utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    try (Data(length) + header).write(to: URL(filePath: path))
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    return handle
  }
}
