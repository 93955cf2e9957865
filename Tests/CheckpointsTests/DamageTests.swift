import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing
import Words

/// Every small damage to a small file.
struct DamageTests {
  @Test func `a file cut anywhere is refused`() throws {
    try withTemporaryFile(smallSafetensors) { path in
      for byteCount in smallSafetensors.indices.reversed() {
        try cutFile(path, after: byteCount)
        let error = try #require(openingError(of: path), "after \(byteCount) bytes")
        switch error.problem {
        case .empty: #expect(byteCount == 0)
        case .safetensors(.lengthCut): #expect((1..<8).contains(byteCount))
        case .safetensors(.headerCut), .safetensors(.dataCut): #expect(byteCount >= 8)
        default: Issue.record("after \(byteCount) bytes: \(error)")
        }
        expectOneHarmlessLine(error, naming: path)
      }
    }
  }

  @Test(arguments: smallSafetensors.indices)
  func `a changed byte gives an error or another file, never a crash`(_ index: Int) throws {
    for value in [0x00, 0xFF, 0x22, 0x5C, 0x7B, 0x5D, 0x39, 0x2D, 0x80] as [UInt8] {
      for byte in [value, smallSafetensors[index] ^ value] {
        var bytes = smallSafetensors
        bytes[index] = byte
        try withTemporaryFile(bytes) { path in
          do {
            let checkpoint = try Checkpoint.open(path)
            for (position, tensor) in checkpoint.tensors.enumerated() {
              let read = try checkpoint.readBytes(0..<tensor.byteCount, ofTensorAt: position)
              #expect(read.count == tensor.byteCount)
            }
          } catch let error as CheckpointError {
            expectOneHarmlessLine(error, naming: path)
          }
        }
      }
    }
  }

  @Test func `a file that another program cut is an error when its bytes are read`() throws {
    try withTemporaryFile(smallSafetensors) { path in
      let checkpoint = try Checkpoint.open(path)
      let cut = smallSafetensors.count - 3
      try cutFile(path, after: cut)
      #expect(try checkpoint.readBytes(0..<3, ofTensorAt: 0) == [0, 60, 0])
      let error = #expect(throws: CheckpointError.self) {
        try checkpoint.readBytes(0..<6, ofTensorAt: 0)
      }
      #expect(error?.problem == .cut(neededEnd: smallSafetensors.count, end: cut))
      #expect(error?.kind == .unreadable)
      #expect(error?.tensorName == "b")
      #expect(error?.description.contains("another program may have cut it") == true)
    }
  }

  @Test func `many tensors open quickly, in any order`() throws {
    let entries = (0..<5_000).map { index in
      #""layer.\#(index)":{"dtype":"U8","shape":[1],"data_offsets":[\#(index),\#(index + 1)]}"#
    }
    let header = "{" + entries.reversed().joined(separator: ",") + "}"
    let bytes = safetensors(header, data: [UInt8](repeating: 7, count: 5_000))
    try withTemporaryFile(bytes) { path in
      let clock = ContinuousClock()
      let start = clock.now
      let checkpoint = try Checkpoint.open(path)
      // Quadratic work would take minutes; a debug build needs about half a second.
      #expect(start.duration(to: clock.now) < .seconds(20))
      #expect(checkpoint.tensors.first?.name == "layer.4999")
      #expect(try checkpoint.readBytes(0..<1, ofTensorAt: 0) == [7])
    }
  }

  @Test func `reading outside of a tensor is a mistake of the caller`() async {
    await #expect(processExitsWith: .failure) {
      try withTemporaryFile(smallSafetensors) { path in
        _ = try Checkpoint.open(path).readBytes(0..<5, ofTensorAt: 1)
      }
    }
  }
}

private func cutFile(_ path: String, after byteCount: Int) throws {
  let file = try FileHandle(forUpdating: URL(filePath: path))
  try file.truncate(atOffset: UInt64(byteCount))
  try file.close()
}
