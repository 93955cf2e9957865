import Checkpoints
import Foundation
import InspectorRuntime
import ModelEngine
import Tensors
import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// What the `:` line does to the model as a whole, through the program on a terminal in memory.
@Suite @MainActor struct ModelCommandTests {
  private func play(
    _ model: OpenModel, _ keys: String, size: Size = Size(columns: 100, rows: 30)
  ) async throws -> String {
    let terminal = HeadlessTerminal(size: size)
    _ = await Program(model: model, terminal: terminal).play(try KeyScript(keys).events)
    return try #require(terminal.lastFrame).text
  }

  @Test func `another model takes the place of the first, and everything goes on`() async throws {
    let shown = try await play(
      example("mlp"), ":inspect example:shared-mlp --seed 42<CR>jjixavier<CR>")
    let direct = try await play(
      OpenModel.open(ModelLocator("example:shared-mlp"), options: BuildOptions(seed: 42)),
      "jjixavier<CR>")
    #expect(shown == direct)
    let undone = try await play(example("mlp"), ":inspect example:shared-mlp<CR>jjixavier<CR>uu")
    #expect(undone.contains("nothing to undo"))
  }

  @Test func `what was typed is remembered in the other model`() async throws {
    let shown = try await play(example("mlp"), ":sort std<CR>:inspect example:lenet<CR>:<Up><Up>")
    #expect(shown.contains(":sort std"))
  }

  @Test func `unsaved changes keep the model, unless they are given up`() async throws {
    let kept = try await play(example("mlp"), "jixavier<CR>:inspect example:lenet<CR>")
    #expect(kept.contains("unsaved changes") && kept.contains("example:mlp"))
    let left = try await play(example("mlp"), "jixavier<CR>:inspect! example:lenet<CR>")
    #expect(left.contains("example:lenet") && !left.contains("modified"))
  }

  @Test func `a change under way keeps the model, too`() throws {
    var state = launch(try example("mlp"))
    try state.press("t")
    let effects = try state.press(":inspect example:lenet<CR>")
    let isAsked = effects.contains { effect in
      if case .work(_, .inspect) = effect { true } else { false }
    }
    #expect(!isAsked && state.jobs.changes.count == 1)
  }

  @Test(arguments: ["example:nothing", "/no/such/file", "/", "''"])
  func `a model that cannot be opened leaves the present one`(_ locator: String) async throws {
    let shown = try await play(example("mlp"), "j:inspect \(locator)<CR>")
    #expect(shown.contains("example:mlp"))
    #expect(shown.contains("×") || shown.contains("needs MODEL"))
  }

  @Test func `the lesson fills the screen, and q comes back to where one was`() async throws {
    let before = try await play(example("mlp"), "jl")
    let lesson = try await play(example("mlp"), "jl:lesson --seed 7<CR>nn<Resize 60x20>")
    #expect(lesson.contains("step 3 of") && lesson.count { $0 == "\n" } == 20)
    #expect(try await play(example("mlp"), "jl:lesson<CR>nnjjq") == before)
    #expect(try await play(example("mlp"), "jl:lesson<CR><Esc>") == before)
  }

