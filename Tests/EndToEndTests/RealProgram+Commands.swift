import Foundation
import Glibc
import Testing

extension RealProgram {
  /// Exit statuses, errors and outputs of commands.
  struct Commands {
    /// A wrong command line and the words that say what is wrong.
    struct Mistake: CustomTestStringConvertible {
      let arguments: [String]
      let words: String

      init(_ arguments: String..., saying words: String) {
        self.arguments = arguments
        self.words = words
      }

      var testDescription: String { arguments.joined(separator: " ") }

      static let all = [
        Mistake("--bogus", saying: "'--bogus'"),
        Mistake("--bo\u{1B}[31m\ngus", saying: "[31m"),
        Mistake("tree", saying: "<model>"),
        Mistake("tree", "example:mlp", "example:mlp", saying: "'example:mlp'"),
        Mistake("tree", "example:mlp", "--input", "0,3", saying: "--input"),
        Mistake("tree", "example:mlp", "--seed", "x", saying: "--seed"),
        Mistake("snapshot", "example:mlp", "--size", "3", saying: "paramscope snapshot --help"),
        Mistake("snapshot", "example:mlp", "--size", "0x5", saying: "'0x5'"),
        Mistake("snapshot", "example:mlp", "--size", "99999x5", saying: "'99999x5'"),
        Mistake("snapshot", "example:mlp", "--keys", "<foo>", saying: "\"<foo>\" is no known key"),
        Mistake("snapshot", "example:mlp", "--keys", "<\u{1B}>", saying: "is no known key"),
        Mistake("stats", "example:mlp", "--json", "--csv", saying: "exclude each other"),
        Mistake("stats", "example:mlp", "--bins", "0", saying: "from 1 to"),
        Mistake("stats", "example:mlp", "--filter", "(", saying: "regular expression"),
      ]
    }

    @Test(arguments: Mistake.all)
    func `a wrong command line ends with 64 and one line`(_ mistake: Mistake) throws {
      let outcome = try Invocation(RealProgram.path(), mistake.arguments).run()
      outcome.expectFailure(EX_USAGE, saying: mistake.words)
    }

    @Test(arguments: ["--help", "--version", "stats --help", "help tree"])
    func `help and version are no errors`(arguments: String) throws {
      let outcome = try Invocation(
        RealProgram.path(), arguments.split(separator: " ").map(String.init)
      ).run()
      outcome.expectSuccess()
      #expect(!outcome.output.isEmpty)
    }

    @Test(arguments: ["truncated_data", "bad_json", "empty_file", "html_page", "shape_overflow"])
    func `a damaged file ends with 65 and one line`(name: String) throws {
      let path = RealProgram.corruptFile("\(name).safetensors")
      for command in ["tree", "stats", "snapshot", "inspect"] {
        try RealProgram.run(command, path).expectFailure(EX_DATAERR, saying: name)
      }
    }

