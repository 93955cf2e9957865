import Checkpoints
import Foundation
import ModelEngine
import Tensors
import TestSupport
import Testing
import Workspace

/// What a model that was opened writes.
@Suite @MainActor struct ModelSavingTests {
  private func open(_ locator: String, seed: Int32? = nil) throws -> OpenModel {
    try OpenModel.open(ModelLocator(locator), options: BuildOptions(seed: seed))
  }

  /// All elements of a model's parameter.
  private func values(_ name: String, of model: OpenModel) throws -> [Float] {
    let index = try #require(model.outline.parameters.firstIndex { $0.name == name })
    switch try model.elements(of: index) {
    case .memory(let tensor): return tensor.floats
    case .source(let source, let index):
      let tensor = source.tensors[index]
      let bytes = try source.readBytes(0..<tensor.byteCount, ofTensorAt: index)
      return Tensor(bytes: bytes, elementType: tensor.elementType, shape: tensor.shape).floats
    }
  }

  /// Calls a test with the path of an empty folder, and removes it afterwards.
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
  }

  private func message(_ body: () async throws -> Void) async -> String {
    do {
      try await body()
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [CheckpointFormat.params, .safetensors])
  func `a network is saved by path, in the format that the name ends with`(
    _ format: CheckpointFormat
  ) async throws {
    try await withFolder { folder in
      let model = try open("example:shared-mlp", seed: 42)
      let path = folder + "/net.\(format.rawValue)"
      let saved = try await model.save(to: path)
      let checkpoint = try Checkpoint.open(path)
      #expect(saved.format == .parameters(format))
      #expect(saved.byteCount == checkpoint.byteCount)
      #expect(
        checkpoint.tensors.map(\.name) == [
          "0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias", "3.weight", "3.bias",
        ])
      let again = try open(path)
      #expect(try values("2.weight", of: again) == values("dense1_weight", of: model))
    }
  }

  @Test func `a reinitialized file keeps everything else as it was`() async throws {
    let sample = fixture("params/mlp.params").replacing("WorkspaceTests", with: "CheckpointsTests")
    try await withFolder { folder in
      let model = try open(sample)
      let request = ReinitializationRequest(
        scope: .matching("0.weight"), initializer: "ones", seed: nil)
      let change = try await model.reinitialize(request, measuring: false)
      #expect(change.statistics.isEmpty)
      #expect(change.changed.count == 1)
      let path = folder + "/new.params"
      _ = try await model.save(to: path)
      let again = try open(path)
      #expect(try values("0.weight", of: again) == [Float](repeating: 1, count: 320))
      let original = try open(sample)
      for name in ["0.bias", "1.weight", "1.bias"] {
        #expect(try values(name, of: again) == values(name, of: original))
      }
    }
  }

  @Test func `the opened file is never written`() async throws {
    try await withFolder { folder in
      let path = folder + "/net.params"
      _ = try await open("example:mlp").save(to: path)
      let before = try #require(FileManager.default.contents(atPath: path))
      let model = try open(path)
      let request = ReinitializationRequest(scope: .network, initializer: "zeros", seed: nil)
      _ = try await model.reinitialize(request)
      #expect(
        await message { _ = try await model.save(to: path) }
          == "\(path): is the file that is open, which is never written. Name another one.")
      #expect(FileManager.default.contents(atPath: path) == before)
      #expect(try files(in: folder) == ["net.params"])
    }
  }

  @Test func `a description is not replaced by the network it describes`() async throws {
    try await withFolder { folder in
      let path = folder + "/net.params"
      let text = "input: [1, 2]\nlayers:\n  - dense: {units: 1}\n"
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      let renamed = folder + "/net.yaml"
      try FileManager.default.linkItem(atPath: path, toPath: renamed)
      let model = try open(renamed)
      let said = await message { _ = try await model.save(to: path) }
      #expect(said.contains("never written"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test func `a network that waits for its shapes cannot be saved`() async throws {
    try await withFolder { folder in
      let description = folder + "/net.yaml"
      try "layers:\n  - dense: {units: 3}\n".write(
        toFile: description, atomically: false, encoding: .utf8)
      let model = try open(description)
      let said = await message { _ = try await model.save(to: folder + "/net.params") }
      #expect(said.hasPrefix("Parameter 'dense0_weight' has not been initialized yet because"))
      #expect(try files(in: folder) == ["net.yaml"])
    }
  }
}
