import Inspector
import TerminalUI
import TestSupport
import Testing
import Workspace

@MainActor
@Suite struct TrainingTests {
  private func launched(_ name: String = "shared-mlp") throws -> (OpenModel, InspectorState) {
    let model = try OpenModel.open(.example(name), options: BuildOptions(seed: 1))
    return (model, launch(model, size: Size(columns: 100, rows: 30)))
  }

  private func press(_ keys: String, _ state: inout InspectorState) throws -> [InspectorEffect] {
    try KeyScript(keys).events.flatMap { reduce(&state, .terminal($0)) }
  }

  private func trainings(_ effects: [InspectorEffect]) -> [(id: JobID, plan: TrainingPlan)] {
    effects.compactMap { effect in
      if case .train(let id, let plan, _) = effect { (id, plan) } else { nil }
    }
  }

  @Test func `a step is asked for once however often its key is pressed`() throws {
    var (_, state) = try launched()
    #expect(trainings(try press("ttt", &state)).count == 1)
  }

  @Test func `a run asks for the next step after a pause and stops at escape`() async throws {
    var (model, state) = try launched()
    state.training.keepsTime = true
    let first = try #require(trainings(try press("T", &state)).first)
    let change = try await model.train(first.plan, measuring: [])
    let effects = reduce(&state, .changed(first.id, change))
    let pause = effects.compactMap { effect in
      if case .wait(let id, let milliseconds) = effect { (id, milliseconds) } else { nil }
    }
    #expect(pause.map(\.1) == [100])
    #expect(trainings(reduce(&state, .waited(try #require(pause.first).0))).count == 1)
    _ = try press("<Esc>", &state)
    #expect(!state.training.isRunning)
    #expect(trainings(reduce(&state, .waited(try #require(pause.first).0))).isEmpty)
  }

  @Test func `a late step of a run that was stopped is still taken in`() async throws {
    var (model, state) = try launched()
    state.training.keepsTime = true
    let first = try #require(trainings(try press("TT", &state)).first)
    let change = try await model.train(first.plan, measuring: [])
    #expect(
      reduce(&state, .changed(first.id, change)).allSatisfy { effect in
        if case .wait = effect { false } else { true }
      })
    #expect(state.training.progress?.stepCount == 1)
  }

  @Test func `the pace goes from one to a hundred steps a second and no further`() throws {
    var (_, state) = try launched()
    _ = try press(">>>>>>>>>", &state)
    #expect(state.training.pace == .hundred)
    _ = try press("<lt><lt><lt><lt><lt><lt><lt><lt>", &state)
    #expect(state.training.pace == .one)
  }

  @Test(arguments: [
    ("--steps 3 --optimizer sgd(learning_rate:0.5) --batch 8 --seed 5 --loss l2", true),
    ("--steps 0", false), ("--steps x", false), ("--batch -1", false), ("--optimizer sdg", false),
    ("--loss hinge", false), ("--seed 1e9", false),
  ])
  func `the command sets the plan or complains and changes nothing`(
    options: String, isRight: Bool
  ) throws {
    var (_, state) = try launched()
    let before = state.training
    _ = try press(":train \(options)<Enter>", &state)
    guard isRight else { return #expect(state.training == before) }
    #expect(state.training.isRunning && state.training.length == .steps(3))
    #expect(state.training.plan.batchSize == 8 && state.training.plan.loss == .l2)
    #expect(state.training.plan.optimizer == "sgd(learning_rate:0.5)")
  }
}
