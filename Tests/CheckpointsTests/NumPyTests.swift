import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing
import Words

/// Files that NumPy wrote, whole, damaged and written again.
struct NumPyTests {
  /// What a `.ref.json` beside a file says.
  struct Reference: Decodable {
    struct Tensor: Decodable {
      let name: String
      let dtype: String
      let shape: [Int]
      let note: String?
      let sha256_logical: String?
    }
    let tensors: [Tensor]

    init(_ path: String) throws { self = try decodedFile(path + ".ref.json") }
  }

  /// The files of NumPy in the zoo, by their names.
  static let files = Result {
    try FileManager.default.contentsOfDirectory(atPath: fixture("zoo")).filter {
      $0.hasSuffix(".npy") || $0.hasSuffix(".npz")
    }.sorted()
  }

  /// NumPy's names of the types, without the order of bytes.
  static let types: [String: ElementType] = [
    "b1": .bool, "u1": .uint8, "i1": .int8, "u2": .uint16, "i2": .int16, "u4": .uint32,
    "i4": .int32, "u8": .uint64, "i8": .int64, "f2": .float16, "f4": .float32, "f8": .float64,
    "f16": .float64, "c8": .complex64, "c16": .complex128,
  ]

  @Test(arguments: try files.get())
  func `names, types, shapes and elements are those of NumPy`(name: String) throws {
    let path = fixture("zoo/" + name)
    let reference = try Reference(path)
    let numeric = reference.tensors.filter { $0.note == nil }
    guard numeric.count == reference.tensors.count || !numeric.isEmpty else {
      let error = try #require(openingError(of: path))
      #expect(error.kind == .wrongContents)
      expectOneHarmlessLine(error, naming: name)
      return
    }
    let checkpoint = try Checkpoint.open(path)
    #expect(checkpoint.format == (name.hasSuffix(".npy") ? .npy : .npz))
    #expect(checkpoint.tensors.count == numeric.count)
    for expected in numeric {
      let index = try #require(checkpoint.tensors.firstIndex { $0.name == expected.name })
      let tensor = checkpoint.tensors[index]
      #expect(tensor.shape.dimensions == expected.shape)
      #expect(Self.types[String(expected.dtype.dropFirst())] == tensor.elementType)
      let bytes = try checkpoint.readBytes(0..<tensor.byteCount, ofTensorAt: index)
      if expected.dtype != "<f16" { #expect(sha256(bytes) == expected.sha256_logical) }
      let odd = (tensor.byteCount / 3)..<(tensor.byteCount - tensor.byteCount / 5)
      #expect(try checkpoint.readBytes(odd, ofTensorAt: index) == Array(bytes[odd]))
    }
  }

  @Test(arguments: ["deflate.npz", "stored.npz", "fortran_f4.npy", "big_endian_f8.npy"])
  func `bytes are the same however they are asked for`(name: String) throws {
    let checkpoint = try Checkpoint.open(fixture("zoo/" + name))
    var generator = SplitMix(state: 5)
    for (index, tensor) in checkpoint.tensors.enumerated() {
      let whole = try checkpoint.readBytes(0..<tensor.byteCount, ofTensorAt: index)
      for _ in 0..<50 {
        let ends = [generator.below(whole.count + 1), generator.below(whole.count + 1)].sorted()
        let range = ends[0]..<ends[1]
        #expect(try checkpoint.readBytes(range, ofTensorAt: index) == Array(whole[range]))
      }
    }
  }

  @Test func `what is unusual about an array is noted`() throws {
    let checkpoint = try Checkpoint.open(fixture("zoo/big_endian_fortran_i4.npy"))
    #expect(
      checkpoint.metadata == [
        .init(key: "big_endian_fortran_i4", value: "dtype >i4, Fortran order")
      ])
  }

  /// What EXPECT.json says of a damaged file.
  static let expectations = Result {
    try decodedFixture(
      "numpy/corrupt/EXPECT.json", as: [CorruptFileTests.Expectation].self)
  }

