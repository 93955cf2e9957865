import Tensors
import Testing

@testable import Workspace

/// Descriptions of networks: what they mean, and what is said of wrong ones.
@Suite @MainActor struct DescriptionTests {
  /// A wrong description and what is said of it.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { message }

    init(_ text: String, _ message: String) {
      (self.text, self.message) = (text, message)
    }
  }

  nonisolated static let denseKeys =
    "units, activation, use_bias, flatten, dtype, weight_initializer, bias_initializer, in_units, "
    + "name, params"
  nonisolated static let largest = DescriptionReader.maximumElementCount

  nonisolated static let structure = [
    Wrong("# layers\n", "net.yaml: not a network description: it is empty"),
    Wrong("layers", "net.yaml:1: 'a network' must be a mapping, found 'layers'"),
    Wrong("- dense: {units: 3}", "net.yaml:1: 'a network' must be a mapping, found a list"),
    Wrong("input: [2, 3]", "net.yaml:1: a network needs the key 'layers'"),
    Wrong("layers: {}", "net.yaml:1: 'layers' must be a list of layers, found a mapping"),
    Wrong("seed: 1\nlayers:", "net.yaml:2: 'layers' must be a list of layers, found nothing"),
    Wrong(
      "layers: []\nseeds: 3",
      "net.yaml:2: unknown key 'seeds' in a network; did you mean 'seed'? "
        + "Allowed: input, seed, initializer, layers"),
    Wrong("layers: []\nseed: 1\nseed: 2", "net.yaml:2: 'seed' is given twice"),
    Wrong(
      "layers:\n  - dense: {units: 3, units: 4}", "net.yaml:2: 'units' is given twice"),
    Wrong(
      "layers:\n  - dense: {units: 3}\n    reuse: a",
      "net.yaml:2: 'layers' must be one layer kind, found 2 keys"),
    Wrong("layers:\n  - {}", "net.yaml:2: 'layers' must be one layer kind, found 0 keys"),
    Wrong(
      "layers:\n  - dens: {units: 3}",
      "net.yaml:2: unknown key 'dens' in a layer; did you mean 'dense'? "
        + "Allowed: dense, activation, leaky_relu, prelu, elu, selu, gelu, swish, dropout, "
        + "batch_norm, layer_norm, embedding, flatten, conv2d, max_pool2d, avg_pool2d, global_avg_pool2d, rnn, lstm, gru, reuse, sequential"
    ),
    Wrong("layers: [", "net.yaml:2: not a network description: did not find expected node content"),
    Wrong(
      "layers:\n\t- dense: {units: 3}",
      "net.yaml:2: not a network description: found character that cannot start any token"),
    Wrong(
      "layers: []\n---\nlayers: []",
      "net.yaml:2: not a network description: but found another document"),
  ]

  nonisolated static let values = [
    Wrong(
      "layers:\n  - dense: {activation: relu}", "net.yaml:2: dense needs the key 'units'"),
    Wrong("layers:\n  - dense:", "net.yaml:2: dense needs the key 'units'"),
    Wrong(
      "layers:\n  - dense: {units: 3,\n      unit: 4}",
      "net.yaml:3: unknown key 'unit' in dense; did you mean 'units'? Allowed: \(denseKeys)"),
    Wrong(
      "layers:\n  - dense: {units: 3, activation: rlu}",
      "net.yaml:2: 'activation' must be one of relu, sigmoid, tanh, softrelu, softsign, "
        + "found 'rlu'; did you mean 'relu'?"),
    Wrong(
      "layers:\n  - dense: {units: 3, activation: [relu]}",
      "net.yaml:2: 'activation' must be a name, found a list"),
    Wrong(
      "layers:\n  - dense: {units: 3, use_bias: yes}",
      "net.yaml:2: 'use_bias' must be true or false, found 'yes'"),
    Wrong(
      "layers:\n  - dense: {units: 3, name: ''}",
      "net.yaml:2: 'name' must be a name, found nothing"),
    Wrong(
      "input: 3\nlayers: []",
      "net.yaml:1: 'input' must be a list of 1 to 8 dimensions, found '3'"),
    Wrong("seed: abc\nlayers: []", "net.yaml:1: 'seed' must be a whole number, found 'abc'"),
  ]

  nonisolated static let initializers = [
    Wrong(
      "layers:\n  - dense: {units: 3, weight_initializer: xaver}",
      "net.yaml:2: 'weight_initializer': unknown initializer 'xaver'; did you mean xavier? "
        + "(at character 1)"),
    Wrong(
      "layers:\n  - dense: {units: 3, bias_initializer: {xavier: {magnitud: 3}}}",
      "net.yaml:2: 'bias_initializer': xavier has no argument 'magnitud'; did you mean magnitude? "
        + "(at character 8)"),
    Wrong(
      "initializer: [xavier, 3, 4]\nlayers: []",
      "net.yaml:1: 'initializer' must be an initializer, found a list"),
    Wrong(
      "initializer:\nlayers: []",
      "net.yaml:1: 'initializer': expected the name of an initializer, found the end "
        + "(at character 1)"),
    Wrong(
      "input: [2, 3]\ninitializer: normal(0)\nlayers:\n  - dense: {units: 3}",
      "net.yaml:2: normal(0) does not apply to dense0_weight: Check failed: param.scale > 0 "
        + "(0 vs. 0) : scale parameter in gaussian has to be positive"),
    Wrong(
      "initializer: normal(0)\nlayers:\n  - dense: {units: 3, in_units: 2}",
      "net.yaml:1: normal(0) does not apply to dense0_weight: Check failed: param.scale > 0 "
        + "(0 vs. 0) : scale parameter in gaussian has to be positive"),
    Wrong(
      "layers:\n  - dense: {units: 3}\n  - dense: {units: 3, bias_initializer: xavier}",
      "net.yaml:3: xavier(uniform, avg, 3) does not apply to dense1_bias: Xavier initializer "
        + "cannot be applied to vector dense1_bias. It requires at least 2D."),
    Wrong(
      "layers:\n  - dense: {units: 3, weight_initializer: xavier(magnitud: 2, in)}",
      "net.yaml:2: 'weight_initializer': xavier has no argument 'magnitud'; did you mean "
        + "magnitude? (at character 8)"),
  ]

  nonisolated static let sharing = [
    Wrong(
      "layers:\n  - reuse: hidden",
      "net.yaml:2: 'reuse' names the layer 'hidden', which does not come before it; "
        + "no layer does"),
    Wrong(
      "layers:\n  - dense: {units: 3, name: first}\n  - dense: {units: 3, params: fist}",
      "net.yaml:3: 'params' names the layer 'fist', which does not come before it; "
        + "did you mean 'first'? those that do: first"),
    Wrong(
      "layers:\n  - dense: {units: 3}\n  - dropout: 0.5\n  - dense: {units: 3, params: dropout0}",
      "net.yaml:4: 'params' names the layer 'dropout0', which has no weight, bias to share; "
        + "layers that have: dense0"),
    Wrong(
      "layers:\n  - sequential: {name: s, layers: [dense: {units: 3}]}\n"
        + "  - dense: {units: 3, params: s}",
      "net.yaml:3: 'params' names the layer 's', which has no weight, bias to share; "
        + "layers that have: dense0"),
    Wrong(
      "input: [2, 20]\nlayers:\n  - dense: {units: 8, name: a}\n  - dense: {units: 8, params: a}",
      "net.yaml:4: dense0 does not take an input of shape (2, 8): Shape inconsistent, "
        + "Provided = [8,20], inferred shape=(8,8)"),
    Wrong(
      "input: [2, 20]\nlayers:\n  - sequential:\n      name: s\n      layers:\n"
        + "        - dense: {units: 8, name: a}\n  - reuse: s",
      "net.yaml:7: a does not take an input of shape (2, 8): Shape inconsistent, "
        + "Provided = [8,20], inferred shape=(8,8)"),
    Wrong(
      "input: [2, 20]\nlayers:\n  - dense: {units: 8, in_units: 5}",
      "net.yaml:3: dense0 does not take an input of shape (2, 20): Shape inconsistent, "
        + "Provided = [8,5], inferred shape=(8,20)"),
    Wrong(
      "layers:\n  - reuse: a\n  - dense: {units: 3, name: a}",
      "net.yaml:2: 'reuse' names the layer 'a', which does not come before it; "
        + "no layer does"),
    Wrong(
      "layers:\n  - dense: {units: 3, name: a}\n  - dense: {units: 3, name: a}",
      "net.yaml:3: two layers are named 'a'"),
    Wrong(
      "layers:\n  - dense: {units: 3, name: dense0}\n  - dense: {units: 3}",
      "net.yaml:3: two layers are named 'dense0'"),
    Wrong(
      "layers:\n  - sequential:\n      name: s\n      layers: [reuse: s]",
      "net.yaml:4: 'reuse' names the layer 's', which does not come before it; "
        + "no layer does"),
    Wrong(
      "layers:\n  - dense: {units: 3, name: a}\n  - dense: {units: 4, params: a}",
      "net.yaml:3: 'params': Cannot retrieve Parameter 'a_weight' because desired attribute does not match "
        + "with stored for attribute 'shape': desired '(4, 0)' vs stored '(3, 0)'."),
  ]

  @Test(arguments: structure + values + initializers + sharing)
  func `an error names the line, the key and what is allowed`(wrong: Wrong) async {
    let said = await message { _ = try network(wrong.text) }
    #expect(said == wrong.message)
  }

  @Test(arguments: ["0", "-4", "2.5", "abc", "1_000", "0x10", "268435457", "99999999999999999999"])
  func `a count is a whole number in its limits`(text: String) async {
    let said = await message { _ = try network("layers:\n  - dense: {units: \(text)}") }
    #expect(
      said
        == "net.yaml:2: 'units' must be a whole number from 1 to \(Self.largest), found '\(text)'")
  }

  @Test(arguments: [("[0, 3]", "'0'"), ("[2, a]", "'a'"), ("[2, [3]]", "a list")])
  func `a dimension is a whole number in its limits`(shape: String, found: String) async {
    let said = await message { _ = try network("input: \(shape)\nlayers: []") }
    #expect(
      said == "net.yaml:1: 'input' must be a whole number from 1 to \(Self.largest), found \(found)"
    )
  }

  @Test func `a kind of file error is one of its contents`() throws {
    #expect {
      _ = try network("layers: 3")
    } throws: { error in
      (error as? WorkspaceError)?.kind == .wrongContents
    }
  }

  @Test func `every form of an initializer is understood`() throws {
    let forms = [
      "xavier(uniform, avg, 2)", "'Xavier(magnitude: 2)'", "[xavier, {magnitude: 2}]",
      "{xavier: {magnitude: 2}}", "Xavier(rnd_type: uniform, magnitude: 2)",
      "xavier (magnitude: 2)  # twice", "xavier(uniform,\n        magnitude: 2)",
      "'[\"xavier\", {\"magnitude\": 2}]'",
    ]
    for form in forms {
      let model = try network(
        "input: [2, 3]\nlayers:\n  - dense:\n      units: 4\n      weight_initializer: \(form)")
      #expect(model.outline.parameters[0].origin?.text == "xavier(uniform, avg, 2)", "\(form)")
    }
  }

  @Test(
    arguments: [
      (
        "{units: 4, weight_initializer: xavier(magnitude: 2), in_units: 3}",
        "xavier(uniform, avg, 2)"
      ),
      (
        "{units: 4, in_units: 3, weight_initializer: expr(u = uniform(-1, 1); u * (abs(u) >= 0.5))}",
        "expr(u = uniform(-1, 1); u * (abs(u) >= 0.5))"
      ),
      (
        "{name: 'a initializer: b(', \"weight_initializer\":  kaiming_normal(mode: 'fan_out'), "
          + "units: 4, in_units: 3} # weight_initializer: x(a: 'b'",
        "kaiming_normal(0, fan_out, leaky_relu)"
      ),
    ])
  func `a call in braces needs no quotes`(layer: String, text: String) throws {
    let model = try network("layers:\n  - dense: \(layer)")
    #expect(model.outline.parameters[0].origin?.text == text)
  }

  @Test func `JSON and a byte order mark are read too`() throws {
    let model = try network(
      "\u{FEFF}{\"input\": [2, 3], \"layers\": [{\"dense\": {\"units\": 4}}]}")
    #expect(model.outline.parameters.map(\.shape) == [[4, 3], [4]])
  }

  @Test func `anchors and aliases stand for what they name`() throws {
    let model = try network("layers:\n  - &layer {dense: {units: 3}}\n  - *layer")
    #expect(
      model.outline.parameters.map(\.name).prefix(3) == [
        "dense0_weight", "dense0_bias", "dense1_weight",
      ])
  }

  @Test func `the seed of a command beats that of the description, which beats 0`() throws {
    let text = "input: [2, 3]\nlayers:\n  - dense: {units: 4}"
    let seeded = "seed: 5\n" + text
    let five = try network(text, BuildOptions(seed: 5)).bits
    #expect(try network(seeded).bits == five)
    #expect(try network(seeded, BuildOptions(seed: 0)).bits == network(text).bits)
    #expect(try network(text).bits != five)
  }

  @Test func `the input of a command beats that of the description`() throws {
    let text = "input: [2, 3]\nlayers:\n  - dense: {units: 4}"
    let model = try network(text, BuildOptions(input: [1, 2, 5]))
    #expect(model.outline.parameters[0].shape == [4, 10])
  }
}
