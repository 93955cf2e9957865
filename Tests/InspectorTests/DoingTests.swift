import Checkpoints
import InspectorRuntime
import TerminalUI
import TestSupport
import Testing
import Words
import Workspace

@testable import Inspector

/// Saving, exporting, copying and going back, through the whole program on a terminal in memory.
@Suite @MainActor struct DoingTests {
  /// Plays keys and returns the terminal.
  private func play(_ model: OpenModel, _ keys: String) async throws -> HeadlessTerminal {
    let terminal = HeadlessTerminal(size: Size(columns: 100, rows: 30))
    _ = await Program(model: model, terminal: terminal).play(try KeyScript(keys).events)
    return terminal
  }

  private func text(_ terminal: HeadlessTerminal) throws -> String {
    try #require(terminal.lastFrame).text
  }

  @Test func `a changed model is saved, and the mark of the change goes`() async throws {
    let model = try example("shared-mlp")
    try await withTemporaryFolder { folder in
      let before = try await text(play(model, "jjixavier<Enter>"))
      #expect(before.contains("1 modified"))
      let after = try await text(play(model, ":w \(folder)/a.safetensors<CR><CR>"))
      #expect(after.contains("saved \(folder)/a.safetensors"))
      #expect(!after.contains("modified"))
      #expect(try files(in: folder) == ["a.safetensors"])
      let undone = try await text(play(model, "u"))
      #expect(undone.contains("1 modified"))
    }
  }

  @Test func `an existing file is only replaced by a yes, the opened one too`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.safetensors"
      _ = try await example("mlp").save(to: path)
      let model = try OpenModel.open(.file(path))
      let edit = ":edit 1<CR>"
      let asked = try await text(play(model, edit + ":w \(path)<CR><CR>"))
      #expect(asked.contains("the file that is open") && asked.contains("Overwrite it?"))
      #expect(try await isUnchanged(path))
      _ = try await play(model, ":w \(path)<CR><CR>n<Esc>")
      _ = try await play(model, ":w \(path)<CR><CR><CR><Esc><Esc>")
      #expect(try await isUnchanged(path))
      let saved = try await text(play(model, ":w \(path)<CR><CR>y"))
      #expect(saved.contains("saved") && !saved.contains("modified"))
      #expect(try await !isUnchanged(path))
    }
  }

  private func isUnchanged(_ path: String) async throws -> Bool {
    let saved = try OpenModel.open(.file(path))
    let original = try example("mlp")
    return try await saved.elements(of: 0).difference(
      to: original.elements(of: try original.outline.parameter(named: "0.bias"))
    ).isSame
  }

  @Test(arguments: ["", "/", "/no/such/folder/a.params", "/proc/a.safetensors"])
  func `what cannot be written is refused before anything happens`(path: String) async throws {
    let shown = try await text(play(try example("mlp"), "w<C-u>\(path)<CR>"))
    #expect(shown.contains("×"))
    #expect(shown.contains("Save"))
  }

  @Test func `hard links to the opened file and folders are told apart`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.safetensors"
      _ = try await example("mlp").save(to: path)
      let model = try OpenModel.open(.file(path))
      try hardLink(path, to: folder + "/b.params")
      let linked = await model.forecast(of: folder + "/b.params", SaveOptions())
      #expect(linked.target == .openedFile && linked.refusal == nil)
      let directory = await model.forecast(of: folder, SaveOptions())
      #expect(directory.refusal?.english.contains("directory") == true)
      let free = await model.forecast(of: folder + "/c.params", SaveOptions())
      #expect(
        free.target == .free && free.format == .parameters(.params) && free.byteCount > 30_000)
    }
  }

  @Test func `values and screens are exported by their endings`() async throws {
    let model = try example("shared-mlp")
    try await withTemporaryFolder { folder in
      for name in ["a.npy", "a.csv", "a.txt", "a.svg", "a.ansi", "a.styled", "a.screen"] {
        let shown = try await text(play(model, ":export \(folder)/\(name)<CR>"))
        #expect(shown.contains("wrote \(folder)/\(name)"))
      }
      #expect(try files(in: folder).count == 7)
      for name in ["a.npy", "a.svg"] {
        let refused = try await text(play(model, ":export \(folder)/\(name)<CR>"))
        #expect(refused.contains("is there; --force replaces it"))
        let forced = try await text(play(model, ":export \(folder)/\(name) --force<CR>"))
        #expect(forced.contains("wrote \(folder)/\(name)"))
      }
      let sliced = try await text(play(model, ":export \(folder)/b.csv --slice 0:2,9999<CR>"))
      #expect(sliced.contains("out of bounds"))
      #expect(try files(in: folder).count == 7)
    }
  }

  @Test func `a name, the values or a row are put on the clipboard`() async throws {
    let terminal = try await play(try example("mlp"), "<Tab>jynyvyry<Esc>:copy name<CR>")
    #expect(terminal.copied.count == 4)
    #expect(terminal.copied.first == "dense0_bias" && terminal.copied.last == "dense0_bias")
    #expect(terminal.copied[1].hasPrefix("[0. 0. 0."))
    #expect(terminal.copied[2].hasPrefix("dense0_bias\tfloat32\t256\t0.0"))
  }

  @Test func `the list of changes goes back and forth, to the byte`() async throws {
    let model = try example("shared-mlp")
    let keys = "jjixavier<Enter>Gie<BS>normal<Enter>:edit x * 2<CR>"
    let opened = try bytes(model)
    _ = try await play(model, keys)
    let last = try bytes(model)
    let list = try await text(play(model, "U"))
    #expect(list.contains("as it was opened") && list.contains("x * 2"))
    _ = try await play(model, "Ugg<Enter>")
    #expect(try bytes(model) == opened)
    _ = try await play(model, "UG<Enter>")
    #expect(try bytes(model) == last)
  }

  private func bytes(_ model: OpenModel) throws -> [[UInt8]] {
    try model.outline.parameters.indices.map { index in
      let info = model.outline.parameters[index]
      return try model.elements(of: index).readBytes(0..<info.byteCount)
    }
  }

  @Test func `an edit is previewed and applied, and refuses what is no expression`() async throws {
    let model = try example("shared-mlp")
    let shown = try await text(play(model, "jje"))
    #expect(shown.contains("Edit") && shown.contains("then  x * 0.5"))
    let wrong = try await text(play(model, "jjex +"))
    #expect(wrong.contains("× "))
    let applied = try await text(play(model, "jje<CR>"))
    #expect(applied.contains("x * 0.5: layers 1 and 2 changed together"))
  }
}
