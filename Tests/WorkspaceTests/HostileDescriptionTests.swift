import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

/// Descriptions that mean harm end in one line, soon, and without a trap.
@Suite @MainActor struct HostileDescriptionTests {
  @Test(arguments: ["[", "- ", "? ", "{a: ", "- [", "  - "])
  func `nesting without end is refused`(opening: String) async {
    for count in [65, 1_000, 100_000] {
      let text = "layers:\n  " + String(repeating: opening, count: count)
      let said = await message { _ = try network(text) }
      #expect(said.hasPrefix("net.yaml:2: "), "\(count)")
      #expect(!said.contains("\n"))
    }
  }

  @Test(arguments: ["[", "- ", "? ", "{a: "])
  func `nesting too deep says how deep is allowed`(opening: String) async {
    let text = "layers:\n  " + String(repeating: opening, count: 1_000)
    let said = await message { _ = try network(text) }
    #expect(said == "net.yaml:2: its nesting exceeds the limit of 64")
  }

  @Test func `containers may nest as deep as a person would write`() throws {
    var text = "layers:\n"
    for depth in 0..<16 {
      let indent = String(repeating: " ", count: 6 * depth)
      text += "\(indent)  - sequential:\n\(indent)      layers:\n"
    }
    text += String(repeating: " ", count: 6 * 16) + "  - dense: {units: 2, in_units: 2}\n"
    let model = try network(text)
    #expect(model.outline.nodes.count == 18)
    #expect(model.outline.uses[0].path == String(repeating: "0.", count: 17) + "weight")
  }

  @Test func `a text above 1 MiB is refused, one below is read`() async throws {
    let text = "layers: []\n#"
    let padding = String(repeating: "x", count: (1 << 20) - text.utf8.count)
    #expect(try network(text + padding).outline.parameters.isEmpty)
    let said = await message { _ = try network(text + padding + "x") }
    #expect(said == "net.yaml: its size exceeds the limit of 1048576")
  }

  @Test func `the number of layers is limited`() async throws {
    func layers(_ count: Int) -> String {
      "layers: [" + String(repeating: "{dense: {units: 1}},", count: count) + "]"
    }
    var reader = DescriptionReader(file: "net.yaml")
    #expect(try reader.read(layers(10_000)).layers.count == 10_000)
    let said = await message { _ = try network(layers(10_001)) }
    #expect(said == "net.yaml:1: the number of layers exceeds the limit of 10000")
  }

  @Test func `calls that do not close, and quotes that do not, are looked at once`() async {
    for opening in ["initializer: a(", "initializer: 'a(", "initializer: \"a\\", "a: b"] {
      let text = "layers: []\n" + String(repeating: opening + "\n", count: 1_000)
      let said = await message { _ = try network(text) }
      #expect(said.hasPrefix("net.yaml:"))
    }
  }

  @Test func `layers reused in a long chain are as deep as they are many`() async throws {
    var text = "input: [1, 2]\nlayers:\n  - sequential: {name: s0, layers: [dense: {units: 2}]}\n"
    for level in 1...120 {
      text += "  - sequential: {name: s\(level), layers: [reuse: s\(level - 1)]}\n"
    }
    #expect(try network(text).outline.parameters.count == 2)
  }

  @Test func `layers reused by what is reused count every time`() async {
    var text = "layers:\n  - dense: {units: 2, name: s0}\n"
    for level in 1...40 {
      text +=
        "  - sequential: {name: s\(level), layers: [reuse: s\(level - 1), reuse: s\(level - 1)]}\n"
    }
    let said = await message { _ = try network(text) }
    #expect(said == "net.yaml:14: the number of layers exceeds the limit of 10000")
  }

  @Test(arguments: ["", "? *a39\n: 1\n"])
  func `aliases of aliases are refused before they grow`(key: String) async {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let said = await message { _ = try network(text + key + "layers: []\n") }
    #expect(said == "net.yaml:10: the number of aliases exceeds the limit of 16")
  }

  @Test(arguments: [
    ("input: [268435456, 268435456]\nlayers: []", "1: the size of the input"),
    ("input: [1, 268435456]\nlayers:\n  - dense: {units: 2}", "3: the number of values"),
    ("input: [1000000, 1]\nlayers:\n  - dense: {units: 1000}", "3: the number of outputs"),
    (
      "layers:\n  - dense: {units: 16384, in_units: 16384}\n  - dense: {units: 1}",
      "2: the number of values"
    ),
    (
      "input: [1, 16000]\nlayers:\n  - sequential: {layers: [dense: {units: 16000}]}\n"
        + "  - sequential: {layers: [dense: {units: 16000}]}", "4: the number of values"
    ),
  ])
  func `what would not fit into memory is refused first`(text: String, what: String) async {
    let said = await message { _ = try network(text) }
    #expect(said == "net.yaml:\(what) exceeds the limit of 268435456")
  }

  @Test func `parameters that are shared count once`() throws {
    let network = Sequential()
    let shared = Dense(10_000, inUnits: 10_000)
    network.add(shared, shared, try Dense(10_000, inUnits: 10_000, params: shared.params), shared)
    var size = NetworkSize(file: "net.yaml")
    let layers = network.children.enumerated().map { PlacedBlock($1.block, line: $0 + 1) }
    let placed = PlacedBlock(network, line: 1, children: layers)
    #expect(try size.add(placed, input: [3, 10_000]) == [3, 10_000])
  }

  @Test func `control characters in names stay what they are, in one line`() async throws {
    let said = await message { _ = try network("layers:\n  - \"\\e[31m\\n\": {units: 3}\n") }
    #expect(said.hasPrefix("net.yaml:2: unknown key '\u{1B}[31m\n' in a layer"))
    let model = try network("layers:\n  - dense: {units: 3, name: \"a\\e[31m\"}\n")
    #expect(model.outline.nodes[1].name == "a\u{1B}[31m")
  }

  @Test func `bytes that are no text are no description`() async throws {
    let said = await message {
      try withTemporaryBytes([UInt8]("layers: ".utf8) + [0xFF, 0xFE])
    }
    #expect(said.contains("not a known kind of file"))
  }

  @Test(arguments: [
    #"{"num_hidden_layers": 12, "architectures": ["LlamaForCausalLM"]}"#,
    #"{"weight_map": {"model.layers.0.weight": "model-00001.safetensors"}}"#,
  ])
  func `JSON of another kind is no description`(text: String) async throws {
    let said = await message {
      try withTemporaryFile([UInt8](text.utf8), named: "config.json") { path in
        _ = try OpenModel.open(.file(path))
      }
    }
    #expect(said.contains("JSON text, without tensors"))
  }

  @Test(arguments: [#"{"layers": [{"dense": {"units": 3}}]}"#, "seed: 1\nlayers :\n- flatten\n"])
  func `a description is known by its layers, whatever its name`(text: String) throws {
    try withTemporaryFile([UInt8](text.utf8), named: "net.txt") { path in
      let model = try OpenModel.open(.file(path))
      #expect(model.outline.isNetwork)
    }
  }
}
