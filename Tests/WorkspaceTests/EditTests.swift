import Checkpoints
import Tensors
import TestSupport
import Testing
import Words
import Workspace

/// Edits of present values by an expression.
@Suite @MainActor struct EditTests {
  private func values(_ model: OpenModel, _ parameter: Int) throws -> Tensor {
    guard case .memory(let tensor) = try model.elements(of: parameter) else {
      throw WorkspaceError.usage("not in memory")
    }
    return tensor
  }

  /// Opens a file that holds some tensors.
  private func checkpoint(_ tensors: [(String, Tensor)]) throws -> OpenModel {
    try withTemporaryFolder { folder in
      let path = folder + "/model.safetensors"
      let items = tensors.map { CheckpointContents.Item(name: $0.0, source: .tensor($0.1)) }
      try CheckpointContents(tensors: items).write(to: path, as: .safetensors)
      return try OpenModel.open(.file(path))
    }
  }

  @Test func `declared initializers do not matter to an edit, and undo gives every bit back`()
    async throws
  {
    let model = try OpenModel.open(.example("shared-mlp"))
    let before = try model.outline.parameters.indices.map { try values(model, $0) }
    let change = try await model.reinitialize(
      ReinitializationRequest(scope: .network, expression: "x * 0.5 + 1", seed: nil))
    #expect(change.changed == Array(before.indices))
    for (index, old) in before.enumerated() {
      #expect(try values(model, index).floats == old.floats.map { $0 * 0.5 + 1 })
    }
    _ = try await model.undo()
    #expect(try model.outline.parameters.indices.map { try values(model, $0) } == before)
    #expect(model.outline.parameters.allSatisfy { !$0.isModified })
  }

  @Test func `a number fills, and clipping keeps what is not a number`() async throws {
    let file = try checkpoint([("a", Tensor([.nan, -3, 0.5, 7] as [Float], shape: [4]))])
    _ = try await file.reinitialize(
      ReinitializationRequest(scope: .parameter(0), expression: "clip(x, -1, 1)", seed: nil))
    let clipped = try values(file, 0).floats
    #expect(clipped[0].isNaN && Array(clipped.dropFirst()) == [-1, 0.5, 1])
    _ = try await file.reinitialize(
      ReinitializationRequest(scope: .network, expression: "0", seed: nil))
    #expect(try values(file, 0).floats == [0, 0, 0, 0])
  }

  @Test func `64-bit floats keep their precision`() async throws {
    let file = try checkpoint([("a", Tensor([0.1, 1e300, .pi], shape: [3]))])
    _ = try await file.reinitialize(
      ReinitializationRequest(scope: .network, expression: "x * 0.1", seed: nil))
    #expect(try values(file, 0).doubles == [0.1 * 0.1, 1e300 * 0.1, .pi * 0.1])
  }

  @Test func `noise comes from the seed, and what waits for its shape is left alone`() async throws
  {
    let model = try OpenModel.open(.example("mlp"))
    let request = ReinitializationRequest(
      scope: .network, expression: "x + normal(0, 0.01)", seed: 42)
    _ = try await model.reinitialize(request)
    let first = try values(model, 0)
    _ = try await model.undo()
    _ = try await model.reinitialize(request)
    #expect(try values(model, 0) == first)
  }

  @Test(arguments: ["x +", "y", "x = 1", "", "uniform(x, 1)"])
  func `a wrong expression changes nothing and says where`(expression: String) async throws {
    let model = try OpenModel.open(.example("mlp"))
    let before = try values(model, 0)
    await #expect(throws: WorkspaceError.self) {
      try await model.reinitialize(
        ReinitializationRequest(scope: .network, expression: expression, seed: nil))
    }
    #expect(try values(model, 0) == before)
  }

  @Test func `a deferred parameter has no values to edit`() async throws {
    let model = try network("layers:\n  - dense: {units: 2}\n")
    let change = try await model.reinitialize(
      ReinitializationRequest(scope: .network, expression: "x", seed: nil))
    #expect(change.summary.untouched.count == 1)
  }
}
