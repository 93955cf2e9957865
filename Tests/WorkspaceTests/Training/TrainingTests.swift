import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

@MainActor
@Suite struct TrainingTests {
  private func steps(
    _ count: Int, of model: OpenModel, _ plan: TrainingPlan = TrainingPlan()
  ) async throws -> ModelChange {
    var last: ModelChange?
    for _ in 0..<count { last = try await model.train(plan, measuring: []) }
    return try #require(last)
  }

  @Test(arguments: ["mlp", "shared-mlp", "reuse", "lenet", "lstm"])
  func `training lowers the loss of every example`(name: String) async throws {
    let model = try example(name, seed: 7)
    let count = name == "lenet" || name == "lstm" ? 12 : 60
    let change = try await steps(count, of: model)
    let losses = try #require(change.training?.losses)
    #expect(losses.count == count)
    #expect(try #require(losses.last) < #require(losses.first))
  }

  @Test func `the axis of a histogram never shrinks during a run, and a change by hand frees it`()
    async throws
  {
    let model = try OpenModel.open(.example("shared-mlp"))
    let plan = TrainingPlan(optimizer: "adam(learning_rate: 0.02)")
    var axes: [DisplayAxis] = []
    for _ in 0..<12 {
      let change = try await model.train(plan, measuring: [0])
      let after = try #require(change.statistics[0]?.after.components.first)
      let axis = try #require(after.distribution?.axis)
      if let last = axes.last { #expect(axis.low <= last.low && axis.high >= last.high) }
      axes.append(axis)
    }
    #expect(Set(axes).count > 1 && Set(axes).count < axes.count)
    let reset = try await model.reinitialize(
      ReinitializationRequest(scope: .network, initializer: "uniform(scale: 1e-6)", seed: 1))
    let axis = try #require(reset.statistics[0]?.after.components.first?.distribution?.axis)
    #expect(axis.high < 1e-5)
    let next = try await model.train(
      TrainingPlan(optimizer: "sgd(learning_rate: 1e-9)"), measuring: [0])
    let small = try #require(next.statistics[0]?.after.components.first?.distribution?.axis)
    #expect(small.high < 1e-5)
  }

  @Test func `the same seeds train to the same bits`() async throws {
    let models = try [example("shared-mlp", seed: 3), example("shared-mlp", seed: 3)]
    for model in models { _ = try await steps(5, of: model) }
    #expect(try models[0].bits == models[1].bits)
    let other = try example("shared-mlp", seed: 4)
    _ = try await steps(5, of: other)
    #expect(try other.bits != models[0].bits)
  }

  @Test func `undo goes back through steps to the bit and redo forward again`() async throws {
    let model = try example("shared-mlp")
    let opened = try model.bits
    var states: [OpenModel.Bits] = []
    var losses: [Double?] = []
    for _ in 0..<3 {
      losses.append(try await steps(1, of: model).training?.loss)
      states.append(try model.bits)
    }
    #expect(try await model.undo().training?.loss == losses[1])
    #expect(try model.bits == states[1])
    #expect(try await model.undo().training?.stepCount == 1)
    _ = try await model.undo()
    #expect(try model.bits == opened)
    for state in states {
      _ = try await model.redo()
      #expect(try model.bits == state)
    }
    // What the optimizer remembers has come back too: the fourth step is the one it would have been.
    let fourth = try await steps(1, of: model).training?.loss
    _ = try await model.undo()
    #expect(try await steps(1, of: model).training?.loss == fourth)
  }

  @Test func `the shares of the uses of a shared parameter add up to one`() async throws {
    let model = try example("shared-mlp", seed: 42)
    let change = try await steps(3, of: model)
    let weight = try model.position("dense1_weight")
    let uses = try #require(change.training?.uses[weight])
    #expect(uses.map(\.label) == ["1", "2"])
    #expect(abs(try uses.map { try #require($0.share) }.reduce(0, +) - 1) < 1e-6)
    #expect(uses.allSatisfy { $0.norms.count == 3 })
    let reused = try await steps(1, of: example("reuse", seed: 42))
    #expect(reused.training?.uses.values.first?.count == 3)
  }

  @Test func `a change in the middle of a run takes effect and the run goes on`() async throws {
    let model = try example("shared-mlp", seed: 1)
    _ = try await steps(2, of: model)
    let weight = try model.position("dense3_weight")
    _ = try await model.reinitialize(
      ReinitializationRequest(scope: .parameter(weight), initializer: "zero", seed: nil))
    let change = try await steps(1, of: model)
    #expect(change.training?.stepCount == 3)
    #expect(change.changed.contains(weight))
  }

  @Test func `a network that diverges has NaN for its loss and undo still works`() async throws {
    let model = try example("mlp")
    let opened = try model.bits
    let plan = TrainingPlan(optimizer: "sgd(learning_rate: 1e9)")
    let change = try await steps(8, of: model, plan)
    #expect(change.training?.loss?.isFinite == false)
    _ = try await model.go(toUndoCount: 0)
    #expect(try model.bits == opened)
  }

  @Test func `what does not fit is said in one line and changes nothing`() async throws {
    let model = try example("mlp")
    let opened = try model.bits
    func refusal(_ plan: TrainingPlan) async -> String {
      await message { _ = try await model.train(plan, measuring: []) }
    }
    func data(_ inputs: Shape, _ targets: Shape, _ value: Float = 0) throws -> TrainingPlan {
      func tensor(_ shape: Shape) -> Tensor {
        Tensor([Float](repeating: value, count: shape.elementCount), shape: shape)
      }
      return TrainingPlan(
        data: try TrainingData(inputs: tensor(inputs), targets: tensor(targets)))
    }
    #expect(await refusal(TrainingPlan(batchSize: 0)).contains("a batch of 0"))
    #expect(await refusal(TrainingPlan(optimizer: "sdg")).contains("sdg"))
    #expect(await refusal(try data([4, 7], [4])).contains("20"))
    #expect(await refusal(try data([4, 20], [4], 10)).contains("0 to 9"))
    #expect(await refusal(try data([4, 20], [4, 3, 3])).contains("target"))
    #expect(await message { _ = try data([4, 20], [3]) }.contains("4 inputs but 3 targets"))
    #expect(await message { _ = try data([0, 20], [0]) }.contains("no samples"))
    #expect(try model.bits == opened)
    #expect(model.undoCount == 0)
  }

  @Test func `what is read while a step runs is what was there before it`() async throws {
    let model = try example("shared-mlp", seed: 2)
    _ = try await steps(1, of: model)
    let before = try model.bits
    let weight = try model.position("dense1_weight")
    let gradient = try model.gradient(of: weight).tensor
    var seen: [Bool] = []
    _ = try await model.train(TrainingPlan(), measuring: []) { progress in
      let isSame = await MainActor.run {
        (try? model.bits.tensors) == before.tensors
          && (try? model.gradient(of: weight).tensor) == gradient
      }
      seen.append(isSame)
      return progress.stepCount == 4
    }
    #expect(seen == [true, true, true])
    #expect(try model.bits.tensors != before.tensors)
    #expect(try model.gradient(of: weight).tensor != gradient)
  }

  @Test func `what the program changes in its own network is read as it is now`() throws {
    let net = try ModelContext.withSeed(1) {
      let net = Dense(2, inUnits: 2)
      try net.initialize()
      return net
    }
    let model = OpenModel(net)
    try net.weight.setData(Tensor([1, 2, 3, 4] as [Float], shape: [2, 2]))
    #expect(try model.bits.tensors[0]?.floats == [1, 2, 3, 4])
  }

  @Test func `a long run is undone step by step, and its beginning as one`() async throws {
    let model = try example("reuse", seed: 1)
    let opened = try model.bits
    _ = try await steps(1010, of: model)
    #expect(model.undoCount == 1000)
    #expect(try await model.undo().training?.stepCount == 1009)
    #expect(try await model.go(toUndoCount: 1).training?.stepCount == 11)
    _ = try await model.undo()
    #expect(try model.bits == opened)
  }

  @Test func `own data is learned batch after batch and round again`() async throws {
    let inputs = Tensor((0..<60).map { Float($0 % 7) / 7 }, shape: [3, 20])
    let targets = Tensor([Float(1), 2, 3], shape: [3])
    let plan = TrainingPlan(
      batchSize: 2, data: try TrainingData(inputs: inputs, targets: targets))
    let change = try await steps(30, of: example("mlp"), plan)
    #expect(try #require(change.training?.loss) < 2.3)
    #expect(plan.data?.batch(1, size: 2).targets.floats == [3, 1])
    #expect(plan.data?.batch(2, size: 2).targets.floats == [2, 3])
  }

  @Test func `a curve of any length is kept in a bounded number of points`() {
    var curve = Curve()
    for value in 0..<10_000 { curve.append(Double(value)) }
    #expect(curve.points.count <= Curve.mostPoints && curve.points.count > Curve.mostPoints / 2 - 1)
    #expect(curve.first == 0 && curve.last == 9999 && curve.count == 10_000)
    #expect(curve.points == curve.points.indices.map { Double($0 * curve.stride) })
  }
}
