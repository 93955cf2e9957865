import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing
import Words

/// What a `.params` file may not say.
struct ParamsErrorTests {
  @Test(arguments: ParamsFixture.broken.filter { $0.numPyEntries == nil })
  func `what MXNet refuses is refused in its words`(_ file: ParamsFixture) throws {
    let error = try #require(openingError(of: file.path))
    #expect(error.kind == .wrongContents)
    #expect(error.offset != nil)
    let words = try #require(file.error).dropFirst("MXNetError: ".count)
    #expect(error.description.contains(words))
    expectOneHarmlessLine(error, naming: file.file)
  }

  @Test func `the message for each broken file is the recorded one`() throws {
    let folder = fixture("params/")
    let lines = ParamsFixture.broken.map { file in
      openingError(of: file.path).map { String($0.description.dropFirst(folder.count)) }
        ?? "\(file.file) opens"
    }
    try expectRecorded(lines, in: fixture("params/messages.txt"))
  }

  @Test func `a file cut anywhere is refused`() throws {
    let bytes = try contents(of: fixture("params/tiny.params"))
    for count in bytes.indices {
      try withTemporaryFile(Array(bytes[..<count]), named: "cut.params") { path in
        let error = try #require(openingError(of: path), "after \(count) bytes")
        if count > 0, case .params(.cut(_, let needed, let available), _) = error.problem {
          #expect(needed > available)
          #expect(error.offset.map { $0 + available } == count)
        } else {
          #expect(count == 0)
          #expect(error.problem == .empty)
        }
        expectOneHarmlessLine(error, naming: "cut.params")
      }
    }
  }

  @Test(arguments: ["sparse.params", "legacy_v0.params", "npshape.params"])
  func `a changed byte gives an error or another file, never a crash`(_ name: String) throws {
    let original = try contents(of: fixture("params/" + name))
    for index in original.indices {
      for value in [0x00, 0x01, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = original
        bytes[index] = value
        try withTemporaryFile(bytes, named: "x.params") { path in
          do {
            let checkpoint = try Checkpoint.open(path)
            for (position, tensor) in checkpoint.tensors.enumerated() {
              let end = min(tensor.byteCount, 4096)
              #expect(try checkpoint.readBytes(0..<end, ofTensorAt: position).count == end)
            }
          } catch let error as CheckpointError {
            expectOneHarmlessLine(error, naming: "x.params")
          }
        }
      }
    }
  }

  /// A file, its problem, and the byte and the array of it.
  struct Case: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let problem: ParamsProblem
    let offset: Int
    var array: Int?

    var testDescription: String { "\(problem)" }

    init(_ bytes: [UInt8], _ problem: ParamsProblem, at offset: Int, array: Int? = 0) {
      (self.bytes, self.problem, self.offset, self.array) = (bytes, problem, offset, array)
    }

