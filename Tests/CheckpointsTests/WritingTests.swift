import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

struct WritingTests {
  @Test(arguments: ParamsFixture.valid)
  func `a file of MXNet comes out byte for byte`(_ file: ParamsFixture) throws {
    let bytes = try contents(of: file.path)
    let checkpoint = try Checkpoint.open(file.path)
    try withTemporaryFolder { folder in
      let path = folder + "/copy.params"
      let byteCount = try CheckpointContents(checkpoint).write(to: path, as: .params)
      let written = try contents(of: path)
      #expect(written.count == byteCount)
      #expect(written == Array(bytes.prefix(file.file == "ok_trailing.params" ? 162 : .max)))
    }
  }

  @Test(arguments: ParamsFixture.valid.filter { !["sparse.params"].contains($0.file) })
  func `tensors in memory are written as MXNet writes them`(_ file: ParamsFixture) throws {
    let checkpoint = try Checkpoint.open(file.path)
    var contents = CheckpointContents(checkpoint)
    for index in contents.tensors.indices {
      contents.tensors[index].source = .tensor(try tensor(index, of: checkpoint))
    }
    try withTemporaryFolder { folder in
      try contents.write(to: folder + "/a.params", as: .params)
      try CheckpointContents(checkpoint).write(to: folder + "/b.params", as: .params)
      let written = try CheckpointsTests.contents(of: folder + "/a.params")
      if file.file.hasPrefix("legacy") {
        #expect(try Checkpoint.open(folder + "/a.params").metadata.first?.value == "V2")
      } else {
        #expect(written == (try CheckpointsTests.contents(of: folder + "/b.params")))
      }
    }
  }

  /// Files of the reference library; the others were written byte by byte.
  static let referenceFiles = [
    "dtypes", "fp8_all_codes", "moe_lora_quant", "names", "no_tensors", "shapes", "specials",
    "tiny_llama_tied_once",
  ]

  @Test(arguments: referenceFiles)
  func `a file of the reference library comes out byte for byte`(_ name: String) throws {
    let path = fixture("zoo/\(name).safetensors")
    try withTemporaryFolder { folder in
      let copy = folder + "/copy.safetensors"
      try CheckpointContents(try Checkpoint.open(path)).write(to: copy, as: .safetensors)
      #expect(try contents(of: copy) == contents(of: path))
    }
  }

  @Test(arguments: CheckpointFormat.allCases.filter { $0 != .npy })
  func `a tensor that is replaced leaves the others as they were`(_ format: CheckpointFormat) throws
  {
    let checkpoint = try Checkpoint.open(fixture("params/mlp.params"))
    var contents = CheckpointContents(checkpoint)
    let ones = Tensor([Float](repeating: 1, count: 160), shape: [10, 16])
    contents.tensors[2].source = .tensor(ones)
    try withTemporaryFolder { folder in
      let path = folder + "/new.\(format.rawValue)"
      try contents.write(to: path, as: format)
      let written = try Checkpoint.open(path)
      #expect(written.format == format)
      #expect(written.tensors.map(\.name) == checkpoint.tensors.map(\.name))
      for index in written.tensors.indices {
        let expected = index == 2 ? ones : try tensor(index, of: checkpoint)
        #expect(try tensor(index, of: written) == expected)
      }
    }
  }

  @Test func `a sparse array becomes dense in another format`() throws {
    let checkpoint = try Checkpoint.open(fixture("params/sparse.params"))
    try withTemporaryFolder { folder in
      let path = folder + "/dense.safetensors"
      try CheckpointContents(checkpoint).write(to: path, as: .safetensors)
      let written = try Checkpoint.open(path)
      #expect(try tensor(0, of: written).floats == [0, 1, 0, 2, 0, 3])
      #expect(try tensor(1, of: written).floats == [0, 0, 1, 2, 0, 0])
      #expect(written.metadata.isEmpty)
    }
  }

  @Test func `a scalar makes a file of NumPy's shapes`() throws {
    let scalar = CheckpointContents.Item(
      name: "s", source: .tensor(Tensor([3.5] as [Float], shape: [])))
    try withTemporaryFolder { folder in
      let path = folder + "/s.params"
      try CheckpointContents(tensors: [scalar]).write(to: path, as: .params)
      let written = try Checkpoint.open(path)
      #expect(written.metadata == [.init(key: "version", value: "V3")])
      #expect(try tensor(0, of: written) == Tensor([3.5] as [Float], shape: []))
    }
  }

  @Test(arguments: [
    (
      ["a", "a"], ElementType.uint8, CheckpointFormat.params,
      CheckpointWriteError.Problem.duplicateName("a")
    ),
    (["__metadata__"], .uint8, .safetensors, .impossibleName("__metadata__")),
    (["a"], .float8E5M2, .params, .unsupported(.float8E5M2, tensorName: "a", .params)),
    (["a"], .float8E5M2FNUZ, .params, .unsupported(.float8E5M2FNUZ, tensorName: "a", .params)),
    (
      [String(repeating: "x", count: 65_537)], .uint8, .params,
      .impossibleName(String(repeating: "x", count: 65_537))
    ),
  ])
  func `what a format cannot hold is refused`(
    _ names: [String], _ type: ElementType, _ format: CheckpointFormat,
    _ problem: CheckpointWriteError.Problem
  ) throws {
    let tensor = Tensor(bytes: [7], elementType: type, shape: [1])
    let contents = CheckpointContents(
      tensors: names.map { .init(name: $0, source: .tensor(tensor)) })
    try withTemporaryFolder { folder in
      let error = #expect(throws: CheckpointWriteError.self) {
        try contents.write(to: folder + "/x", as: format)
      }
      #expect(error?.problem == problem)
      let left = try files(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func `names and metadata with any character survive`() throws {
    let text = (0..<0x80).map { String(UnicodeScalar(UInt8($0))) }.joined() + "é\u{2028}😀"
    let tensor = Tensor(bytes: [7], elementType: .uint8, shape: [1])
    let contents = CheckpointContents(
      metadata: [.init(key: text, value: text)],
      tensors: [.init(name: text, source: .tensor(tensor))])
    try withTemporaryFolder { folder in
      try contents.write(to: folder + "/x", as: .safetensors)
      let written = try Checkpoint.open(folder + "/x")
      #expect(written.metadata == contents.metadata)
      #expect(written.tensors.map(\.name) == [text])
    }
  }
}