    @Test(arguments: [
      ("layers: [", "description"), ("layers:\n  - dense: {}", "units"),
      ("layers:\n  - dense: {units: 2, weight_initializer: xaver}", "xavier"),
    ])
    func `a wrong description ends with 65 and one line`(text: String, words: String) throws {
      try withTemporaryFolder { folder in
        let file = folder.appending(path: "network.yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        try RealProgram.run("tree", file.path).expectFailure(EX_DATAERR, saying: words)
      }
    }

    @Test func `a missing model ends with 66 and one line`() throws {
      try RealProgram.run("tree", "/no/such/file").expectFailure(EX_NOINPUT, saying: "no such file")
      try RealProgram.run("tree", "/no\u{1B}[31m").expectFailure(EX_NOINPUT, saying: "no such file")
      try RealProgram.run("example:mpl").expectFailure(EX_NOINPUT, saying: "example:mlp?")
      try RealProgram.run("example:x").expectFailure(EX_NOINPUT, saying: "no such example. Known")
      try withTemporaryFolder { folder in
        try RealProgram.run(folder.path).expectFailure(EX_NOINPUT, saying: "is a directory")
      }
    }

    @Test func `a link to itself and a pipe end with 74 and one line`() throws {
      try withTemporaryFolder { folder in
        let link = folder.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: link)
        try RealProgram.run("tree", link).expectFailure(EX_IOERR, saying: "could not be opened")
        let pipe = folder.appending(path: "pipe").path
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        try RealProgram.run("tree", pipe).expectFailure(EX_IOERR, saying: "is a pipe")
      }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read every file"))
    func `a file that may not be read ends with 74 and one line`() throws {
      try withTemporaryFolder { folder in
        let file = folder.appending(path: "secret.safetensors").path
        let isCreated = FileManager.default.createFile(
          atPath: file, contents: Data([0]), attributes: [.posixPermissions: 0])
        try #require(isCreated)
        try RealProgram.run("tree", file).expectFailure(EX_IOERR, saying: "permission")
      }
    }

    @Test(arguments: [
      "tree example:mlp", "stats example:mlp", "snapshot example:mlp", "example:mlp",
    ])
    func `an output that is full ends with 73 and one line`(arguments: String) throws {
      var invocation = Invocation(
        try RealProgram.path(), arguments.split(separator: " ").map(String.init))
      invocation.outputPath = "/dev/full"
      try invocation.run().expectFailure(EX_CANTCREAT, saying: "cannot write")
    }

    @Test(arguments: [
      "tree example:mlp | head -1", "stats example:mlp --json --bins 20000 | head -c 10",
      "snapshot example:mlp --size 1000x500 | true",
    ])
    func `a reader that has seen enough ends the program in silence`(command: String) throws {
      try withTemporaryFolder { folder in
        let parts = command.split(separator: "|")
        let script = "{ '\(try RealProgram.path())' \(parts[0]); echo $? >status; } | \(parts[1])"
        let shell = Invocation("/bin/sh", ["-c", "cd '\(folder.path)' && \(script)"])
        let outcome = try shell.run()
        outcome.expectSuccess()
        let status = try String(contentsOf: folder.appending(path: "status"), encoding: .utf8)
        #expect(status == "0\n")
      }
    }

    @Test(arguments: ["tree", "stats"])
    func `JSON names every parameter of a network once`(command: String) throws {
      let outcome = try RealProgram.run(command, "example:shared-mlp", "--json")
      outcome.expectSuccess()
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let parameters = try #require(report["parameters"] as? [[String: Any]])
      #expect(report["version"] as? Int == 1 && report["network"] as? Bool == true)
      #expect(
        parameters.compactMap { $0["name"] as? String } == [
          "dense0_weight", "dense0_bias", "dense1_weight", "dense1_bias", "dense3_weight",
          "dense3_bias",
        ])
      let means = parameters.compactMap { $0["mean"] as? Double }
      #expect(means.count == (command == "stats" ? parameters.count : 0))
    }

    @Test(arguments: ["80x24", "100x30", "40x10", "39x9", "1x1", "200x60"])
    func `a snapshot has as many lines as the terminal rows`(size: String) throws {
      let outcome = try RealProgram.run("snapshot", "example:mlp", "--size", size)
      outcome.expectSuccess()
      #expect(outcome.lines.count == Int(size.drop { $0 != "x" }.dropFirst()))
      #expect(!outcome.output.contains { $0.isControl && $0 != "\n" })
    }

    @Test(arguments: [
      [:], ["TERM": "dumb"], ["TERM": "no-such-terminal", "NO_COLOR": "1"],
      ["TERM": "xterm-256color", "LANG": "C", "LC_ALL": "C", "COLUMNS": "33", "LINES": "7"],
      ["LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "TZ": "Asia/Tokyo", "HOME": "/nowhere"],
    ])
    func `nothing in the environment changes a snapshot`(environment: [String: String]) throws {
      let keys = "jjixavier<Enter>g"
      let reference = try RealProgram.run("snapshot", "example:shared-mlp", "--keys", keys)
      let other = try RealProgram.run(
        "snapshot", "example:shared-mlp", "--keys", keys, environment: environment)
      other.expectSuccess()
      #expect(other.output == reference.output)
    }
  }
}
