import Foundation
import Glibc
import Testing

extension RealProgram {
  /// The language of help, tables and errors.
  struct Languages {
    private func run(_ arguments: String..., locale: [String: String]) throws -> Outcome {
      var invocation = Invocation(try RealProgram.path(), arguments)
      for name in ["LC_ALL", "LC_MESSAGES", "LANG"] { invocation.environment[name] = locale[name] }
      return try invocation.run()
    }

    private static let chinese = "zh_CN.UTF-8"

    @Test func `errors are said in the language of the locale`() throws {
      let locales: [([String: String], Bool)] = [
        (["LANG": Self.chinese], true), (["LC_MESSAGES": Self.chinese, "LANG": "C"], true),
        (["LC_ALL": Self.chinese, "LC_MESSAGES": "C"], true),
        (["LC_ALL": "C", "LANG": Self.chinese], false), ([:], false),
      ]
      for (locale, isChinese) in locales {
        let outcome = try run("tree", "/no/such/file", locale: locale)
        outcome.expectFailure(
          EX_NOINPUT, saying: isChinese ? "没有这个文件。请检查路径。" : "no such file. Check the path.")
      }
    }

    @Test func `an option beats the locale, in help, tables and errors`() throws {
      let option = ["--language", "zh"]
      for arguments in [["tree", "/no"], ["convert", "example:mlp", "-o", "/no/x"]] {
        let outcome = try Invocation(try RealProgram.path(), arguments + option).run()
        #expect(outcome.errors.contains("没有"), "\(outcome.errors)")
      }
      let table = try run("tree", "example:mlp", "--language=zh", locale: [:])
      #expect(table.output.hasPrefix("example:mlp：2 层，4 个参数"))
      let help = try run("tree", "--help", "--language", "zh", locale: [:])
      help.expectSuccess()
      #expect(help.output.hasPrefix("概述：打印层树"))
      let english = try run("tree", "--help", "--language", "en", locale: ["LANG": Self.chinese])
      #expect(english.output.hasPrefix("OVERVIEW: "))
    }

    @Test func `what programs read is the same in every language`() throws {
      for arguments in [["stats", "--json"], ["stats", "--csv"], ["tree", "--json"]] {
        let rest = [arguments[1], "example:shared-mlp", "--seed", "3"]
        let english = try Invocation(RealProgram.path(), [arguments[0]] + rest).run()
        let chinese = try Invocation(
          RealProgram.path(), [arguments[0]] + rest + ["--language", "zh"]
        ).run()
        #expect(english.output == chinese.output && !english.output.isEmpty)
      }
    }
  }
}
