import ModelEngine
import Tensors
import Testing

@Suite struct SurroundingsTests {
  @Test func `a permutation keeps the values and loses their order`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(16, inUnits: 16)
      try layer.initialize(Normal(1))
      let before = try layer.weight.data().floats
      try layer.weight.initialize(Permute(), forceReinit: true)
      let after = try layer.weight.data().floats
      #expect(before != after)
      #expect(before.sorted() == after.sorted())
    }
  }

  @Test func `every place of a permutation is as likely`() throws {
    var counts = [Int](repeating: 0, count: 5)
    let present = Tensor([0, 1, 2, 3, 4] as [Float], shape: [5])
    let target = InitializerTarget(name: "w", shape: [5])
    let rule = Permute().placed(in: InitializerSurroundings(present: present), for: target)
    var stream = RandomStream(seed: 1)
    for _ in 0..<2000 {
      let values = try rule.tensor(for: target, from: &stream).floats
      counts[try #require(values.firstIndex(of: 0))] += 1
    }
    #expect(counts.allSatisfy { abs($0 - 400) < 80 })
  }

  @Test func `a parameter can be drawn like another`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Dense(64, inUnits: 64), Dense(64, inUnits: 64))
      try net.initialize(Normal(0.3))
      try net.initialize(Like(parameter: "dense0_weight"), forceReinit: true)
      let values = try net[1].weight.data().floats.map(Double.init)
      let deviation = (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
      #expect(abs(deviation - 0.3) < 0.02)
      #expect(
        message { try net.initialize(Like(parameter: "dense0_weigth"), forceReinit: true) }
          == "there is no parameter 'dense0_weigth' with values; did you mean dense0_weight?")
    }
  }

  @Test func `an expression can start from present values`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2, inUnits: 2)
      try layer.initialize(One())
      try layer.weight.initialize(try ExpressionRule("x * 3 + 1"), forceReinit: true)
      #expect(try layer.weight.data().floats == [4, 4, 4, 4])
      try layer.weight.initialize(NamedInitializer("expr(x / 2)"), forceReinit: true)
      #expect(try layer.weight.data().floats == [2, 2, 2, 2])
    }
  }

  @Test func `a bias takes the inputs of the weight beside it`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(500, biasInitializer: nil, inUnits: 16)
      try layer.initialize(TorchDefault())
      let bias = try layer.bias.data().floats
      #expect(bias.allSatisfy { abs($0) <= 0.25 })
      #expect(bias.contains { abs($0) > 0.24 })
      let waiting = Dense(4, biasInitializer: nil)
      #expect(
        message { try waiting.initialize(TorchDefault()) }
          == "torch_default needs a weight, or a bias beside a weight of known shape, not the shape "
          + "(4,)")
    }
  }
}
