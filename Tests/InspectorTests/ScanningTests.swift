import Tensors
import TerminalUI
import TestSupport
import Testing
import Words
import Workspace

@testable import Inspector

/// Statistics that arrive while one looks.
@Suite @MainActor struct ScanningTests {
  private let nothing = ScannedTensor.real(
    TensorStatistics(
      summary: Summary(counts: ElementCounts(), minimum: nil, maximum: nil, moments: Moments())))

  private func big(_ count: Int) -> [MadeTensor] {
    (0..<count).map {
      MadeTensor("layers.\($0).weight", [1024, 64], [Float](repeating: 1, count: 65536))
    }
  }

  @Test func `what is in sight is read first, then the rest of the model`() throws {
    var state = launch(try checkpoint(layers(20)), size: Size(columns: 80, rows: 24))
    var order: [Int] = []
    while let scan = state.jobs.scan {
      order.append(scan.parameter)
      _ = reduce(&state, .scanFinished(scan.id, nothing))
    }
    #expect(order.count == state.outline.parameters.count)
    #expect(Set(order).count == order.count)
    #expect(state.scanning.remainingByteCount == 0)
    let inSight = state.wantedFirst
    #expect(Set(order.prefix(Set(inSight).count)) == Set(inSight))
  }

  @Test func `the line of progress says rate and time left, and Esc stops what is known stays`()
    throws
  {
    var state = launch(try checkpoint(big(8)), size: Size(columns: 120, rows: 36))
    let first = try #require(state.jobs.scan)
    _ = reduce(&state, .clock(seconds: 10))
    _ = reduce(&state, .scanFinished(first.id, nothing))
    let second = try #require(state.jobs.scan)
    _ = reduce(&state, .scanProgressed(second.id, fraction: 0.5))
    _ = reduce(&state, .clock(seconds: 12))
    let line = render(state).lines[34]
    #expect(line.contains("18 %  384 KiB of 2.0 MiB  192 KiB/s  8.7 s left"), "\(line)")
    try expectGolden(render(state), "scan-120x36")
    let effects = try state.press("<Esc>")
    #expect(effects == [.cancel(second.id)])
    #expect(state.statusText == "the scan is stopped: 384 KiB of 2.0 MiB read")
    #expect(state.figures[first.parameter] != nil)
    #expect(state.figures[second.parameter] == nil)
    #expect(state.jobs.scan == nil)
    try state.press("<Tab>jj")
    #expect(state.jobs.scan?.parameter == state.outline.uses[state.rows.table[1]].parameter)
  }

  @Test func `short reading is not talked about`() throws {
    var state = launch(try checkpoint(layers(3)))
    _ = reduce(&state, .clock(seconds: 1))
    _ = reduce(&state, .clock(seconds: 1.4))
    #expect(!render(state).text.contains("left"))
    try state.press("<Esc>")
    #expect(state.isScanning)
  }

  @Test(arguments: [
    (0.04, "0.0 s"), (1.72, "1.7 s"), (9.94, "9.9 s"), (9.96, "10 s"), (99.4, "99 s"),
    (100, "1.7 min"), (3600, "60 min"), (40000, "11 h"), (.infinity, "days"),
  ])
  func `a duration has two digits`(seconds: Double, text: String) {
    #expect(Screen.duration(seconds) == text)
  }

  @Test func `findings are gone to one after the other`() async throws {
    let odd = Float.nan
    let tensors =
      layers(12, odd: 5) + [
        MadeTensor("z.bad", [2], [odd, 1]), MadeTensor("z.fine", [2], [1, 1]),
      ]
    let drawn = try await frame(try checkpoint(tensors), Size(columns: 80, rows: 24), "")
    #expect(drawn.text.contains("1 tensor holds NaN or Inf"))
    let model = try checkpoint(tensors)
    let first = try await frame(model, Size(columns: 100, rows: 30), "!").text
    #expect(first.contains("finding 1 of 2"))
    #expect(first.contains("layers.5"))
    let second = try await frame(model, Size(columns: 100, rows: 30), "!!").text
    #expect(second.contains("▸ bad"))
    let third = try await frame(model, Size(columns: 100, rows: 30), "!!!").text
    #expect(third.contains("from the first again"))
    let clean = try await frame(try checkpoint(layers(3)), Size(columns: 100, rows: 30), "!").text
    #expect(clean.contains("every tensor can be read and is finite"))
  }

  @Test func `what could not be read is counted at its fold and read again`() throws {
    var state = launch(try checkpoint(layers(6)), size: Size(columns: 80, rows: 24))
    let broken = try #require(
      state.outline.parameters.firstIndex { $0.name == "model.layers.4.attn.q_proj.weight" })
    while let scan = state.jobs.scan {
      let isBroken = scan.parameter == broken
      _ = reduce(
        &state,
        isBroken
          ? .scanFailed(scan.id, "Input/output error after 1 MiB") : .scanFinished(scan.id, nothing)
      )
    }
    #expect(state.statusText == "1 of 26 tensors cannot be read   ! goes to it")
    try state.press("!")
    #expect(state.rowPath(of: state.tree.selection) == "model.layers.N.attn.q_proj")
    #expect(state.selectedParameter == broken)
    try expectGolden(render(state), "error-80x24")
    #expect(try state.press("r").contains { if case .scan(_, broken) = $0 { true } else { false } })
    #expect(state.findings.unreadable.isEmpty)
  }
}
