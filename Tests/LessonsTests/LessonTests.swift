import Foundation
import Lessons
import TestSupport
import Testing

@Suite struct LessonTests {
  @Test(arguments: [0, 42])
  func `every cell prints what MXNet prints`(seed: Int) throws {
    let expected = try cells(seed: seed)
    var printed: [String: String] = [:]
    try ChapterLesson.run(seed: seed, language: .english) { step, _ in
      printed[step.cell] = step.output
    }
    for (cell, output) in expected { #expect(printed[cell] == output, "\(cell)") }
    #expect(expected.count == 12)
  }

  @Test func `a seed counts by its lowest 32 bits`() throws {
    func outputs(_ seed: Int) throws -> [String] {
      var outputs: [String] = []
      try ChapterLesson.run(seed: seed, language: .english) { step, _ in outputs.append(step.output)
      }
      return outputs
    }
    #expect(try outputs(1 << 32) == outputs(0))
    #expect(try outputs(-1) == outputs((1 << 32) - 1))
    #expect(try outputs(7) != outputs(8))
  }

  @Test(arguments: LessonLanguage.allCases)
  func `every step has a title, a text and its code`(language: LessonLanguage) throws {
    try ChapterLesson.run(seed: 0, language: language) { step, _ in
      #expect(!step.title.isEmpty && !step.text.isEmpty && !step.swift.isEmpty, "\(step.cell)")
    }
  }

  @Test(arguments: [0, 1, 42])
  func `training a shared layer lowers the loss and shows both uses`(seed: Int) throws {
    var output = ""
    try ChapterLesson.run(seed: seed, language: .english) { step, _ in
      if step.cell == "exercise 3" { output = step.output }
    }
    let losses = output.split(separator: "\n").filter { $0.hasPrefix("step") }.compactMap {
      $0.split(separator: " ").last.flatMap { Double($0) }
    }
    #expect(losses.count == 4)
    #expect(try #require(losses.last) < #require(losses.first))
    #expect(output.split(separator: "  as layer 1 ").count == 3)
    #expect(output.split(separator: "  as layer 2 ").count == 3)
  }

  /// Rewrites the table under `RECORD_GOLDENS=1`.
  @Test func `the code that is shown is the code that ran`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Lessons")
    let source = try String(contentsOf: folder.appending(path: "Chapter.swift"), encoding: .utf8)
    let table = folder.appending(path: "Tables/CellSource.swift")
    let expected = cellTable(of: source)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try expected.write(to: table, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: table, encoding: .utf8) == expected)
  }

  private func cells(seed: Int) throws -> [String: String] {
    struct Cells: Decodable {
      struct Entry: Decodable {
        let cell: String
        let stdout: String
      }
      let seeds: [String: [Entry]]
    }
    let data = try Data(contentsOf: URL(filePath: fixture("seed_cells.json")))
    let entries = try #require(JSONDecoder().decode(Cells.self, from: data).seeds["\(seed)"])
    let named = entries.map { ($0.cell.isEmpty ? "share" : $0.cell, $0.stdout) }
    return Dictionary(named) { first, _ in first }
  }

  /// The table as it has to be: the body of every function under a `// cell:` mark.
  private func cellTable(of source: String) -> String {
    var lines = [
      "/// The code of each cell, as it stands in `Chapter.swift`; a test keeps the two equal.",
      "enum CellSource {", "  /// The code by cell.", "  static let text: [String: String] = [",
    ]
    for part in source.components(separatedBy: "  // cell: ").dropFirst() {
      let body = part.components(separatedBy: "\n")
      lines.append("    \"\(body[0])\": \"\"\"")
      for line in body.dropFirst(2).prefix(while: { $0 != "  }" }) {
        let text = String(line.dropFirst(4)).replacingOccurrences(of: "\\", with: "\\\\")
        lines.append(text.isEmpty ? "" : "    " + text)
      }
      lines.append("    \"\"\",")
    }
    return (lines + ["  ]", "}", ""]).joined(separator: "\n")
  }
}
