import Foundation
import Glibc
import Testing

extension RealProgram {
  /// Exit statuses of `init`, and that it leaves nothing behind when it fails.
  struct Initializing {
    /// A wrong `init` and what becomes of it; `OUT` stands for a folder, `FILE` for a file in it.
    struct Mistake: CustomTestStringConvertible {
      let arguments: String
      let status: Int32
      let words: String

      init(_ arguments: String, _ status: Int32, saying words: String) {
        (self.arguments, self.status, self.words) = (arguments, status, words)
      }

      var testDescription: String { arguments }

      static let all = [
        Mistake("example:mlp -o OUT/a.params", EX_USAGE, saying: "--with"),
        Mistake("example:mlp --with xavier", EX_USAGE, saying: "--output"),
        Mistake("example:mlp --with xaver -o OUT/a.params", EX_USAGE, saying: "xavier?"),
        Mistake(
          "example:mlp --with xavier(magnitud:2) -o OUT/a", EX_USAGE, saying: "magnitude?"),
        Mistake("example:mlp --with normal(0) -o OUT/a", EX_USAGE, saying: "has to be positive"),
        Mistake(
          "example:mlp --with xavier --only bias -o OUT/a", EX_USAGE, saying: "at least 2D"),
        Mistake(
          "example:mlp --with ones --only ( -o OUT/a", EX_USAGE, saying: "regular expression"),
        Mistake("example:mlp --with ones --only zz -o OUT/a", EX_USAGE, saying: "no parameter"),
        Mistake("example:mlp --with ones --seed x -o OUT/a", EX_USAGE, saying: "--seed"),
        Mistake("/no/such/file --with ones -o OUT/a", EX_NOINPUT, saying: "no such file"),
        Mistake("FILE --with ones -o OUT/a", EX_DATAERR, saying: "FILE"),
        Mistake("example:mlp --with ones -o OUT/none/a", EX_CANTCREAT, saying: "none"),
        Mistake("example:mlp --with ones -o OUT", EX_CANTCREAT, saying: "OUT"),
        Mistake("example:mlp --with ones -o /dev/full/a", EX_CANTCREAT, saying: "/dev/full"),
      ]
    }

    @Test(arguments: Mistake.all)
    func `a wrong init ends with its status and one line, and writes nothing`(
      _ mistake: Mistake
    ) throws {
      try withTemporaryFolder { folder in
        let file = folder.appending(path: "FILE").path
        try Data("{ not a model".utf8).write(to: URL(filePath: file))
        let arguments = mistake.arguments.split(separator: " ").map {
          String($0).replacing("OUT", with: folder.path).replacing("FILE", with: file)
        }
        let outcome = try Invocation(RealProgram.path(), ["init"] + arguments).run()
        outcome.expectFailure(
          mistake.status, saying: mistake.words.replacing("OUT", with: folder.lastPathComponent))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["FILE"])
      }
    }

    @Test func `the opened file is never the output`() throws {
      try withTemporaryFolder { folder in
        let first = folder.appending(path: "a.safetensors").path
        try RealProgram.run("init", "example:mlp", "--with", "ones", "-o", first).expectSuccess()
        let bytes = try Data(contentsOf: URL(filePath: first))
        let link = folder.appending(path: "b.safetensors").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: first)
        for output in [first, link] {
          try RealProgram.run("init", first, "--with", "zeros", "-o", output)
            .expectFailure(EX_CANTCREAT, saying: "never written")
        }
        #expect(try Data(contentsOf: URL(filePath: first)) == bytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
      }
    }

    @Test func `an output that is there is replaced as a whole, or not at all`() throws {
      try withTemporaryFolder { folder in
        let output = folder.appending(path: "a.params").path
        try Data("old".utf8).write(to: URL(filePath: output))
        try RealProgram.run("init", "example:mlp", "--with", "normal(0)", "-o", output)
          .expectFailure(EX_USAGE, saying: "positive")
        #expect(try Data(contentsOf: URL(filePath: output)) == Data("old".utf8))
        let outcome = try RealProgram.run(
          "init", "example:mlp", "--with", "ones", "--json", "-o", output)
        outcome.expectSuccess()
        #expect(outcome.output.hasPrefix("{\n  \"version\": 1,"))
        #expect(try Data(contentsOf: URL(filePath: output)).starts(with: [0x12, 0x01]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.params"])
      }
    }
  }
}
