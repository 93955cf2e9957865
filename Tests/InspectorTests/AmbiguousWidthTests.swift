import InspectorRuntime
import ModelEngine
import Tensors
import TerminalUI
import Testing
import Workspace

@testable import Inspector

/// Names from files on terminals that draw ambiguous characters two cells wide.
@Suite @MainActor struct AmbiguousWidthTests {
  private func model() throws -> OpenModel {
    let network = HybridSequential(prefix: "слой_")
    network.add(Dense(8, inUnits: 4, prefix: "éα×_"), Dense(2, inUnits: 8, prefix: "plain_"))
    try network.initialize()
    return OpenModel(network, title: "модель é.safetensors")
  }

  @Test(arguments: ["", "j", "j<Tab>", "ji", "j4", "j6", "p", "?", "/сл", ":", "w"])
  func `every ambiguous character of a frame takes two cells, and panes stay where they are`(
    keys: String
  ) async throws {
    let model = try model()
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
      let wide = try await frame(
        model, size, keys, appearance: Appearance(isASCII: true, isAmbiguousWide: true))
      var count = 0
      for row in 0..<size.rows {
        for column in 0..<size.columns where "слойéα×модель".contains(wide[column, row].character) {
          count += 1
          #expect(column + 1 < size.columns && wide[column + 1, row].isContinuation)
        }
      }
      #expect(count > 0)
      let narrow = try await frame(
        model, size, keys, appearance: Appearance(isASCII: true))
      for row in 0..<size.rows {
        let bars = { (frame: CellBuffer) in
          (0..<size.columns).filter { frame[$0, row].character == "|" }
        }
        #expect(bars(wide) == bars(narrow), "row \(row)")
      }
    }
  }
}
