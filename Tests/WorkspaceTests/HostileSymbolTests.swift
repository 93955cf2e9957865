import Foundation
import Tensors
import TestSupport
import Testing

@testable import Workspace

/// Graphs that are wrong are refused in one line that names the node.
@Suite @MainActor struct HostileSymbolTests {
  /// The message for the fixture `export/<name>` with a piece of its text replaced.
  private func message(
    _ name: String, _ piece: String, _ replacement: String
  ) throws -> String {
    try withTemporaryFolder { folder in
      let stem = fixture("export/\(name)")
      let text = try String(contentsOfFile: "\(stem)-symbol.json", encoding: .utf8)
      try #require(text.contains(piece))
      let damaged = text.replacing(piece, with: replacement, maxReplacements: 1)
      try Data(damaged.utf8).write(to: URL(filePath: "\(folder)/m-symbol.json"))
      try FileManager.default.copyItem(
        atPath: "\(stem)-0000.params", toPath: "\(folder)/m-0000.params")
      do {
        _ = try OpenModel.open(.file("\(folder)/m-symbol.json"))
        return ""
      } catch {
        return "\(error)".replacing(folder + "/", with: "")
      }
    }
  }

  @Test(arguments: [
    (
      "\"op\": \"Activation\"", "\"op\": \"Crop\"",
      "m-symbol.json, node dense0_relu_fwd (Crop): this operation cannot be run. Known are Activation,"
    ),
    (
      "\"num_hidden\": \"16\"", "\"num_hidden\": \"-1\"",
      "node dense0_fwd (FullyConnected): num_hidden is -1, expected a whole number from 1 to"
    ),
    ("\"num_hidden\": \"16\"", "\"num_hidden\": \"99999999999999999999\"", "num_hidden is 9999"),
    ("\"num_hidden\": \"16\"", "\"x\": \"16\"", "num_hidden is missing, expected a whole number."),
    (
      "\"num_hidden\": \"16\"", "\"num_hidden\": \"17\"",
      "attribute 'shape': desired '(17, 0)' vs stored '(16, 20)'."
    ),
    ("\"no_bias\": \"False\"", "\"no_bias\": \"True\"", "has 3 inputs, expected 2."),
    (
      "\"no_bias\": \"False\"", "\"no_bias\": \"maybe\"",
      "no_bias is maybe, expected True or False."
    ),
    (
      "\"name\": \"dense0_weight\"", "\"name\": \"w\"",
      "the network has 2 inputs (data, w), expected one."
    ),
    ("[[0, 0, 0], [1, 0, 0], [2, 0, 0]]", "[[0, 0, 0]]", "has 1 inputs, expected 3."),
    (
      "[[0, 0, 0], [1, 0, 0], [2, 0, 0]]", "[[1, 0, 0], [1, 0, 0], [2, 0, 0]]",
      "the network has 0 inputs"
    ),
    ("[[0, 0, 0], [1, 0, 0]", "[[0, 1, 0], [1, 0, 0]", "takes output 1 of another node"),
    ("[[0, 0, 0], [1, 0, 0]", "[[0, 0, 0], [0, 0, 0]", "input 1 has to be a parameter (weight)."),
    (
      "[[0, 0, 0], [1, 0, 0]", "[[9, 0, 0], [1, 0, 0]",
      "node 3 (\"dense0_fwd\") takes node 9 as an input, expected one from 0 to 2"
    ),
    ("[[0, 0, 0], [1, 0, 0]", "[[0], [1, 0, 0]", "an input of \"dense0_fwd\" has 1 numbers"),
    ("\"act_type\": \"relu\"", "\"act_type\": \"sine\"", "act_type is sine, expected one of relu,"),
    ("\"heads\": [[", "\"heads\": [[0, 0, 0], [", "the network has 2 outputs, expected one."),
    ("\"heads\": [[", "\"heads\": [[99, 0, 0], [", "the head is node 99, but there are nodes 0 to"),
    ("\"heads\"", "\"tails\"", "the field \"heads\" is missing."),
    ("\"name\": \"dense0_fwd\",", "", "node 3 has no field \"name\"."),
    ("\"op\": \"null\"", "\"op\": null", "expected a string, found"),
  ])
  func `a wrong graph is refused by name and place`(
    piece: String, replacement: String, expected: String
  ) throws {
    let found = try message("mlp", piece, replacement)
    #expect(found.contains(expected), "\(found)")
    #expect(!found.contains("\n"))
    #expect(found.hasPrefix("m-symbol.json"))
  }

