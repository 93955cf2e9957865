import Foundation
import Testing

@testable import Words

/// Whatever the program says to a person is in the catalogue.
@Suite struct CatalogueTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  private static let files: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: sources.path)) ?? []
    return names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Words/") }.sorted()
  }()

  @Test func `every sentence of a source that has words for a person is in the catalogue`() throws {
    var missing: [String] = []
    var count = 0
    for file in Self.files {
      let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
      guard text.contains("import Words\n") else { continue }
      // What ArgumentParser says of wrong usage is English, and so is what we say there.
      let spoken = text.replacing(#/ValidationError\("[^\n]*/#, with: "")
      let pieces = SourceLiterals(spoken).keys.flatMap { $0.split(separator: "\n\n") }
      for key in pieces.map(Self.trimmed) where Self.isSentence(key) {
        count += 1
        if Catalogue.words(for: key, in: .chinese) == nil { missing.append("\(file): \(key)") }
      }
    }
    #expect(count > 500, "the sources are not where they were")
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  @Test func `literals of a source are found with their values and without their layout`() {
    let source = ##"""
      let a = "one \(b ? "two {}" : "\(c)") three \"four\"" // "five"
      let d = """
        six \(e) \
        seven
        eight
        """
      """##
    let keys = SourceLiterals(source).keys
    #expect(keys == ["two {}", "{}", "one {} three \"four\"", "six {} seven\neight"])
  }

  private static func trimmed(_ key: Substring) -> String {
    let start = key.drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...last])
  }

  /// Two words or more, but for what quotes MXNet, is typed, or is said to a developer.
  private static func isSentence(_ key: String) -> Bool {
    key.contains(#/[A-Za-z]{2,}[,;:.]? +[A-Za-z]{2,}/#)
      && !exceptions.contains(where: key.hasPrefix)
  }

  private static let exceptions = [
    // MXNet's own words.
    "Check failed: ", "Invalid NDArray", "Unknown storage type", "Unknown type enum",
    "Please first call block",
    // What a file holds, and what drew its values: data, in JSON too.
    "not shown: ", "another value", "trained, step ",
    // Expressions and what can be typed or set.
    "Space PgDn", "LC_ALL, ", ".TH PARAMSCOPE", ".BR less",
    "x * 0.5   x + normal", "+ - * / % **", "uniform normal", "adam(learning_rate: ",
    // Wrong use by a developer.
    "a lesson has steps", "a file takes no new", "a wrong number of bins",
  ]
}
