import Checkpoints
import Foundation
import Inspector
import InspectorRuntime
import TerminalUI
import Workspace

/// From a file's name to the first frame, and headers of many tensors.
struct StartSection {
  let contest: Contest

  /// Runs and prints the section.
  @MainActor
  func run() async throws {
    Report.heading(
      "start: from the name to the first frame, milliseconds (least, median of "
        + "\(contest.runCount))")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let large = folder.appending(path: "large.safetensors").path
    try checkpoint(1_000, 1 << 20).writeZeros(to: large)
    let many = folder.appending(path: "many.safetensors").path
    try checkpoint(1_000_000, 1).writeZeros(to: many)
    let times = try await contest.run([
      .init(name: "example:mlp") { try await firstFrame(nil) },
      .init(name: "4 GB, 1,000 tensors") { try await firstFrame(large) },
    ])
    Report.show("first frame", times, unit: "ms") { $0 * 1e3 }
    let headers = try await Contest(runCount: 3).run([
      .init(name: "read as text") {
        await Contest.time { _ = FileManager.default.contents(atPath: many) }
      },
      .init(name: "header alone") { try await Contest.time { _ = try Checkpoint.open(many) } },
      .init(name: "first frame") { try await firstFrame(many) },
    ])
    Report.show("1,000,000 tensors", headers, unit: "ms") { $0 * 1e3 }
  }

  private func checkpoint(_ tensorCount: Int, _ elementCount: Int) -> MadeCheckpoint {
    MadeCheckpoint(tensorCount: tensorCount, elementCount: elementCount) { index in
      "model.layers.\(index / 10).part\(index % 10).weight"
    }
  }

  @MainActor
  private func firstFrame(_ path: String?) async throws -> Double {
    // What was opened is closed when the time has been taken.
    var opened: (OpenModel, InspectorState)?
    defer { withExtendedLifetime(opened) {} }
    return try await Contest.time {
      let model = try OpenModel.open(ModelLocator(path))
      var state = InspectorState(
        size: Size(columns: 120, rows: 36), appearance: Appearance(), outline: model.outline)
      _ = start(&state)
      _ = render(state)
      opened = (model, state)
    }
  }
}
