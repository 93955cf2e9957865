import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

struct OpeningTests {
  @Test func `a file that does not exist is no input`() throws {
    for path in ["/nowhere/model.safetensors", "", "model\0.safetensors"] {
      let error = try #require(openingError(of: path))
      #expect(error.problem == .missing)
      #expect(error.kind == .noInput)
      expectOneHarmlessLine(error, naming: "no such file")
    }
  }

  @Test func `a directory is no input`() throws {
    let error = try #require(openingError(of: fixture("zoo")))
    #expect(error.problem == .directory)
    #expect(error.kind == .noInput)
  }

  @Test func `a device is not waited for`() throws {
    let error = try #require(openingError(of: "/dev/null"))
    #expect(error.problem == .notAFile)
    #expect(error.kind == .unreadable)
  }

  @Test func `a pipe is not waited for`() throws {
    try withTemporaryFile([]) { path in
      let result = unsafe mkfifo(path + ".pipe", 0o600)
      #expect(result == 0)
      #expect(openingError(of: path + ".pipe")?.problem == .notAFile)
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func `a file without permission is unreadable`() throws {
    try withTemporaryFile(smallSafetensors) { path in
      let result = unsafe chmod(path, 0)
      #expect(result == 0)
      let error = try #require(openingError(of: path))
      #expect(error.problem == .permissionDenied)
      #expect(error.kind == .unreadable)
    }
  }

  /// Beginnings of files and what they are.
  static let beginnings: [([UInt8], CheckpointError.Problem)] = [
    ([0x50, 0x4B, 3, 4, 0, 0, 8, 8, 0, 0], .zip(.noDirectory)),
    ([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), .foreign(.zip)),
    (Array("GGUF".utf8) + [3, 0, 0, 0, 0x7B, 0, 0, 0], .foreign(.gguf)),
    ([0x80, 2, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9], .foreign(.legacyPyTorch)),
    ([0x80, 4, 0x95, 9, 0, 0, 0, 0, 0, 0, 0], .foreign(.pickle)),
    ([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0], .foreign(.hdf5)),
    ([0x93] + Array("NUMPY".utf8) + [1, 0], .numpy(.cut(.header, needed: 10, available: 8))),
    ([0x1F, 0x8B, 8, 0], .foreign(.gzip)),
    (Array("  <!DOCTYPE HTML><p>".utf8), .foreign(.html)),
    (
      Array("version https://git-lfs.github.com/spec/v1\nsize 12\n".utf8),
      .foreign(.gitLFSPointer(byteCount: 12))
    ),
    (Array(#"{"metadata": {}, "weight_map": {}}"#.utf8), .foreign(.json)),
    (Array("epochs: 3 # für Zöe".utf8), .foreign(.text)),
    (
      [0xC0, 0xFF, 0xEE, 0, 1, 2, 3, 4, 5],
      .unrecognized(prefix: [0xC0, 0xFF, 0xEE, 0, 1, 2, 3, 4])
    ),
    ([], .empty),
  ]

  @Test(arguments: beginnings)
  func `a file of another kind is called by its name`(
    _ bytes: [UInt8], _ problem: CheckpointError.Problem
  ) throws {
    try withTemporaryFile(bytes, named: "model.bin") { path in
      let error = try #require(openingError(of: path))
      #expect(error.problem == problem)
      #expect(error.kind == .wrongContents)
      expectOneHarmlessLine(error, naming: "model.bin")
    }
  }

  @Test func `text is recognized where the prefix ends inside a character`() throws {
    for padding in 0..<4 {
      let text = String(repeating: "x", count: padding) + String(repeating: "🙂", count: 1000)
      try withTemporaryFile(Array(text.utf8)) { path in
        #expect(openingError(of: path)?.problem == .foreign(.text))
      }
    }
  }

  @Test func `the content decides, not the name`() throws {
    try withTemporaryFile(smallSafetensors, named: "weights") { path in
      let checkpoint = try Checkpoint.open(path)
      #expect(checkpoint.tensors.count == 3)
    }
  }

  @Test func `metadata, order, scalars and empty tensors are as in the file`() throws {
    try withTemporaryFile(smallSafetensors) { path in
      let checkpoint = try Checkpoint.open(path)
      #expect(checkpoint.path == path)
      #expect(checkpoint.metadata == [.init(key: "format", value: "np")])
      #expect(checkpoint.tensors.map(\.name) == ["b", "a", "none"])
      #expect(checkpoint.tensors.map(\.shape) == [[3], [], [0, 4]])
      #expect(try checkpoint.readBytes(0..<6, ofTensorAt: 0) == [0, 60, 0, 64, 0, 66])
      #expect(try checkpoint.readBytes(0..<4, ofTensorAt: 1) == [0, 0, 128, 63])
      #expect(try checkpoint.readBytes(0..<0, ofTensorAt: 2) == [])
    }
  }
}
