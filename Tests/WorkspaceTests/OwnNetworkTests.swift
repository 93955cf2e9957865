import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

@MainActor
@Suite struct OwnNetworkTests {
  private func network() throws -> Sequential {
    let shared = Dense(4, activation: .relu, inUnits: 4)
    let net = Sequential()
    net.add(shared, try Dense(4, inUnits: 4, params: shared.params), Dense(2, inUnits: 4))
    try net.initialize()
    return net
  }

  @Test func `a network built in a program is opened with its shared parameters`() throws {
    let model = OpenModel(try ModelContext.withSeed(1) { try network() }, title: "mine")
    #expect(model.outline.title == "mine")
    #expect(model.outline.parameters.map(\.name).count == 4)
    #expect(model.outline.parameters[0].uses.count == 2)
  }

  @Test func `what is changed in the inspector is changed in the program`() async throws {
    let net = try ModelContext.withSeed(1) { try network() }
    let model = OpenModel(net)
    #expect(model.outline.title == "sequential0")
    let weight = try model.position("dense0_weight")
    _ = try await model.reinitialize(
      ReinitializationRequest(scope: .parameter(weight), initializer: "one", seed: nil))
    let data = try #require(net.children.first?.block.parametersByPath().first?.parameter).data()
    #expect(data == Tensor([Float](repeating: 1, count: 16), shape: [4, 4]))
    _ = try await model.undo()
    #expect(try model.bits.tensors[weight] != data)
  }

  @Test func `a network that waits for its first forward pass is opened as it is`() throws {
    let net = ModelContext.withSeed(1) {
      let net = Sequential()
      net.add(Dense(4))
      return net
    }
    let model = OpenModel(net)
    guard case .uninitialized = model.outline.parameters[0].state else {
      Issue.record("\(model.outline.parameters[0].state)")
      return
    }
  }
}