    /// One array and a name.
    static func one(_ array: [UInt8]) -> [UInt8] {
      ParamsBytes.header(1) + array + ParamsBytes.names(["a"])
    }
  }

  static let refused = [
    Case(ParamsBytes.header(-1), .tooManyArrays(.max, limit: 1_000_000), at: 16, array: nil),
    Case(ParamsBytes.header(7), .cut(.description, needed: 4, available: 0), at: 24),
    Case(Case.one(ParamsBytes.array(storage: 3)), .unknownStorage(3), at: 28),
    Case(
      Case.one(
        ParamsBytes.number(0xF993_FAC9, 4) + ParamsBytes.zeros(4) + ParamsBytes.number(-2, 4)),
      .negativeRank(-2), at: 32),
    Case(Case.one(ParamsBytes.zeros(4)), .noDimensions, at: 24),
    Case(
      Case.one(ParamsBytes.number(33, 4)), .tooManyDimensions(33, limit: 32), at: 24),
    Case(Case.one(ParamsBytes.array([-1])), .negativeDimension(-1), at: 36),
    Case(
      Case.one(ParamsBytes.array([1 << 40, 1 << 40])),
      .tooLarge(dimensions: [1 << 40, 1 << 40], typeName: "float32"), at: 64),
    Case(
      Case.one(ParamsBytes.array([1 << 40])),
      .cut(.values, needed: 1 << 42, available: 21), at: 56),
    Case(
      Case.one(ParamsBytes.array(type: 13)), .unknownElementType(13, scalarOffset: nil), at: 52),
    Case(
      ParamsBytes.header(1) + ParamsBytes.array() + ParamsBytes.names(["a", "b"]),
      .nameCount(2, arrayCount: 1), at: 60, array: nil),
    Case(
      ParamsBytes.header(1) + ParamsBytes.array() + ParamsBytes.number(1, 8)
        + ParamsBytes.number(65_537, 8), .nameTooLong(65_537, limit: 65_536), at: 68),
    Case(
      ParamsBytes.header(1) + ParamsBytes.array() + ParamsBytes.number(1, 8)
        + ParamsBytes.number(1, 8) + [0xFF], .nameNotUTF8, at: 76),
    Case(
      ParamsBytes.header(2) + ParamsBytes.array() + ParamsBytes.array()
        + ParamsBytes.names(["a", "a"]), .duplicateName(firstOffset: 104), at: 113, array: 1),
    Case(
      Case.one(ParamsBytes.sparse(1, [3], stored: [1], indices: [[0]], indexType: 5, values: [7])),
      .sparseIndexType("int8"), at: 68),
    Case(
      Case.one(ParamsBytes.sparse(1, [3, 2], stored: [1], indices: [[0]], values: [7])),
      .sparseShape(kind: .rowSparse, dimensions: [3, 2], stored: [1], indices: [[1]]), at: 76),
    Case(
      Case.one(ParamsBytes.sparse(2, [3], stored: [1], indices: [[0], [0]], values: [7])),
      .sparseShape(kind: .csr, dimensions: [3], stored: [1], indices: [[1], [1]]), at: 68),
    Case(
      Case.one(ParamsBytes.sparse(1, [1 << 33], stored: [0], indices: [[]], values: [])),
      .sparseTooLarge(byteCount: 1 << 33, limit: 1 << 32), at: 68),
    Case(
      Case.one(ParamsBytes.sparse(1, [3], stored: [2], indices: [[1, 1]], values: [7, 8])),
      .sparseOrder(1, after: 1), at: 94),
    Case(
      Case.one(ParamsBytes.sparse(1, [3], stored: [1], indices: [[3]], values: [7])),
      .sparseIndexOutside(3, limit: 2), at: 85),
    Case(
      Case.one(
        ParamsBytes.sparse(2, [2, 2], stored: [1], indices: [[0, 1, 0], [0]], values: [7])),
      .sparseOrder(0, after: 1), at: 125),
  ]

  @Test(arguments: refused)
  func `a file that breaks a rule is refused with its place`(_ refused: Case) throws {
    try withTemporaryFile(refused.bytes, named: "x.params") { path in
      let error = try #require(openingError(of: path))
      #expect(error.problem == .params(refused.problem, arrayIndex: refused.array))
      #expect(error.offset == refused.offset)
      expectOneHarmlessLine(error, naming: "x.params")
    }
  }

  @Test func `a column outside of a sparse array is an error when it is read`() throws {
    let bytes = Case.one(
      ParamsBytes.sparse(2, [2, 2], stored: [1], indices: [[0, 1, 1], [2]], values: [7]))
    try withTemporaryFile(bytes, named: "x.params") { path in
      let checkpoint = try Checkpoint.open(path)
      let error = #expect(throws: CheckpointError.self) {
        try checkpoint.readBytes(0..<4, ofTensorAt: 0)
      }
      #expect(error?.problem == .params(.sparseIndexOutside(2, limit: 1), arrayIndex: 0))
      #expect(error?.tensorName == "a")
    }
  }

  @Test func `what is not a file of arrays is told by how it begins`() throws {
    try withTemporaryFile(Array("hello world, this is not a params file".utf8), named: "x.params") {
      let error = try #require(openingError(of: $0))
      #expect(
        error.description.contains(
          "MXNet: Check failed: header == kMXAPINDArrayListMagic: Invalid NDArray file format"))
    }
  }
}
