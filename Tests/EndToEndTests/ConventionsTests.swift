import Foundation
import Testing

/// The table of conventions beside the tests.
struct ConventionsTests {
  @Test func `every sentence in the table of conventions is the name of a test`() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let table = try String(contentsOf: tests.appending(path: "CONVENTIONS.md"), encoding: .utf8)
    let quoted = table.split(separator: "`", omittingEmptySubsequences: false)
      .enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    let sentences = quoted.filter {
      $0.contains(" ") && !$0.contains("swift") && !$0.contains("--")
    }
    #expect(sentences.count > 60)
    let paths = try #require(FileManager.default.enumerator(atPath: tests.path)).compactMap {
      ($0 as? String).flatMap { $0.hasSuffix(".swift") ? $0 : nil }
    }
    let sources = try paths.map {
      try String(contentsOf: tests.appending(path: $0), encoding: .utf8)
    }.joined()
    for sentence in sentences { #expect(sources.contains("func `\(sentence)`("), "\(sentence)") }
  }
}
