import Checkpoints
import Foundation
import TestSupport
import Testing
import Words

struct CorruptFileTests {
  /// What EXPECT.json says of a damaged file.
  struct Expectation: Decodable, CustomTestStringConvertible {
    let file: String
    let why: String
    let expected: String

    var testDescription: String { "\(file): \(why)" }

    static let all: [Expectation] = {
      let data = FileManager.default.contents(atPath: fixture("corrupt/EXPECT.json")) ?? Data()
      return (try? JSONDecoder().decode([Expectation].self, from: data)) ?? []
    }()
  }

  @Test func `every damaged file has an expectation`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture("corrupt"))
    let damaged = files.filter { $0.hasSuffix(".safetensors") }
    #expect(Set(damaged) == Set(Expectation.all.map(\.file)))
    #expect(damaged.count == 49)
  }

  @Test(arguments: Expectation.all)
  func `a damaged file is refused or accepted as expected`(_ expectation: Expectation) throws {
    let error = openingError(of: fixture("corrupt/" + expectation.file))
    switch expectation.expected {
    case "refuse": #expect(error?.kind == .wrongContents)
    case "accept": #expect(error == nil)
    case "either", "refuse_or_warn": break
    default: Issue.record("unknown expectation \(expectation.expected)")
    }
    if let error { expectOneHarmlessLine(error, naming: expectation.file) }
  }

  @Test func `the message for each damaged file is the recorded one`() throws {
    let folder = fixture("corrupt/")
    let lines = Expectation.all.map { expectation in
      openingError(of: folder + expectation.file).map {
        String($0.description.dropFirst(folder.count))
      } ?? "\(expectation.file) opens"
    }
    try expectRecorded(lines, in: fixture("corrupt/messages.txt"))
  }
}