  /// The error of opening a file and reading all of it.
  private func readingError(of path: String) -> CheckpointError? {
    do throws(CheckpointError) {
      let checkpoint = try Checkpoint.open(path)
      for (index, tensor) in checkpoint.tensors.enumerated() {
        let bytes = try checkpoint.readBytes(0..<tensor.byteCount, ofTensorAt: index)
        #expect(bytes.count == tensor.byteCount)
      }
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: try expectations.get())
  func `a damaged file is refused or accepted as expected`(
    _ expectation: CorruptFileTests.Expectation
  ) throws {
    let error = readingError(of: fixture("numpy/corrupt/" + expectation.file))
    switch expectation.expected {
    case "refuse", "refuse_member": #expect(error?.kind == .wrongContents)
    case "accept", "partial": #expect(error == nil)
    case "either": break
    default: Issue.record("unknown expectation \(expectation.expected)")
    }
    if let error { expectOneHarmlessLine(error, naming: expectation.file) }
  }

  @Test func `the message for each damaged file is the recorded one`() throws {
    let folder = fixture("numpy/corrupt/")
    let lines = try Self.expectations.get().map { expectation in
      readingError(of: folder + expectation.file).map {
        String($0.description.dropFirst(folder.count))
      } ?? "\(expectation.file) is read"
    }
    try expectRecorded(lines, in: fixture("numpy/corrupt/messages.txt"))
  }

  @Test func `an array of objects is left out and noted beside a good one`() throws {
    let checkpoint = try Checkpoint.open(fixture("numpy/corrupt/npz_object_member.npz"))
    #expect(checkpoint.tensors.map(\.name) == ["good"])
    #expect(checkpoint.metadata.first?.value.hasPrefix("not shown: holds Python objects") == true)
  }

  /// Small files of each kind.
  static let small = ["one_elem.npy", "zip_with_dirs_and_extra.npz"]

  @Test(arguments: small)
  func `a file cut anywhere is refused`(name: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: fixture("zoo/" + name))))
    for count in bytes.indices {
      try withTemporaryFile(Array(bytes[..<count]), named: name) { path in
        let error = try #require(readingError(of: path), "after \(count) bytes")
        #expect(error.kind == .wrongContents)
        expectOneHarmlessLine(error, naming: name)
      }
    }
  }

  @Test(arguments: small)
  func `a changed byte gives an error or another file, never a crash`(name: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: fixture("zoo/" + name))))
    for index in bytes.indices {
      for value in [0xFF, bytes[index] &+ 1] as [UInt8] {
        var changed = bytes
        changed[index] = value
        try withTemporaryFile(changed, named: name) { path in
          if let error = readingError(of: path) { expectOneHarmlessLine(error, naming: name) }
        }
      }
    }
  }

  @Test(arguments: [
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'a': 1}", "the keys"),
    (String(repeating: "(", count: 900), "at most 16 levels"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", "64 bits"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296,4294967296)}", "bytes than"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (True,)}", "whole numbers"),
    ("{'descr': '<f3', 'fortran_order': False, 'shape': ()}", "unknown dtype"),
    ("{'descr': [('a', [('b', '|O')])], 'fortran_order': False, 'shape': ()}", "Python objects"),
    ("{'descr': '', 'fortran_order': False, 'shape': ()}", "unknown dtype"),
    ("__import__('os').system('touch PWNED')", "Python literal"),
    ("{'descr': '<f4' 'fortran_order': False}", "a comma"),
    ("{'descr", "a closing quote"),
  ])
  func `a hostile header is refused`(header: String, part: String) throws {
    let text = Array(header.utf8)
    let bytes =
      [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.count & 255), UInt8(text.count >> 8)] + text
    try withTemporaryFile(bytes, named: "a.npy") { path in
      let error = try #require(openingError(of: path))
      #expect(error.description.contains(part), "\(error)")
      expectOneHarmlessLine(error, naming: "a.npy")
    }
  }

  @Test(arguments: [
    "c_order_f4.npy", "dtype_bool.npy", "dtype_c16.npy", "scalar_0d.npy", "empty_0x3.npy",
  ])
  func `an array written again is NumPy's file byte for byte`(name: String) throws {
    let path = fixture("zoo/" + name)
    let contents = CheckpointContents(try Checkpoint.open(path))
    try withTemporaryFolder { folder in
      let copy = folder + "/copy.npy"
      try contents.write(to: copy, as: .npy)
      #expect(
        try Data(contentsOf: URL(filePath: copy)) == Data(contentsOf: URL(filePath: path)))
    }
  }

  @Test(arguments: [
    "stored.npz", "deflate.npz", "empty.npz", "fortran_f4.npy", "big_endian_f8.npy",
    "longdouble_f16.npy", "zip_commented_prefixed.npz",
  ])
  func `an archive written again holds the same elements`(name: String) throws {
    let original = try Checkpoint.open(fixture("zoo/" + name))
    try withTemporaryFolder { folder in
      let copy = folder + "/copy.npz"
      try CheckpointContents(original).write(to: copy, as: .npz)
      let written = try Checkpoint.open(copy)
      #expect(written.format == .npz)
      #expect(written.tensors.map(\.name) == original.tensors.map(\.name))
      for (index, tensor) in original.tensors.enumerated() {
        #expect(written.tensors[index].shape == tensor.shape)
        #expect(written.tensors[index].elementType == tensor.elementType)
        let range = 0..<tensor.byteCount
        #expect(
          try written.readBytes(range, ofTensorAt: index)
            == original.readBytes(range, ofTensorAt: index))
      }
    }
  }

  @Test func `what NumPy cannot hold is refused by name`() throws {
    try withTemporaryFolder { folder in
      let half = Tensor(bytes: [0, 0], elementType: .bfloat16, shape: [1])
      var contents = CheckpointContents(tensors: [.init(name: "w", source: .tensor(half))])
      #expect(throws: CheckpointWriteError.self) {
        try contents.write(to: folder + "/x.npz", as: .npz)
      }
      contents.tensors = []
      let error = #expect(throws: CheckpointWriteError.self) {
        try contents.write(to: folder + "/x.npy", as: .npy)
      }
      #expect(error?.problem == .needsOneTensor(count: 0, .npy))
      let left = try TestSupport.files(in: folder)
      #expect(left == [])
    }
  }
}

/// A small generator, so that a failure can be repeated.
///
/// Source: G. Steele et al., OOPSLA 2014.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
