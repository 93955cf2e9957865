import Foundation
import Inspector
import InspectorRuntime
import TerminalUI
import TestSupport
import Testing
import Workspace

@MainActor
@Suite struct TrainingScreenTests {
  private func text(_ model: String, _ keys: String, size: Size = Size(columns: 120, rows: 36))
    async throws -> String
  {
    let terminal = HeadlessTerminal(size: size)
    let opened = try OpenModel.open(ModelLocator(model), options: BuildOptions(seed: 42))
    _ = await Program(model: opened, terminal: terminal).play(try KeyScript(keys).events)
    return try #require(terminal.lastFrame).text
  }

  @Test(arguments: [("ttt", "step 3  loss"), ("TT", "step 1  loss"), ("Tjj", "training  step 3")])
  func `a run goes on by one step after each key`(keys: String, status: String) async throws {
    #expect(try await text("example:shared-mlp", keys).contains(status))
  }

  @Test func `both users of a shared layer show equal numbers after training`() async throws {
    let parts = try await text("example:shared-mlp", "ttt").components(
      separatedBy: "dense1_weight  =a")
    let rows = parts.dropFirst().map { $0.prefix { $0 != "\n" } }
    #expect(rows.count == 2 && rows[0] == rows[1])
  }

  @Test func `training shows the loss and what each use adds`() async throws {
    let text = try await text("example:shared-mlp", "jjtttt")
    for part in ["─ Training ─", "gradient l2 by use", "layer 1", "layer 2", "adam"] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
  }

  @Test func `a file of parameters says that it cannot be trained`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/mlp.safetensors"
      _ = try await OpenModel.open(.example("mlp")).save(to: path)
      #expect(try await self.text(path, "t").contains("cannot be trained"))
    }
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24)])
  func `training fits small screens`(size: Size) async throws {
    #expect(try await text("example:shared-mlp", "jjttt", size: size).contains("step 3"))
  }
}
