import Checkpoints
import Tensors
import TestSupport
import Testing

struct ParamsReadingTests {
  @Test func `every file has an expectation`() {
    #expect(ParamsFixture.valid.count == 16)
    #expect(ParamsFixture.broken.count == 6)
  }

  @Test(arguments: ParamsFixture.valid)
  func `a file of MXNet has the names and the bits that MXNet reads`(_ file: ParamsFixture) throws {
    let checkpoint = try Checkpoint.open(file.path)
    let entries = try #require(file.arrays)
    #expect(checkpoint.format == .params)
    #expect(
      checkpoint.tensors.map(\.name) == entries.enumerated().map { $1.name ?? "\($0)" })
    for (index, entry) in entries.enumerated() {
      #expect(entry.value.isIdentical(to: try tensor(index, of: checkpoint)))
    }
  }

  @Test func `an exported file keeps the prefixes of its names`() throws {
    let checkpoint = try Checkpoint.open(fixture("params/export.params"))
    #expect(checkpoint.tensors.allSatisfy { $0.name.hasPrefix("arg:") })
  }

  @Test(arguments: ["sparse.params", "dtypes.params"])
  func `any piece of a tensor is that piece of the whole`(_ name: String) throws {
    let checkpoint = try Checkpoint.open(fixture("params/" + name))
    for (index, description) in checkpoint.tensors.enumerated() {
      let whole = try checkpoint.readBytes(0..<description.byteCount, ofTensorAt: index)
      for start in 0...whole.count {
        for end in start...whole.count {
          #expect(
            try checkpoint.readBytes(start..<end, ofTensorAt: index) == Array(whole[start..<end]))
        }
      }
    }
  }

  @Test func `what a file leaves out is told`() throws {
    let sparse = try Checkpoint.open(fixture("params/sparse.params"))
    #expect(
      sparse.metadata.map { "\($0.key): \($0.value)" } == [
        "version: V2", "csr: csr, 3 of 6 elements stored", "rsp: row_sparse, 1 of 3 rows stored",
      ])
    let bytes =
      ParamsBytes.header(2) + ParamsBytes.number(0xF993_FAC9, 4) + ParamsBytes.zeros(8)
      + ParamsBytes.array() + ParamsBytes.names(["none", "one"])
    try withTemporaryFile(bytes) { path in
      let checkpoint = try Checkpoint.open(path)
      #expect(checkpoint.tensors.map(\.name) == ["one"])
      #expect(try tensor(0, of: checkpoint).floats == [1])
      #expect(checkpoint.metadata.contains(.init(key: "none", value: "no array")))
    }
  }

  @Test(arguments: [
    (ParamsBytes.sparse(1, [0, 2], stored: [0, 2], indices: [[]], values: []), [UInt8]()),
    (ParamsBytes.sparse(1, [3], stored: [2], indices: [[0, 2]], values: [7, 8]), [7, 0, 8]),
    (
      ParamsBytes.sparse(
        1, [2, 1, 2], stored: [1, 1, 2], indices: [[1]], indexType: 4, values: [5, 6]),
      [0, 0, 5, 6]
    ),
    (ParamsBytes.sparse(2, [2, 0], stored: [0], indices: [[0, 0, 0], []], values: []), []),
    (
      ParamsBytes.sparse(
        2, [3, 2], stored: [2], indices: [[0, 0, 2, 2], [1, 0]], values: [5, 6]),
      [0, 0, 6, 5, 0, 0]
    ),
  ])
  func `a sparse array is read with its zeros`(_ array: [UInt8], _ expected: [UInt8]) throws {
    let bytes = ParamsBytes.header(1) + array + ParamsBytes.names(["a"])
    try withTemporaryFile(bytes) { path in
      let read = try tensor(0, of: try Checkpoint.open(path))
      #expect(read.bytes == expected)
    }
  }
}
