import Foundation
import Glibc
import TestSupport
import Testing

extension RealProgram {
  /// Commands on values: show, edit, convert, diff.
  struct Values {
    @Test func `show prints as NumPy does, and a slice of it`() throws {
      let outcome = try RealProgram.run(
        "show", "example:mlp", "dense0_weight", "--slice", "0:3,:4")
      outcome.expectSuccess()
      #expect(
        outcome.output == """
          [[ 0.06700657 -0.00369488  0.0418822   0.0421275 ]
           [-0.03296221 -0.04391347  0.03839272  0.03316854]
           [-0.0196689   0.01582889 -0.00881553  0.0563288 ]]

          """)
    }

    @Test(
      arguments: [
        (["dens0_weight"], "'dense0_weight'?"),
        (["dense0_weight", "--slice", "300"], "out of bounds"),
        (["dense0_weight", "--slice", ",,"], "3 axes"), (["dense0_weight", "-o", "/tmp"], ".npy"),
      ])
    func `show names what is wrong`(arguments: [String], words: String) throws {
      let outcome = try Invocation(RealProgram.path(), ["show", "example:mlp"] + arguments).run()
      outcome.expectFailure(EX_USAGE, saying: words)
    }

    @Test func `an output is never the opened file nor a folder`() throws {
      try withTemporaryFolder { folder in
        let file = folder.appending(path: "a.safetensors").path
        let link = folder.appending(path: "b.npy").path
        try RealProgram.run("convert", "example:mlp", "-o", file).expectSuccess()
        let other = folder.appending(path: "b.params").path
        try FileManager.default.linkItem(atPath: file, toPath: link)
        try FileManager.default.linkItem(atPath: file, toPath: other)
        let before = try Data(contentsOf: URL(filePath: file))
        try RealProgram.run("show", file, "0.bias", "-o", link)
          .expectFailure(EX_CANTCREAT, saying: "is open")
        try RealProgram.run("edit", file, "--expr", "x", "-o", other)
          .expectFailure(EX_CANTCREAT, saying: "is open")
        try RealProgram.run("convert", file, "-o", folder.path)
          .expectFailure(EX_CANTCREAT, saying: "directory")
        #expect(try Data(contentsOf: URL(filePath: file)) == before)
      }
    }

    @Test func `diff ends with 0 for equal models and 1 for others`() throws {
      try withTemporaryFolder { folder in
        let file = folder.appending(path: "a.safetensors").path
        let edited = folder.appending(path: "b.params").path
        try RealProgram.run("convert", "example:shared-mlp", "-o", file).expectSuccess()
        try RealProgram.run("edit", file, "--expr", "x + 0.25", "--only", "bias", "-o", edited)
          .expectSuccess()
        try RealProgram.run("diff", "example:shared-mlp", file).expectSuccess()
        try RealProgram.run("diff", file, edited, "--tolerance", "0.25").expectSuccess()
        let outcome = try RealProgram.run("diff", file, edited, "--json")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("\"changed\""))
        #expect(outcome.output.contains("\"same\": false"))
        #expect(outcome.errors.isEmpty)
        try RealProgram.run("diff", file, "/no/such").expectFailure(EX_NOINPUT, saying: "no such")
      }
    }

    @Test(arguments: ["text", "styled", "ansi", "svg", "json"])
    func `a snapshot has each format`(format: String) throws {
      let outcome = try RealProgram.run(
        "snapshot", "example:shared-mlp", "--size", "60x12", "--format", format)
      outcome.expectSuccess()
      #expect(outcome.output.contains("shared-mlp"))
      #expect(outcome.output.contains("\u{1B}") == (format == "ansi"))
    }

    @Test(arguments: ["styled", "ansi", "json"])
    func `the main screen is the same in each format, byte for byte`(format: String) throws {
      let outcome = try RealProgram.run(
        "snapshot", "example:shared-mlp", "--size", "80x24", "--keys", "jjixavier<Enter>",
        "--format", format)
      outcome.expectSuccess()
      try expectGolden(text: outcome.output, "main-80x24.\(format)")
    }
  }
}
