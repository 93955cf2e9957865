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
    try write(tensorCount: 1_000, elementsEach: 1 << 20, to: large)
    let many = folder.appending(path: "many.safetensors").path
    try write(tensorCount: 1_000_000, elementsEach: 1, to: many)
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

  @MainActor
  private func firstFrame(_ path: String?) async throws -> Double {
    try await Contest.time {
      let model = try OpenModel.open(ModelLocator(path))
      var state = InspectorState(
        size: Size(columns: 120, rows: 36), appearance: Appearance(), outline: model.outline)
      _ = start(&state)
      _ = render(state)
    }
  }

  /// Writes a file of zeros, which takes no room.
  private func write(tensorCount: Int, elementsEach: Int, to path: String) throws {
    let byteCount = 4 * elementsEach
    let entries = (0..<tensorCount).map { index in
      "\"model.layers.\(index / 10).part\(index % 10).weight\":{\"dtype\":\"F32\",\"shape\":"
        + "[\(elementsEach)],\"data_offsets\":[\(index * byteCount),\((index + 1) * byteCount)]}"
    }
    let header = Data("{\(entries.joined(separator: ","))}".utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    try (Data(length) + header).write(to: URL(filePath: path))
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.truncate(atOffset: UInt64(8 + header.count + tensorCount * byteCount))
    try handle.close()
  }
}
