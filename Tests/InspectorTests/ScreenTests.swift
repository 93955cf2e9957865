import InspectorRuntime
import TerminalUI
import TestSupport
import Testing
import Words
import Workspace

@testable import Inspector

/// Screens as they are drawn, at the sizes that matter.
@Suite @MainActor struct ScreenTests {
  /// A screen of the shared example after some keys.
  struct Shot: Sendable, CustomTestStringConvertible {
    let name: String
    let columns: Int
    let rows: Int
    let keys: String
    var appearance = Appearance()
    var testDescription: String { "\(name)-\(columns)x\(rows)" }

    init(
      _ name: String, _ columns: Int, _ rows: Int, _ keys: String,
      appearance: Appearance = Appearance()
    ) {
      (self.name, self.columns, self.rows, self.keys) = (name, columns, rows, keys)
      self.appearance = appearance
    }
  }

  nonisolated static let changed = "jjixavier<Enter>"
  nonisolated static let compared =
    ":edit x + normal(0, 0.01) --only weight --seed 1<CR>:diff example:shared-mlp<CR>"
  nonisolated static let command = changed + ":init --with normal<CR>:init"
  nonisolated static let edits = changed + ":edit x * 0.5 --seed 3<CR>:init zeros<CR>u<C-r>uU"
  nonisolated static let plain = Appearance(isASCII: true, isMonochrome: true)

  nonisolated static let shots = [
    Shot("main", 40, 12, changed), Shot("main", 80, 24, changed), Shot("main", 120, 36, changed),
    Shot("main", 200, 60, changed), Shot("dialog", 100, 30, "jjixavier"),
    Shot("dialog", 80, 24, "jjixavier"), Shot("dialog", 40, 12, "jjixavier"),
    Shot("dialog", 120, 36, "jjixavier"), Shot("dialog", 200, 60, "jjixavier"),
    Shot("find", 40, 12, "/dense2"), Shot("find", 80, 24, "/dense2"),
    Shot("find", 120, 36, "/dense2"), Shot("filter", 40, 12, "<Tab>fweight"),
    Shot("filter", 80, 24, "fweight"), Shot("filter", 120, 36, "fweight"),
    Shot("help", 120, 36, "?"), Shot("help-dialog", 80, 24, "jji<F1>"),
    Shot("help-compare", 80, 24, compared + "?"), Shot("compare", 200, 60, compared),
    Shot("columns", 80, 24, "<Tab>ll"), Shot("leaving", 40, 12, changed + "q"),
    Shot("leaving", 120, 36, changed + "q"),
    Shot("dialog-fields", 40, 12, "jjixavier<Tab><Tab><Tab>2"),
    Shot("dialog-matching", 80, 24, "i<S-Tab><Right><Tab>bias"),
    Shot("dialog-matching", 40, 12, "i<S-Tab><Right><Tab>bias"),
    Shot("dialog-refused", 80, 24, "<Tab>jixavier"), Shot("help", 80, 24, "?"),
    Shot("help", 40, 12, "?"), Shot("leaving", 80, 24, changed + "q"),
    Shot("table", 40, 12, "jj<Tab>"), Shot("detail", 40, 12, "jj<Tab><Tab>"),
    Shot("logarithm", 80, 24, changed + "L"), Shot("undone", 80, 24, changed + "u"),
    Shot("compare", 40, 12, compared), Shot("compare", 80, 24, compared),
    Shot("compare", 120, 36, compared), Shot("compare-values", 100, 30, compared + "j2"),
    Shot("compare-difference", 100, 30, compared + "3"),
    Shot("compare-info", 100, 30, compared + "4x"),
    Shot("compare-other", 80, 24, ":diff example:mlp<CR>"),
    Shot("ascii-compare", 80, 24, compared, appearance: plain),
    Shot("command", 40, 12, command), Shot("command", 80, 24, command),
    Shot("command", 120, 36, command), Shot("command-wrong", 80, 24, ":init --bogus 1<CR>"),
    Shot("command-history", 80, 24, ":tree<CR>:stats<CR>:<C-r>t"), Shot("save", 40, 12, "w"),
    Shot("save", 80, 24, "w"), Shot("save", 120, 36, "w"), Shot("edit", 40, 12, "jje"),
    Shot("edit", 80, 24, "jje"), Shot("edit", 120, 36, "jje"), Shot("changes", 40, 12, edits),
    Shot("changes", 80, 24, edits), Shot("changes", 120, 36, edits), Shot("copy", 80, 24, "y"),
    Shot("copy", 40, 12, "y"), Shot("pager", 80, 24, ":help<CR>"),
    Shot("pager", 40, 12, ":initializers xavier<CR>"),
    Shot("ascii-command", 80, 24, command, appearance: plain),
    Shot("ascii-save", 80, 24, "w", appearance: plain),
    Shot("ascii", 80, 24, changed, appearance: plain),
    Shot("ascii-dialog", 80, 24, "jjixavier", appearance: plain), Shot("too-small", 39, 12, ""),
  ]

