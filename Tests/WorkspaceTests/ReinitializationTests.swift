import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

/// A reinitialization of a network gives the bits that the engine gives when it does the same.
@Suite @MainActor struct ReinitializationTests {
  /// What is asked for, and the same done by the engine.
  struct Step: Sendable, CustomTestStringConvertible {
    let name: String
    let scope: ReinitializationRequest.Scope
    let initializer: String
    var seed: Int32?
    let byHand: @Sendable (Sequential) throws -> Void
    var testDescription: String { name }
  }

  nonisolated static let steps = [
    Step(name: "layer", scope: .layer(node: 2), initializer: "xavier") {
      try $0[1].initialize(Xavier(), forceReinit: true)
    },
    Step(name: "layer through another user", scope: .layer(node: 3), initializer: "xavier") {
      try $0[2].initialize(Xavier(), forceReinit: true)
    },
    Step(name: "layer, seeded", scope: .layer(node: 4), initializer: "normal(0.5)", seed: -3) {
      ModelContext.current.seed(-3)
      try $0[3].initialize(Normal(0.5), forceReinit: true)
    },
    Step(name: "network", scope: .network, initializer: "Normal(sigma: 2)") {
      try $0.initialize(Normal(2), forceReinit: true)
    },
    Step(name: "subtree", scope: .subtree(node: 0), initializer: "uniform(3)", seed: 42) {
      ModelContext.current.seed(42)
      try $0.initialize(Uniform(3), forceReinit: true)
    },
    Step(name: "parameter", scope: .parameter(2), initializer: "msraprelu") {
      try $0[1].weight.initialize(MSRAPrelu(), forceReinit: true)
    },
    Step(name: "bias", scope: .parameter(3), initializer: "normal(1)") {
      try $0[1].bias.initialize(Normal(1), forceReinit: true)
    },
    Step(name: "matching", scope: .matching("bias$"), initializer: "uniform") { network in
      for index in [0, 1, 3] {
        try network[index].bias.initialize(Uniform(), forceReinit: true)
      }
    },
  ]

  @Test(arguments: steps)
  func `a change gives the bits that the engine gives`(step: Step) async throws {
    let model = try example("shared-mlp", seed: 9)
    _ = try await model.reinitialize(
      ReinitializationRequest(scope: step.scope, initializer: step.initializer, seed: step.seed))
    try ModelContext.withSeed(9) {
      let network = try sharedNetwork()
      try step.byHand(network)
      let byHand = try network.bits
      #expect(try model.bits == byHand)
    }
  }

  @Test func `changes go on with the stream where the last one stopped`() async throws {
    let model = try example("shared-mlp", seed: 1)
    for step in Self.steps {
      _ = try await model.reinitialize(
        ReinitializationRequest(scope: step.scope, initializer: step.initializer, seed: step.seed))
    }
    try ModelContext.withSeed(1) {
      let network = try sharedNetwork()
      for step in Self.steps { try step.byHand(network) }
      let byHand = try network.bits
      #expect(try model.bits == byHand)
    }
  }

  @Test(arguments: steps)
  func `undo and redo are exact`(step: Step) async throws {
    let model = try example("shared-mlp", seed: 9)
    let opened = try model.bits
    let outline = model.outline
    let request = ReinitializationRequest(
      scope: step.scope, initializer: step.initializer, seed: step.seed)
    let change = try await model.reinitialize(request)
    let changed = try model.bits
    #expect(changed != opened)
    #expect((change.undoCount, change.redoCount) == (1, 0))

    let undone = try await model.undo()
    #expect(try model.bits == opened)
    #expect(model.outline == outline)
    #expect((undone.kind, undone.undoCount, undone.redoCount) == (.undone, 0, 1))
    let redone = try await model.redo()
    #expect(try model.bits == changed)
    #expect(redone.outline == change.outline)
    #expect(redone.changed == change.changed)

    _ = try await model.undo()
    #expect(try await model.reinitialize(request).statistics == change.statistics)
    #expect(try model.bits == changed)
  }

  @Test(arguments: steps)
  func `the preview shows the very values that are applied, and changes nothing`(
    step: Step
  ) async throws {
    let model = try example("shared-mlp", seed: 9)
    let opened = try model.bits
    let request = ReinitializationRequest(
      scope: step.scope, initializer: step.initializer, seed: step.seed)
    let preview = try await model.preview(request)
    #expect(try model.bits == opened)
    let change = try await model.reinitialize(request)
    let applied = try #require(change.statistics[preview.parameter]?.after.components.first)
    let shown = try #require(preview.after?.components.first)
    #expect(shown.summary == applied.summary)
    #expect(shown.quantiles == applied.quantiles)
    #expect(preview.summary == change.summary)
  }