  @Test(arguments: [
    (
      "\"kernel\": \"(5, 5)\"", "\"kernel\": \"(5, 0)\"",
      "kernel is (5, 0), expected two numbers from 1"
    ),
    ("\"kernel\": \"(5, 5)\"", "\"kernel\": \"(5, 5, 5)\"", "kernel is (5, 5, 5)"),
    ("\"kernel\": \"(5, 5)\"", "\"kernel\": \"(9999999, 5)\"", "kernel is (9999999, 5)"),
    (
      "\"num_group\": \"1\"", "\"num_group\": \"4\"",
      "num_group is 4, expected a divisor of num_filter, 6."
    ),
    ("\"layout\": \"NCHW\"", "\"layout\": \"NHWC\"", "layout is NHWC, expected NCHW."),
    ("\"pool_type\": \"max\"", "\"pool_type\": \"lp\"", "pool_type is lp, expected max or avg."),
    (
      "\"stride\": \"(2, 2)\"", "\"stride\": \"two\"",
      "stride is two, expected a list such as (3, 3)."
    ),
    (
      "\"pad\": \"(0, 0)\"", "\"pad\": \"(2, 2)\"",
      "pad is (2, 2), expected less than the kernel, (2, 2)."
    ),
  ])
  func `wrong attributes of images are refused`(
    piece: String, replacement: String, expected: String
  ) throws {
    let found = try message("lenet", piece, replacement)
    #expect(found.contains(expected), "\(found)")
  }

  @Test func `a graph without parameters beside it says what it looked for`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/alone-symbol.json"
      try FileManager.default.copyItem(
        atPath: fixture("export/mlp-symbol.json"), toPath: path)
      do {
        _ = try OpenModel.open(.file(path))
        Issue.record("it was opened")
      } catch {
        #expect(
          "\(error)"
            == "alone-symbol.json: there is no file of parameters beside it, expected "
            + "alone-0000.params.")
        #expect((error as? WorkspaceError)?.kind == .noInput)
      }
    }
  }

  @Test func `a graph cut at any byte is refused`() throws {
    let text = try Data(contentsOf: URL(filePath: fixture("export/mlp-symbol.json")))
    try withTemporaryFolder { folder in
      let path = "\(folder)/m-symbol.json"
      try FileManager.default.copyItem(
        atPath: fixture("export/mlp-0000.params"), toPath: "\(folder)/m-0000.params")
      for count in 0..<text.count {
        try text.prefix(count).write(to: URL(filePath: path))
        #expect(throws: WorkspaceError.self) { try OpenModel.open(.file(path)) }
      }
    }
  }

  @Test func `a graph as deep as it is long is opened and run without recursion`() throws {
    try withTemporaryFolder { folder in
      var nodes = ["{\"op\": \"null\", \"name\": \"data\", \"inputs\": []}"]
      for index in 0..<20_000 {
        nodes.append(
          "{\"op\": \"elemwise_add\", \"name\": \"n\(index)\", \"inputs\": [[\(index), 0, 0], [0, 0, 0]]}"
        )
      }
      let text =
        "{\"nodes\": [\(nodes.joined(separator: ","))], \"arg_nodes\": [0], \"heads\": [[20000, 0, 0]]}"
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/m-symbol.json"))
      try FileManager.default.copyItem(
        atPath: fixture("export/mlp-0000.params"), toPath: "\(folder)/m-0000.params")
      let model = try OpenModel.open(
        .file("\(folder)/m-symbol.json"), options: BuildOptions(input: [1, 1]))
      #expect(model.outline.parameters.isEmpty)
      #expect(model.firstOutput != nil)
    }
  }
}
