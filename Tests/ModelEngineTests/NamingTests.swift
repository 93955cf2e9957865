import ModelEngine
import Tensors
import Testing

/// A block of one's own, whose class name gives its hint.
final class FancyNet2: Block {}

@Suite struct NamingTests {
  @Test func `each class counts by itself`() {
    ModelContext.withSeed(0) {
      let blocks = [Dense(1), Dense(1), Sequential(), FancyNet2(), Dense(1)] as [Block]
      #expect(blocks.map(\.name) == ["dense0", "dense1", "sequential0", "fancynet20", "dense2"])
      #expect(blocks.map(\.prefix)[4] == "dense2_")
    }
  }

  @Test func `a fresh context starts names again and leaves the outer one alone`() {
    ModelContext.withSeed(0) {
      #expect(Dense(1).name == "dense0")
      #expect(ModelContext.withSeed(0) { Dense(1).name } == "dense0")
      #expect(Dense(1).name == "dense1")
    }
  }

  @Test func `inside a scope names follow the block, and re-entering continues`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      net.withNameScope {
        net.add(Dense(2))
        net.add(Dense(3, activation: .relu))
        let inner = Sequential()
        net.add(inner)
        inner.withNameScope { inner.add(Dense(4)) }
      }
      net.withNameScope { net.add(Dense(5)) }
      #expect(Dense(1).name == "dense0")
      #expect(
        net.children.map(\.block.name) == [
          "sequential0_dense0", "sequential0_dense1", "sequential0_sequential0",
          "sequential0_dense2",
        ])
      let names = try net.collectParams().names
      #expect(names.contains("sequential0_sequential0_dense0_weight"))
    }
  }

  @Test func `an explicit prefix is appended to the scope's and used as it is outside`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential(prefix: "model_")
      net.withNameScope {
        net.add(Dense(2, prefix: "fc_"), Dense(2), Dense(2, prefix: "noslash"))
      }
      net.add(Dense(2, prefix: "out_"))
      let netNames = try net.collectParams().names
      #expect(
        netNames == [
          "model_fc_weight", "model_fc_bias", "model_dense0_weight", "model_dense0_bias",
          "model_noslashweight", "model_noslashbias", "out_weight", "out_bias",
        ])
      #expect(
        net.children.map(\.block.name) == ["model_fc", "model_dense0", "model_noslash", "out"])
      #expect(net.name == "model")
    }
  }

  @Test func `an empty prefix opens no scope`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential(prefix: "")
      net.withNameScope { net.add(Dense(2), Dense(2)) }
      let netNames = try net.collectParams().names
      #expect(
        netNames == [
          "dense0_weight", "dense0_bias", "dense1_weight", "dense1_bias",
        ])
      let outer = Sequential(prefix: "a_")
      outer.withNameScope {
        let inner = Sequential(prefix: "")
        inner.withNameScope { inner.add(Dense(1)) }
        outer.add(inner, Dense(1))
        #expect(inner.prefix == "a_")
      }
      let outerNames = try outer.collectParams().names
      #expect(
        outerNames == [
          "a_dense0_weight", "a_dense0_bias", "a_dense1_weight", "a_dense1_bias",
        ])
    }
  }

  @Test func `work started elsewhere from inside a scope is named outside of it`() async {
    let task = ModelContext.withSeed(0) {
      Sequential(prefix: "a_").withNameScope { Task { Dense(1).name } }
    }
    #expect(await task.value == "dense0")
  }

  @Test func `two different parameters cannot have one name`() {
    ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Dense(2, prefix: "d_"), Dense(2, prefix: "d_"))
      let error = #expect(throws: ParameterError.self) { try net.collectParams() }
      #expect(
        error?.description == "Cannot update self with other because they have different "
          + "Parameters with the same name 'd_weight'")
    }
  }

  @Test func `paths name each use by attribute`() {
    ModelContext.withSeed(0) {
      let net = Sequential()
      let layer = Dense(3, inUnits: 3)
      let inner = Sequential()
      inner.add(layer)
      net.add(layer, layer, inner)
      let paths = net.parametersByPath()
      #expect(
        paths.map(\.path) == [
          "0.weight", "0.bias", "1.weight", "1.bias", "2.0.weight", "2.0.bias",
        ])
      #expect(paths[0].parameter === paths[4].parameter)
      #expect(net.count == 3)
      #expect(net[-1] === inner)
    }
  }

  @Test func `descriptions are those of Python`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Dense(256, activation: .relu), Dense(10))
      #expect(
        "\(net)" == """
          Sequential(
            (0): Dense(None -> 256, Activation(relu))
            (1): Dense(None -> 10, linear)
          )
          """)
      #expect("\(net[0].weight)" == "Parameter dense0_weight (shape=(256, 0), dtype=float32)")
      #expect(
        "\(net[0].params)" == """
          dense0_ (
            Parameter dense0_weight (shape=(256, 0), dtype=float32)
            Parameter dense0_bias (shape=(256,), dtype=float32)
          )
          """)
      #expect("\(net.params)" == "sequential0_ (\n\n)")
      #expect("\(Sequential())" == "Sequential(\n\n)")
      #expect("\(ParameterDict())" == "(\n\n)")
      #expect("\(ParameterDict(prefix: "foo_"))" == "foo_ (\n\n)")
      let bare = try ParameterDict(prefix: "foo_").get("w", shape: [1])
      #expect(
        "\(bare)"
          == "Parameter foo_w (shape=(1,), dtype=<class 'numpy.float32'>)")
      let outer = Sequential()
      outer.add(Sequential(), Dense(2))
      (outer[0] as? Sequential)?.add(Dense(1, activation: .sigmoid))
      #expect(
        "\(outer)" == """
          Sequential(
            (0): Sequential(
              (0): Dense(None -> 1, Activation(sigmoid))
            )
            (1): Dense(None -> 2, linear)
          )
          """)
    }
  }
}
