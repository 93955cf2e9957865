import Tensors
import Testing

@testable import Workspace

/// Stacks of layers, told from names.
@Suite @MainActor struct LayerStackTests {
  private func stacks(_ names: [String]) throws -> [LayerStack] {
    var builder = OutlineBuilder()
    builder.add(
      names.map {
        TensorDescription(
          name: $0, elementType: .float32, shape: [2], byteCount: 8, offsetInFile: 0)
      }, title: "made")
    return Outline(
      locator: "made", title: "made", format: "made", isNetwork: false, nodes: builder.nodes,
      parameters: builder.parameters, uses: builder.uses
    ).layerStacks()
  }

  @Test func `a language model is one stack, its roles named in few letters`() throws {
    let roles = [
      "input_layernorm", "mlp.down_proj", "mlp.gate_proj", "mlp.up_proj",
      "post_attention_layernorm", "self_attn.k_proj", "self_attn.q_proj",
    ]
    let names =
      (0..<12).flatMap { layer in roles.map { "model.layers.\(layer).\($0).weight" } }
      + ["model.norm.weight", "lm_head.weight", "model.layers.3.self_attn.q_proj.bias"]
    let stack = try #require(try stacks(names).first)
    #expect(try stacks(names).count == 1)
    #expect(stack.path == "model.layers.N")
    #expect(stack.layers == (0..<12).map { "\($0)" })
    #expect(
      stack.roles.map(\.label) == ["q", "q.b", "k", "gate", "up", "down", "norm1", "norm2"])
    #expect(stack.uses[2][1] == nil)
    #expect(stack.uses[3].allSatisfy { $0 != nil })
    #expect(stack.cellCount == 85)
  }

  @Test func `stages of a convolutional network count with their blocks`() throws {
    let names =
      (1...4).flatMap { stage in
        (0..<3).flatMap { block in
          ["conv1", "bn1", "conv2"].map { "layer\(stage).\(block).\($0).weight" }
        }
      } + ["conv1.weight", "fc.weight"]
    let found = try stacks(names)
    let stack = try #require(found.first)
    #expect(stack.path == "layerN.N")
    #expect(stack.layers.prefix(4) == ["1.0", "1.1", "1.2", "2.0"])
    #expect(stack.roles.map(\.label).sorted() == ["bn1", "conv1", "conv2"])
    #expect(found.count == 1)
  }

  @Test func `encoder and decoder are two stacks, the larger first`() throws {
    let names =
      (0..<2).map { "encoder.layer.\($0).fc.weight" }
      + (0..<5).map { "decoder.block_\($0).fc.weight" }
    let found = try stacks(names)
    #expect(found.map(\.path) == ["decoder.block_N", "encoder.layer.N"])
  }

  @Test(arguments: [
    ["a.weight", "b.weight"], ["l1.weight"], ["l.0.a", "l.1.b"], [], ["0", "1", "2"],
  ])
  func `where nothing repeats there is no stack`(names: [String]) throws {
    #expect(try stacks(names).isEmpty)
  }

  @Test func `the blocks of a network are a stack`() throws {
    let outline = try OpenModel.open(.example("shared-mlp")).outline
    let stack = try #require(outline.layerStacks().first)
    #expect(stack.layers == ["0", "1", "2", "3"])
    #expect(stack.roles.map(\.label) == ["weight", "bias"])
    #expect(stack.path == "N")
  }
}
