import InspectorRuntime
import TerminalUI
import Testing
import Workspace

@testable import Inspector

/// Sorting so many rows that no key could wait for it.
@MainActor
struct SortingAsideTests {
  /// One layer of two rows, and a flat crowd of more rows than are sorted at once.
  static let tensors =
    [MadeTensor("layer.weight", [3]), MadeTensor("layer.bias", [1])]
    + (0..<InspectorState.mostSortedAtOnce).map {
      MadeTensor("t\($0)", [$0 % 3 + 1], [Float](repeating: 1, count: $0 % 3 + 1))
    }

  @Test func `the rows are sorted when all is done`() async throws {
    let terminal = HeadlessTerminal(size: Size(columns: 100, rows: 30))
    let program = Program(model: try checkpoint(Self.tensors), terminal: terminal)
    #expect(await program.play(try KeyScript("S").events))
    let frame = try #require(terminal.lastFrame)
    #expect(frame.lines[3].contains("layer.weight"))
    #expect(frame.lines[5].contains("t\(InspectorState.mostSortedAtOnce - 1)"))
  }

  @Test func `a key asks for the order and leaves the rows as they are`() throws {
    var state = launch(try checkpoint(Self.tensors))
    let listed = state.rows.table
    let effects = try state.press("S")
    let id = try #require(state.jobs.sorting)
    #expect(effects.contains(.sort(id)))
    #expect(state.rows.table == listed)
    let expected = listed.sorted(by: >)
    #expect(state.rowOrder.sorted() == expected)
    #expect(reduce(&state, .sorted(id, expected)).allSatisfy { $0 != .sort(id) })
    #expect(state.rows.table == expected && state.jobs.sorting == nil)
  }

  @Test func `the cursor stays on its row`() throws {
    var state = launch(try checkpoint(Self.tensors))
    try state.press("S<Tab>jj")
    let use = state.selectedUse
    let id = try #require(state.jobs.sorting)
    _ = reduce(&state, .sorted(id, state.rowOrder.sorted()))
    #expect(state.selectedUse == use && state.table.selection > 2)
  }

  @Test func `rows sorted for another list are dropped`() throws {
    var state = launch(try checkpoint(Self.tensors))
    try state.press("S")
    let id = try #require(state.jobs.sorting)
    let order = state.rowOrder.sorted()
    try state.press("j")  // The layer: two rows.
    let listed = state.rows.table
    #expect(listed.count == 2 && state.jobs.sorting == nil)
    _ = reduce(&state, .sorted(id, order))
    #expect(state.rows.table == listed)
  }
}