  @Test(arguments: shots)
  func `the shared example`(shot: Shot) async throws {
    let size = Size(columns: shot.columns, rows: shot.rows)
    let drawn = try await frame(
      try example("shared-mlp"), size, shot.keys, appearance: shot.appearance)
    try expectGolden(drawn, shot.testDescription)
    guard shot.appearance.isASCII else { return }
    #expect(drawn.text.allSatisfy { $0.isASCII })
  }

  @Test(arguments: [
    ("tiny_llama_tied_once", 120, 36, "jjjjj<Tab>jj"), ("names", 80, 24, "<Tab>jjj"),
    ("specials", 120, 36, "<Tab>jjjj"), ("dtypes", 80, 24, "<Tab>j"), ("no_tensors", 80, 24, "i"),
  ])
  func `a file`(name: String, columns: Int, rows: Int, keys: String) async throws {
    let model = try OpenModel.open(.file(zooFile(name + ".safetensors")))
    let drawn = try await frame(model, Size(columns: columns, rows: rows), keys)
    try expectGolden(drawn, "file-\(name)-\(columns)x\(rows)")
  }

  @Test func `parameters that wait for the first forward`() async throws {
    let text = "layers:\n  - dense: {units: 256, activation: relu}\n  - dense: {units: 10}\n"
    let model = try withTemporaryFile(Array(text.utf8), named: "deferred.yaml") {
      try OpenModel.open(.file($0))
    }
    let size = Size(columns: 80, rows: 24)
    try expectGolden(try await frame(model, size, ""), "deferred-80x24")
    let noted = try await frame(model, size, "j<Tab>ixavier<Enter>")
    #expect(noted.text.contains("xavier(uniform, avg, 3)"))
    #expect(noted.text.contains("1 modified"))
  }

  @Test func `a tensor that cannot be read`() throws {
    let model = try OpenModel.open(.file(zooFile("dtypes.safetensors")))
    var state = launch(model, size: Size(columns: 80, rows: 24))
    let scan = try #require(state.jobs.scan)
    let message: Phrase =
      "dtypes.safetensors, tensor \"bool\": its bytes end at 6395, but the file ends after 6000."
    _ = reduce(&state, .scanFailed(scan.id, message))
    try expectGolden(render(state), "unreadable-80x24")
  }

  @Test func `a file that is cut after it was opened says so, and the rest can be read`()
    async throws
  {
    let model = try withTemporaryFile(twoTensors) { path in
      let model = try OpenModel.open(.file(path))
      try cut(path, to: twoTensors.count - 16)
      return model
    }
    let drawn = try await frame(model, Size(columns: 80, rows: 24), "<Tab>j").text
    #expect(drawn.contains("b cannot be read"))
    #expect(drawn.contains("unreadable"))
    #expect(drawn.contains("The other tensor can be read."))
    #expect(drawn.contains("a     4             0        0"))
  }

  private let twoTensors: [UInt8] = {
    let header = Array(
      (#"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"#
        + #""b":{"dtype":"F32","shape":[4],"data_offsets":[16,32]}}"#).utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    return length + header + [UInt8](repeating: 0, count: 32)
  }()

  @Test func `values far off the new axis are drawn at its end`() async throws {
    let drawn = try await frame(
      try example("shared-mlp"), Size(columns: 120, rows: 40),
      "jj<Tab>iconstant<Tab>1e38<Enter>iuniform<Enter>")
    #expect(drawn.text.contains("was"))
  }

  @Test func `the same keys give the same frames`() async throws {
    let size = Size(columns: 100, rows: 30)
    let keys = "jjixavier<Enter>uj<Tab>inormal<Enter><C-r>"
    let first = try await frame(try example("shared-mlp"), size, keys)
    #expect(try await frame(try example("shared-mlp"), size, keys) == first)
  }
}
