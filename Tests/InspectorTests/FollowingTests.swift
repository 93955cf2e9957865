import InspectorRuntime
import TerminalUI
import TestSupport
import Testing
import Words
import Workspace

@testable import Inspector

/// A file that changes on disk while it is open.
@Suite @MainActor struct FollowingTests {
  /// Saves an edited example under a name.
  private func write(_ expression: String, _ path: String, of name: String = "mlp") async throws {
    let model = try example(name)
    _ = try await model.reinitialize(
      ReinitializationRequest(scope: .network, expression: expression, seed: nil))
    _ = try await model.save(to: path)
  }

  /// Plays keys; after the first ones are done, something happens to the file.
  private func play(
    _ model: OpenModel, _ first: String, _ rest: String,
    meanwhile: @escaping () async throws -> Void
  ) async throws -> String {
    let terminal = HeadlessTerminal(size: Size(columns: 120, rows: 36))
    let program = Program(model: model, terminal: terminal)
    _ = await program.play(try KeyScript(first).events)
    try await meanwhile()
    _ = await program.play(try KeyScript(rest).events)
    return try #require(terminal.lastFrame).text
  }

  @Test func `R reads the file anew; selection, changes and the numbers of before stay`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.safetensors"
      try await write("x", path)
      let model = try OpenModel.open(.file(path))
      let shown = try await play(model, "j<Tab>j:edit 7 --only 0.bias<CR>", "R") {
        try await write("x * 3", path)
      }
      #expect(shown.contains("a.safetensors was read anew"))
      #expect(shown.contains("1 modified"))
      // Before and now, of the weight that is selected.
      #expect(shown.contains("0.1211") && shown.contains("0.04038"))
    }
  }

  @Test func `what a file held before stands in the history, and cannot be gone back to`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.safetensors"
      try await write("x", path)
      let model = try OpenModel.open(.file(path))
      let shown = try await play(model, "j<Tab>j:edit 7 --only 0.bias<CR>5", "R<Tab>[") {
        try await write("x * 3", path)
      }
      let lines = shown.split(separator: "\n")
      let opened = try #require(lines.firstIndex { $0.contains("opened ") })
      let reload = try #require(lines.firstIndex { $0.contains("reload 1 ") })
      #expect(opened < reload)
      #expect(lines[opened].contains("0.04038") && lines[reload].contains("0.1211"))
      #expect(shown.contains("the file holds this no more; only its numbers are known"))
      // What was changed by hand is not what the file holds.
      let edited = try await play(
        try OpenModel.open(.file(path)), "j<Tab>:edit 7 --only 0.bias<CR>5", "R"
      ) { try await write("x * 2", path) }
      #expect(edited.contains("edit 1") && !edited.contains("reload 1"))
    }
  }

  @Test func `other parameters than before start anew, at the same path`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.safetensors"
      try await write("x", path)
      let model = try OpenModel.open(.file(path))
      let shown = try await play(model, ":edit 7<CR>j<Tab>j", "R") {
        try await write("x", path, of: "shared-mlp")
      }
      #expect(shown.contains("it has other parameters than before"))
      #expect(!shown.contains("modified"))
      #expect(shown.contains("Parameters of 0"))
    }
  }

  @Test(arguments: [0, 7, 40, 300])
  func `a half-written file leaves what is open as it was`(byteCount: Int) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.safetensors"
      try await write("x", path)
      let model = try OpenModel.open(.file(path))
      let shown = try await play(model, "j", "R") { try cut(path, to: byteCount) }
      #expect(shown.contains("× ") && shown.contains("a.safetensors"))
      #expect(shown.contains("4 parameters"))
    }
  }

  @Test func `what was not opened from a file says so`() async throws {
    let shown = try await frame(try example("mlp"), Size(columns: 80, rows: 24), "R").text
    #expect(shown.contains("was not opened from a file"))
  }

  @Test func `a change on disk is said, and read at once where that is wanted`() throws {
    var state = launch(try example("mlp"))
    #expect(reduce(&state, .file(.changed)).isEmpty)
    #expect(state.statusText.contains("changed on disk; R reads it anew"))
    #expect(render(state).text.contains("changed on disk"))
    _ = reduce(&state, .file(.deleted))
    #expect(state.statusText.contains("was deleted"))
    state.work.follows = true
    let effects = reduce(&state, .file(.changed))
    let id = try #require(state.work.reload)
    #expect(effects == [.work(id, .reload)])
    // A change meanwhile is read afterwards; a failure waits for the next change.
    #expect(reduce(&state, .file(.changed)).isEmpty)
    #expect(reduce(&state, .work(id, .failed("too short"))).count == 1)
    let next = try #require(state.work.reload)
    #expect(reduce(&state, .work(next, .failed("too short"))).isEmpty)
    #expect(state.statusText.contains("waiting for a complete file: too short"))
    #expect(state.work.reload == nil)
  }
}
