import ArgumentParser
import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing
import Words
import Workspace

@testable import paramscope

/// What `init` draws, leaves alone, writes and says.
@Suite @MainActor struct InitCommandTests {
  /// Runs the command in an empty folder, whose path stands for `OUT` in the arguments.
  private func run(
    _ arguments: String..., body: (String, InitializationReport) throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = arguments.map { $0.replacing("OUT", with: folder.path) }
    let command = try InitCommand.parse(arguments)
    try body(folder.path, try await command.perform())
  }

  private func values(_ name: String, in path: String) throws -> [Float] {
    let checkpoint = try Checkpoint.open(path)
    let index = try #require(checkpoint.tensors.firstIndex { $0.name == name })
    let tensor = checkpoint.tensors[index]
    let bytes = try checkpoint.readBytes(0..<tensor.byteCount, ofTensorAt: index)
    return Tensor(bytes: bytes, elementType: tensor.elementType, shape: tensor.shape).floats
  }

  @Test(arguments: ["net.params", "net.safetensors", "net.anything"])
  func `a network is written in the format that the name ends with`(name: String) async throws {
    try await run(
      "example:mlp", "--with", "xavier", "--seed", "3", "-o", "OUT/\(name)"
    ) { folder, report in
      let path = folder + "/" + name
      let file = try Checkpoint.open(path)
      #expect(file.format == (name == "net.params" ? .params : .safetensors))
      #expect(file.tensors.map(\.name) == ["0.weight", "0.bias", "1.weight", "1.bias"])
      // The seed starts the stream again: the first weight is drawn from its beginning.
      var stream = RandomStream(seed: 3)
      let bound = Float((3.0 / 138.0).squareRoot())
      let weight = try values("0.weight", in: path)
      let expected = stream.uniform(low: -bound, high: bound, count: weight.count)
      #expect(zip(weight, expected).allSatisfy { abs($0 - $1) < 1e-6 })
      #expect(try values("0.bias", in: path).allSatisfy { $0 == 0 })
      #expect(
        report.text(in: .english).contains("4 of 4 parameters drawn, seed 3; wrote 4 tensors"))
      #expect(report.text(in: .english).contains("its own"))
    }
  }

  @Test func `only what the pattern finds is drawn, whatever it declares`() async throws {
    try await run(
      "example:mlp", "--with", "constant(2)", "--only", "bias$", "-o", "OUT/net.safetensors"
    ) { folder, report in
      let path = folder + "/net.safetensors"
      #expect(try values("0.bias", in: path).allSatisfy { $0 == 2 })
      let untouched = try OpenModel.open(.example("mlp"))
      guard case .memory(let tensor) = try untouched.elements(of: 0) else { return }
      #expect(try values("0.weight", in: path) == tensor.floats)
      #expect(report.change.summary.changed.map(\.parameter) == [1, 3])
      #expect(report.json.text.contains(#""others": 2"#))
    }
  }

  @Test func `a shared parameter is drawn once and written under each of its paths`() async throws {
    try await run(
      "example:shared-mlp", "--with", "normal(1)", "--seed", "1", "-o", "OUT/net.params"
    ) { folder, report in
      let path = folder + "/net.params"
      let (first, second) = (try values("1.weight", in: path), try values("2.weight", in: path))
      #expect(first == second)
      #expect(report.change.summary.changed.count == 6)
      #expect(report.saved.tensorCount == 8)
    }
  }

  @Test func `a file keeps its names and what is not drawn, and is itself left alone`() async throws
  {
    let source = zooFile("tiny_llama_tied_once.safetensors")
    let before = try Data(contentsOf: URL(filePath: source))
    try await run(
      source, "--with", "kaiming_normal", "--only", "q_proj", "--seed", "-5", "-o",
      "OUT/out.safetensors"
    ) { folder, report in
      let path = folder + "/out.safetensors"
      let (old, new) = (try Checkpoint.open(source), try Checkpoint.open(path))
      #expect(old.tensors.map(\.name) == new.tensors.map(\.name))
      #expect(old.tensors.map(\.elementType) == new.tensors.map(\.elementType))
      for tensor in old.tensors {
        let isSame = try values(tensor.name, in: source) == values(tensor.name, in: path)
        #expect(isSame != tensor.name.contains("q_proj"), "\(tensor.name)")
      }
      #expect(!report.change.summary.changed.isEmpty)
      #expect(report.change.summary.seed == -5)
    }
    #expect(try Data(contentsOf: URL(filePath: source)) == before)
  }

  @Test func `one seed writes one file, another seed another`() async throws {
    var files: [Data] = []
    for seed in ["7", "7", "8"] {
      try await run(
        "example:lenet", "--with", "uniform", "--seed", seed, "-o", "OUT/net.params"
      ) { folder, _ in
        files.append(try Data(contentsOf: URL(filePath: folder + "/net.params")))
      }
    }
    #expect(files[0] == files[1])
    #expect(files[0] != files[2])
  }
}