  @Test func `names are found, listed and put in order`() async throws {
    let model = try example("shared-mlp")
    let found = try await play(model, "<Tab>:find dense3<CR>")
    #expect(found.contains("▸ dense3_weight") && found.contains("match 1 of"))
    let listed = try await play(model, ":stats --filter bias<CR>")
    #expect(listed.contains("4 of 8") && !listed.contains("dense0_weight"))
    let all = try await play(model, ":filter bias<CR>:filter<CR>")
    #expect(all.contains("dense0_weight"))
    let sorted = try await play(model, ":sort count<CR>")
    #expect(sorted.contains("count▾"))
    #expect(
      try await play(model, ":sort count<CR>") == play(model, ":sort count<CR>:sort count<CR>"))
    #expect(try await play(model, ":sort nothing<CR>").contains("there is no column 'nothing'"))
    #expect(try await play(model, ":sort count --reverse<CR>").contains("count▴"))
  }

  @Test func `a parameter is shown in part, or its gradient`() async throws {
    let model = try example("shared-mlp")
    let part = try await play(model, ":show dense0_weight --slice :,10:<CR>")
    #expect(part.contains("dense0_weight") && part.contains("[0:7, 10:19] of 8×20"))
    let gradient = try await play(model, "t:show dense3_weight --grad<CR>")
    #expect(gradient.contains("3 Gradient"))
    #expect(try await play(model, ":show no_such<CR>").contains("there is no parameter 'no_such'"))
  }

  @Test func `small differences count as the same where that is said`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/b.safetensors"
      let other = try example("mlp")
      let request = ReinitializationRequest(
        scope: .matching("weight"), expression: "x + 0.0001", seed: nil)
      _ = try await other.reinitialize(request)
      _ = try await other.save(to: path)
      let strict = try await play(example("mlp"), ":diff \(path)<CR>")
      let lenient = try await play(example("mlp"), ":diff \(path) --tolerance 0.001<CR>")
      #expect(!strict.contains("all parameters are the same"))
      #expect(lenient.contains("all parameters are the same"))
    }
    #expect(try await play(example("mlp"), ":diff a --tolerance x<CR>").contains("--tolerance is"))
  }

  @Test func `training takes samples of a file, and so many epochs`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/data.npz"
      let contents = CheckpointContents(tensors: [
        .init(
          name: "x",
          source: .tensor(
            Tensor((0..<100).map { Float($0) / 100 }, shape: Shape([5, 20])))),
        .init(name: "y", source: .tensor(Tensor([0, 1, 2, 3, 4] as [Float], shape: Shape([5])))),
      ])
      try contents.write(to: path, as: .npz)
      let keys = ":train --data \(path) --batch 2 --epochs 2<CR>" + String(repeating: "j", count: 9)
      let model = try example("mlp")
      _ = try await play(model, keys)
      #expect(model.undoCount == 5)
    }
    let missing = try await play(example("mlp"), ":train --data /no/such.npz<CR>")
    #expect(missing.contains("/no/such.npz"))
  }

  @Test func `the format is chosen, and the name follows`() async throws {
    let shown = try await play(example("mlp"), "w<Down><Right><Right>")
    #expect(shown.contains("mlp.npz") && shown.contains("(•) npz"))
    let graph = try await play(example("mlp"), "w<Down><Left>")
    #expect(graph.contains("mlp-symbol.json") && graph.contains("mlp-0000.params"))
    let file = try await play(example("mlp"), "w<C-u>x.bin<Down><Right><Left>")
    #expect(file.contains("x.bin.safetensors"))
  }

  @Test(arguments: SaveFormat.all.filter { $0 != .parameters(.npy) })
  func `every format holds the same numbers`(_ format: SaveFormat) async throws {
    try await withTemporaryFolder { folder in
      let model = try example("shared-mlp")
      let path = format.renaming(folder + "/net")
      let saved = try await play(model, ":w \(path)<CR><CR>")
      #expect(saved.contains("saved") && saved.contains(format.name))
      let again = try OpenModel.open(.file(path))
      let index = try again.outline.parameter(
        named: format == .graph ? "dense1_weight" : "2.weight")
      let original = try model.outline.parameter(named: "2.weight")
      let difference = try await again.elements(of: index).difference(
        to: try model.elements(of: original))
      #expect(difference.isSame)
    }
  }

  @Test func `the file beside a graph is not replaced without a yes`() async throws {
    try await withTemporaryFolder { folder in
      _ = try await example("mlp").save(to: folder + "/net-0000.params")
      let model = try example("shared-mlp")
      let asked = try await play(model, ":w \(folder)/net-symbol.json<CR><CR>")
      #expect(asked.contains("net-0000.params") && asked.contains("Overwrite it?"))
      #expect(try files(in: folder) == ["net-0000.params"])
      _ = try await play(model, ":w \(folder)/net-symbol.json<CR><CR>y")
      #expect(try files(in: folder).sorted() == ["net-0000.params", "net-symbol.json"])
    }
  }

  @Test func `elements are rounded to the type that is chosen`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/half.npz"
      _ = try await play(example("mlp"), ":w \(path)<CR><Down><Down><Right><Right><CR>")
      let again = try OpenModel.open(.file(path))
      #expect(again.outline.parameters.allSatisfy { $0.elementType == .float16 })
    }
  }

  /// Keys that change the model once, or as often as they are undone.
  @Test(arguments: [
    ("jjixavier<CR>", 1), ("inormal<CR>", 1), ("jji<Tab><Tab>7<CR>", 1), ("jj<Tab>e2 * x<CR>", 1),
    (":init xavier --only weight --seed 3<CR>", 1), (":edit x + uniform(0, 1)<CR>", 1),
    ("jjj<Tab>:untie<CR>e2 * x<CR>", 2),
    ("jjj<Tab>:untie<CR>e2 * x<CR>:tie dense1_weight<CR>:edit 3<CR>", 4), ("t", 1),
    (":train --steps 3 --optimizer sgd(momentum: 0.9)<CR>jjj", 3), ("jjixavier<CR>jI.", 3),
    ("jjixavier<CR>tjiuniform<CR>", 3),
  ])
  func `undo brings back every byte, the stream too`(keys: String, count: Int) async throws {
    try await withTemporaryFolder { folder in
      @MainActor func bytes(_ keys: String) async throws -> Data {
        let model = try example("shared-mlp")
        _ = try await play(model, keys)
        _ = try await model.save(to: folder + "/a.safetensors")
        return try Data(contentsOf: URL(filePath: folder + "/a.safetensors"))
      }
      let undoing = String(repeating: "u", count: count)
      let redoing = String(repeating: "<C-r>", count: count)
      let (before, changed) = (try await bytes(""), try await bytes(keys))
      #expect(changed != before)
      let undone = try await bytes(keys + undoing)
      #expect(undone == before)
      let redone = try await bytes(keys + undoing + redoing)
      #expect(redone == changed)
      let again = ":init normal --only weight<CR>"
      let drawn = try await (bytes(again), bytes(keys + undoing + again))
      #expect(drawn.0 == drawn.1)
    }
  }
}