  @Test func `a layer keeps the zeros that its bias declares`() async throws {
    let model = try example("shared-mlp")
    let change = try await model.reinitialize(
      ReinitializationRequest(scope: .layer(node: 2), initializer: "xavier", seed: nil))
    #expect(
      change.summary.changed == [
        .init(parameter: 2, initializer: "xavier", isDeclared: false),
        .init(parameter: 3, initializer: "zeros", isDeclared: true),
      ])
    #expect(change.changed == [2])
    #expect(try model.tensor("dense1_bias").floats == [Float](repeating: 0, count: 8))
    #expect(
      model.outline.parameters.map(\.isModified) == [false, false, true, false, false, false])
    #expect(model.outline.parameters[2].origin?.text == "xavier(uniform, avg, 3)")
  }

  @Test func `a parameter that is shared is drawn once`() async throws {
    let (shared, single) = (try example("shared-mlp", seed: 3), try example("shared-mlp", seed: 3))
    let request = { (scope: ReinitializationRequest.Scope) in
      ReinitializationRequest(scope: scope, initializer: "normal", seed: nil)
    }
    _ = try await shared.reinitialize(request(.layer(node: 2)))
    _ = try await single.reinitialize(request(.parameter(2)))
    #expect(shared.context.stream == single.context.stream)
    #expect(try shared.tensor("dense1_weight") == single.tensor("dense1_weight"))
  }

  @Test(
    arguments: [
      (.parameter(1), "xavier", "Xavier initializer cannot be applied to vector"),
      (.network, "normal(0)", "scale parameter in gaussian has to be positive"),
      (.network, "xaver", "did you mean xavier?"),
      (.network, "constant", "value"),
      (.network, "", "expected the name of an initializer"),
      (.matching("("), "xavier", "'(' is not a regular expression: missing )"),
      (.matching("nothing"), "xavier", "no parameter matches 'nothing'"),
      (.layer(node: 0), "xavier", "sequential0 has no parameters of its own"),
      (.layer(node: 99), "xavier", "there is no such parameter"),
      (.subtree(node: -1), "xavier", "there is no such parameter"),
      (.parameter(6), "xavier", "there is no such parameter"),
      (.matching("bias|weight"), "xavier", "Xavier initializer cannot be applied to vector"),
    ] as [(ReinitializationRequest.Scope, String, String)])
  func `what fails changes nothing`(
    scope: ReinitializationRequest.Scope, initializer: String, reason: String
  ) async throws {
    let model = try example("shared-mlp", seed: 4)
    let opened = try model.bits
    let outline = model.outline
    let request = ReinitializationRequest(scope: scope, initializer: initializer, seed: 17)
    let said = await message { _ = try await model.reinitialize(request) }
    #expect(said.contains(reason), "\(said)")
    #expect(!said.contains("\n"))
    #expect(await message { _ = try await model.preview(request) } == said)
    #expect(try model.bits == opened)
    #expect(model.outline == outline)
    #expect(await message { _ = try await model.undo() } == "nothing to undo")
  }

  @Test func `a change forgets what was undone`() async throws {
    let model = try example("mlp")
    let request = ReinitializationRequest(scope: .network, initializer: "one", seed: nil)
    _ = try await model.reinitialize(request)
    _ = try await model.undo()
    let change = try await model.reinitialize(request)
    #expect((change.undoCount, change.redoCount) == (1, 0))
    #expect(await message { _ = try await model.redo() }.hasPrefix("nothing to redo"))
  }

  @Test func `values that come out the same are not a modification`() async throws {
    let model = try example("mlp")
    let change = try await model.reinitialize(
      ReinitializationRequest(scope: .parameter(1), initializer: "zero", seed: nil))
    #expect(change.changed.isEmpty)
    #expect(model.outline.parameters.allSatisfy { !$0.isModified })
  }

  @Test func `a shape that waits notes the initializer for the first forward`() async throws {
    let model = try network("layers:\n  - dense: {units: 8}")
    let opened = model.outline
    let change = try await model.reinitialize(
      ReinitializationRequest(scope: .network, initializer: "xavier", seed: 5))
    #expect(change.outline.parameters[0].origin?.text == "xavier(uniform, avg, 3)")
    #expect(change.outline.parameters[0].state == opened.parameters[0].state)
    #expect(change.statistics[0] == nil)
    let undone = try await model.undo()
    #expect(undone.outline == opened)
    let weight = ReinitializationRequest(scope: .parameter(0), initializer: "xavier", seed: nil)
    #expect(try await model.preview(weight).after == nil)
    #expect(try await model.reinitialize(weight).summary.changed.count == 1)
  }
}
