import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

/// Tying and untying: one object for several layers, and one each again.
@Suite @MainActor struct SharingTests {
  /// What every use reads, by its path.
  private func values(_ model: OpenModel) throws -> [String: [Double]] {
    var values: [String: [Double]] = [:]
    for use in model.outline.uses {
      guard case .memory(let tensor) = try model.elements(of: use.parameter) else { continue }
      values[use.path] = tensor.doubles
    }
    return values
  }

  @Test func `each use says how it came to its parameter`() throws {
    let shared = try OpenModel.open(.example("shared-mlp")).outline
    #expect(
      shared.uses.map(\.reason) == [
        .created, .created, .created, .created, .parameters(of: "dense1"),
        .parameters(of: "dense1"), .created, .created,
      ])
    let reused = try OpenModel.open(.example("reuse")).outline
    #expect(
      reused.uses.map(\.reason) == [
        .created, .created, .reuse(of: "dense0"), .reuse(of: "dense0"), .reuse(of: "dense0"),
        .reuse(of: "dense0"), .created, .created,
      ])
  }

  @Test func `untied layers change apart, tied ones together, and undo brings back everything`()
    async throws
  {
    let model = try OpenModel.open(.example("shared-mlp"))
    let opened = (try values(model), model.outline)
    _ = try await model.share(.untie(use: 4))
    #expect(model.outline.uses[4].parameter != model.outline.uses[2].parameter)
    #expect(model.outline.parameters[model.outline.uses[4].parameter].name == "dense2_weight")
    #expect(try values(model) == opened.0)
    let node = model.outline.uses[4].node
    _ = try await model.reinitialize(
      ReinitializationRequest(scope: .layer(node: node), initializer: "one", seed: nil))
    #expect(try values(model)["2.weight"] == [Double](repeating: 1, count: 64))
    #expect(try values(model)["1.weight"] == opened.0["1.weight"])

    _ = try await model.share(.tie(use: 4, with: model.outline.uses[2].parameter))
    #expect(try values(model)["2.weight"] == opened.0["1.weight"])
    #expect(model.outline.uses[4].reason == .parameters(of: "dense1"))
    for _ in 0..<3 { _ = try await model.undo() }
    #expect(try values(model) == opened.0)
    #expect(model.outline.uses == opened.1.uses)
    #expect(model.outline.usedParameters == opened.1.usedParameters)
    #expect(model.outline.uniqueTotal == opened.1.uniqueTotal)
    _ = try await model.redo()
    #expect(model.outline.usedParameters.count == opened.1.usedParameters.count + 1)
  }

  @Test func `the blocks of the network hold the same object`() async throws {
    let network = Sequential()
    let layers = [Dense(3, inUnits: 3), Dense(3, inUnits: 3), Dense(2, inUnits: 3)]
    for layer in layers { network.add(layer) }
    try network.initialize()
    let model = OpenModel(network)
    _ = try await model.share(.tie(use: 2, with: 0))
    #expect(layers[0].weight === layers[1].weight)
    #expect(layers[0].bias !== layers[1].bias)
    #expect(try network.collectParams().names.count == 5)
    try layers[1].weight.setData(Tensor([Float](repeating: 1, count: 9), shape: [3, 3]))
    let input = Tensor([Float](repeating: 1, count: 3), shape: [1, 3])
    #expect(try layers[0](input).floats == [3, 3, 3])
    #expect(model.outline.parameters[0].tie == 0)
    await #expect(throws: WorkspaceError.self) { try await model.share(.tie(use: 4, with: 0)) }
    _ = try await model.undo()
    #expect(layers[0].weight !== layers[1].weight)
    #expect(try network.collectParams().names.count == 6)
  }

  @Test func `a block that is called twice cannot be untied from itself`() async throws {
    let model = try OpenModel.open(.example("reuse"))
    await #expect(throws: WorkspaceError.self) { try await model.share(.untie(use: 2)) }
    await #expect(throws: WorkspaceError.self) { try await model.share(.untie(use: 99)) }
    await #expect(throws: WorkspaceError.self) { try await model.share(.tie(use: 0, with: -1)) }
    #expect(model.undoStack.isEmpty)
  }

  @Test func `names of a file that are tied change together and are saved under each`() async throws
  {
    let model = try OpenModel.open(.file(zooFile("tiny_llama_tied_once.safetensors")))
    let outline = model.outline
    func use(_ name: String) throws -> Int {
      try #require(outline.uses.firstIndex { $0.path == name })
    }
    let first = try use("model.layers.0.self_attn.k_proj.weight")
    let second = try use("model.layers.1.self_attn.k_proj.weight")
    _ = try await model.share(.tie(use: second, with: outline.uses[first].parameter))
    let tied = model.outline.uses[second].parameter
    _ = try await model.reinitialize(
      ReinitializationRequest(scope: .parameter(tied), initializer: "one", seed: nil))
    _ = try await model.share(.untie(use: first))
    #expect(model.outline.uses[first].parameter != model.outline.uses[second].parameter)
    try await withTemporaryFolder { folder in
      let path = "\(folder)/tied.safetensors"
      _ = try await model.save(to: path)
      let saved = try OpenModel.open(.file(path))
      #expect(saved.outline.uses.map(\.path) == outline.uses.map(\.path))
      for index in [first, second] {
        let scanned = try await saved.elements(of: saved.outline.uses[index].parameter)
          .scan(.init())
        #expect(scanned.components[0].summary.minimum == 1)
      }
    }
    for _ in 0..<3 { _ = try await model.undo() }
    #expect(model.outline.uses == outline.uses)
    #expect(model.outline.parameters.map(\.name) == outline.parameters.map(\.name))
  }

  @Test func `equal values of two objects are found, and nothing else`() async throws {
    let model = try OpenModel.open(.example("shared-mlp"))
    let groups = try await model.equalGroups()
    #expect(groups == [[1, 3]])
    _ = try await model.share(.untie(use: 4))
    #expect(try await model.equalGroups() == [[1, 3], [2, 6]])
    let file = try OpenModel.open(.file(zooFile("tiny_llama_tied_once.safetensors")))
    let equal = try await file.equalGroups().flatMap { $0 }
    // Norms are all ones; matrices are drawn, and equal only by chance.
    #expect(equal.allSatisfy { file.outline.parameters[$0].shape.rank == 1 })
  }
}
