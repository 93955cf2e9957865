import Glibc
import TestSupport
import Testing

@testable import Inspector

/// Thousands of random keys, sizes, delays and accidents: nothing traps, and the screen stays in order.
@Suite @MainActor struct MonkeyTests {
  /// How many steps are taken in all: PARAMSCOPE_MONKEY_STEPS, for a long run.
  nonisolated static let stepCount =
    unsafe (getenv("PARAMSCOPE_MONKEY_STEPS").flatMap { unsafe Int(String(cString: $0)) } ?? 2000)
    / (MonkeyModel.allCases.count * 2)

  @Test(arguments: MonkeyModel.allCases, [1, 2] as [UInt64])
  func `any keys keep the screen in order`(model: MonkeyModel, seed: UInt64) async throws {
    var monkey = Monkey(seed: seed)
    let steps = try await withTemporaryFolder { folder in
      var steps: [MonkeyStep] = []
      var session = try await MonkeySession(model, seed: seed, in: folder)
      for _ in 0..<Self.stepCount {
        steps.append(monkey.step(on: session.state.size))
        if try await session.problem(after: steps[steps.count - 1]) != nil { return steps }
      }
      return try await session.problemOfUndoing() == nil ? [] : steps
    }
    guard !steps.isEmpty else { return }
    let fewest = try await MonkeyStep.fewest(of: steps) {
      try await self.problem(after: $0, model, seed) != nil
    }
    let problem = try await self.problem(after: fewest, model, seed) ?? "only now and then"
    Issue.record("\(model), \(seed): \(problem), after \(fewest.map(\.description).joined())")
  }

  @Test func `the keys that a problem does not need are left out`() async throws {
    let steps = "jkxlyhz".map { MonkeyStep(deed: .keys(String($0))) }
    let fewest = await MonkeyStep.fewest(of: steps) { some in
      let keys = some.map(\.description)
      return keys.contains("x") && keys.contains("z")
    }
    #expect(fewest.map(\.description) == ["x", "z"])
  }

  /// What is out of order after some steps, if anything.
  private func problem(
    after steps: [MonkeyStep], _ model: MonkeyModel, _ seed: UInt64
  ) async throws -> String? {
    try await withTemporaryFolder { folder in
      var session = try await MonkeySession(model, seed: seed, in: folder)
      for step in steps {
        if let problem = try await session.problem(after: step) { return problem }
      }
      return try await session.problemOfUndoing()
    }
  }
}
