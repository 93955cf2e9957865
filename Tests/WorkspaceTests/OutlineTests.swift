import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

/// Trees, names, sharing and totals.
@Suite @MainActor struct OutlineTests {
  @Test func `parameters that are shared have one entry, every use and one letter`() throws {
    let outline = try example("shared-mlp").outline
    #expect(outline.nodes.map(\.name) == ["sequential0", "dense0", "dense1", "dense2", "dense3"])
    #expect(outline.nodes.map(\.key) == ["", "0", "1", "2", "3"])
    #expect(
      outline.parameters.map(\.name) == [
        "dense0_weight", "dense0_bias", "dense1_weight", "dense1_bias", "dense3_weight",
        "dense3_bias",
      ])
    #expect(outline.parameters.map(\.tie) == [nil, nil, 0, 1, nil, nil])
    #expect(outline.parameters[2].uses.map { outline.uses[$0].path } == ["1.weight", "2.weight"])
    #expect(outline.layerCount == 4)
    #expect(outline.sharedParameterCount == 2)
    #expect(outline.uniqueTotal == ParameterTotal(elementCount: 330, byteCount: 1320))
    #expect(outline.total(below: 3).elementCount == 72)
  }

  @Test func `a block that is called again is one layer more with the same parameters`() throws {
    let outline = try example("reuse").outline
    #expect(outline.nodes.map(\.name) == ["sequential0", "dense0", "dense0", "dense0", "dense1"])
    #expect(
      outline.uses.map(\.path) == [
        "0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias", "3.weight", "3.bias",
      ])
    #expect(outline.uses.map(\.parameter) == [0, 1, 0, 1, 0, 1, 2, 3])
    #expect(outline.parameters[0].uses == [0, 2, 4])
    #expect(outline.uniqueTotal.elementCount == 8 * 8 + 8 + 10 * 8 + 10)
  }

  @Test func `nested containers have paths of their own`() throws {
    let outline = try network(
      """
      input: [2, 4]
      layers:
        - dense: {units: 4, name: hidden}
        - sequential:
            name: block
            layers:
              - reuse: hidden
              - dense: {units: 2, use_bias: false}
      """
    ).outline
    #expect(outline.nodes.map(\.depth) == [0, 1, 1, 2, 2])
    #expect(outline.nodes[2].name == "block")
    #expect(outline.nodes[2].descendants == 3..<5)
    #expect(
      outline.uses.map(\.path) == ["0.weight", "0.bias", "1.0.weight", "1.0.bias", "1.1.weight"])
    #expect(outline.nodes.indices.map { outline.key(of: $0) } == ["", "0", "1", "1.0", "1.1"])
    #expect(outline.parameters[0].tie == 0)
  }

  @Test func `a shape that waits makes totals partial`() throws {
    let outline = try network("layers:\n  - dense: {units: 8}\n  - dense: {units: 2, in_units: 8}")
      .outline
    #expect(
      outline.uniqueTotal == ParameterTotal(elementCount: 26, byteCount: 104, isPartial: true))
    #expect(!outline.total(below: 2).isPartial)
    guard case .deferred(let message) = outline.parameters[0].state else {
      Issue.record("expected a deferred parameter")
      return
    }
    #expect(message.hasPrefix("Parameter 'dense0_weight' has not been initialized yet because"))
  }

  @Test func `reading what waits says why, in Gluon's words`() async throws {
    let model = try network("layers:\n  - dense: {units: 8}")
    let said = await message { _ = try model.elements(of: 0) }
    #expect(said.hasPrefix("Parameter 'dense0_weight' has not been initialized yet because"))
  }

  @Test(arguments: [
    ("layers.2.w", "layers.10.w"), ("a", "ab"), ("a1", "a01b"), ("x9", "x10"), ("a2b10", "a10b2"),
    ("99999999999999999999998", "99999999999999999999999"), ("", "0"), ("A", "a"),
    ("e\u{301}", "\u{E9}"),
  ])
  func `names are ordered as people count`(first: String, second: String) {
    #expect(naturallyPrecedes(first, second))
    #expect(!naturallyPrecedes(second, first))
    #expect(!naturallyPrecedes(first, first))
  }

  @Test func `dotted names make a tree in natural order`() throws {
    let outline = try OpenModel.open(.file(zooFile("names.safetensors"))).outline
    let x = try #require(outline.nodes.firstIndex { $0.key == "x" })
    let children = outline.nodes[outline.nodes[x].descendants].filter { $0.parent == x }
    #expect(children.map(\.key) == ["1", "2", "10"])
    #expect(outline.uses[outline.nodes[x].uses].map(\.path) == ["x.1.w", "x.2.w", "x.10.w"])
  }

  @Test func `names that only look alike stay apart`() throws {
    let outline = try OpenModel.open(.file(zooFile("names.safetensors"))).outline
    #expect(outline.parameters.count == 14)
    #expect(Set(outline.parameters.map { Array($0.name.utf8) }).count == 14)
    let composed = try header(["\u{E9}.w", "e\u{301}.w"])
    let model = try withTemporaryFile(composed) { try OpenModel.open(.file($0)) }
    #expect(model.outline.nodes.count == 3)
    #expect(model.outline.nodes[1].descendants.isEmpty)
  }

  @Test func `a name of many parts does not exhaust the stack`() throws {
    let name = String(repeating: "a.", count: 200_000) + "w"
    let model = try withTemporaryFile(try header([name])) { try OpenModel.open(.file($0)) }
    #expect(model.outline.parameters[0].name == name)
    #expect(model.outline.nodes.count < 100)
  }

  @Test func `sharing groups are lettered like the columns of a spreadsheet`() {
    #expect(
      [0, 1, 25, 26, 27, 701, 702].map(tieLetters) == ["a", "b", "z", "aa", "ab", "zz", "aaa"])
  }

  @Test(arguments: [("mpl", "mlp"), ("shared", "shared-mlp"), ("", nil)] as [(String, String?)])
  func `an example that does not exist is answered with those that do`(
    name: String, nearest: String?
  ) throws {
    let locator = ModelLocator("example:\(name)")
    #expect {
      _ = try OpenModel.open(locator)
    } throws: { error in
      guard case .unknownExample(name, let known, let guess) = error as? WorkspaceError else {
        return false
      }
      let examples = ["mlp", "shared-mlp", "reuse", "lenet", "lstm"]
      return known == examples && (guess == nearest || name == "shared")
    }
  }

  /// A file with one float32 zero a name.
  private func header(_ names: [String]) throws -> [UInt8] {
    let entries = names.enumerated().map { index, name in
      "\"\(name)\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[\(4 * index),\(4 * index + 4)]}"
    }
    let text = Array("{\(entries.joined(separator: ","))}".utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
    return length + text + [UInt8](repeating: 0, count: 4 * names.count)
  }
}
