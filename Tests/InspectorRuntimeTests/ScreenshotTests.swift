import Foundation
import InspectorRuntime
import TerminalUI
import Testing
import Workspace

/// The pictures of the README are what the program draws now.
@Suite @MainActor struct ScreenshotTests {
  @Test(arguments: try Picture.all().filter { !$0.isTrained })
  func `a picture is what its keys draw`(picture: Picture) async throws {
    let terminal = HeadlessTerminal(size: picture.size)
    let model = try OpenModel.open(
      ModelLocator(picture.model), options: BuildOptions(seed: Picture.seed))
    let program = Program(model: model, terminal: terminal)
    var frames: [CellBuffer] = []
    let runs = await program.play(try KeyScript(picture.keys).events) {
      if let frame = terminal.lastFrame, frame != frames.last { frames.append(frame) }
    }
    #expect(runs)
    let drawn =
      picture.isMoving
      ? SVGAnimation(frames, theme: picture.theme).document
      : try #require(frames.last).svg(theme: picture.theme)
    let kept = try String(contentsOf: picture.file, encoding: .utf8)
    // Compared first, so that a failure does not print both documents.
    let isCurrent = drawn == kept
    #expect(isCurrent, "\(picture.name) is stale: run screenshots/make")
  }

  @Test func `no picture is left over`() throws {
    let names = try Set(Picture.all().map { "\($0.name).svg" })
    let files = try FileManager.default.contentsOfDirectory(atPath: Picture.folder.path)
    #expect(Set(files.filter { $0.hasSuffix(".svg") }) == names)
  }
}

/// A line of `screenshots/pictures.txt`.
struct Picture: Sendable, CustomTestStringConvertible {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appending(path: "screenshots")
  /// The seed that `screenshots/make` passes.
  static let seed: Int32 = 42

  let name: String
  let model: String
  let size: Size
  let theme: Theme
  let isMoving: Bool
  /// Whether it shows trained values, whose last digits differ from processor to processor.
  let isTrained: Bool
  let keys: String

  var file: URL { Self.folder.appending(path: name + ".svg") }
  var testDescription: String { name }

  static func all() throws -> [Picture] {
    let list = try String(contentsOf: folder.appending(path: "pictures.txt"), encoding: .utf8)
    return try list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(Picture.init)
  }

  private init(_ line: Substring) throws {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    try #require(parts.count == 6)
    let size = parts[2].split(separator: "x").compactMap { Int($0) }
    try #require(size.count == 2)
    name = parts[0]
    model =
      parts[1].hasPrefix("example:") ? parts[1] : Self.root.appending(path: parts[1]).path
    self.size = Size(columns: size[0], rows: size[1])
    theme = try #require(Theme(rawValue: parts[3]))
    isMoving = parts[4] == "moving"
    isTrained = parts[4] == "trained"
    keys = parts[5]
  }
}
