import ModelEngine
import Tensors
import Testing

@Suite struct FusedRNNTests {
  private func filled(_ rule: FusedRNN, count: Int) throws -> [Float] {
    var stream = RandomStream()
    let target = InitializerTarget(name: "p_weight", shape: [count])
    return try rule.tensor(for: target, from: &stream).floats
  }

  @Test func `the vector of an LSTM gets weights, zero biases and its forget gates' bias`() throws {
    let rule = FusedRNN(One(), hiddenCount: 2, layerCount: 1, mode: .lstm)
    let values = try filled(rule, count: 56)
    let biases: [Float] = [0, 0, 1, 1, 0, 0, 0, 0]
    #expect(values == [Float](repeating: 1, count: 40) + biases + biases)
    #expect(
      rule.dumps
        == #"["fusedrnn", {"init": "[\"one\", {}]", "num_hidden": 2, "num_layers": 1, "#
        + #""mode": "lstm", "bidirectional": false, "forget_bias": 1.0}]"#)
    let parsed = try InitializerCatalog.standard.parse(rule.dumps)
    #expect(parsed.isEqual(to: rule))
    #expect(try InitializerCatalog.standard.parse(parsed.description).dumps == rule.dumps)
  }

  @Test func `pieces are drawn one after another, layer by layer and direction by direction`()
    throws
  {
    let rule = FusedRNN(
      Uniform(1), hiddenCount: 3, layerCount: 2, mode: .gru, isBidirectional: true)
    // Two directions, three gates, inputs 4, then 6: weights and two biases.
    let count = 2 * 3 * 3 * ((4 + 3) + (6 + 3)) + 2 * 2 * 2 * 3 * 3
    let values = try filled(rule, count: count)
    #expect(values.suffix(72).allSatisfy { $0 == 0 })
    var stream = RandomStream()
    let first = stream.uniform(low: -1, high: 1, count: 12)
    let second = stream.uniform(low: -1, high: 1, count: 12)
    #expect(Array(values.prefix(24)) == first + second)
  }

  @Test func `a vector of another length is refused`() {
    let rule = FusedRNN(One(), hiddenCount: 2, layerCount: 1, mode: .lstm)
    #expect(
      message { _ = try filled(rule, count: 57) } == "Invalid parameters size for FusedRNNCell")
    #expect(
      message { _ = try filled(rule, count: 3) } == "Invalid parameters size for FusedRNNCell")
    let deep = FusedRNN(One(), hiddenCount: .max / 4, layerCount: .max / 4, mode: .relu)
    #expect(
      message { _ = try filled(deep, count: 57) } == "Invalid parameters size for FusedRNNCell")
  }

  @Test(
    arguments: [
      (
        "fusedrnn(one, 0, 1, lstm)",
        "num_hidden must be a whole number above 0, not '0' (at character 15)"
      ),
      (
        "fusedrnn(onee, 1, 1, lstm)",
        "unknown initializer 'onee'; did you mean one? (at character 10)"
      ),
      (
        "fusedrnn(one, 1, 1, lstm, maybe)",
        "bidirectional must be true or false, not 'maybe' (at character 27)"
      ),
      (
        "fusedrnn(one)",
        "fusedrnn needs a value for 'num_hidden', 'num_layers', 'mode' (at character 1)"
      ),
    ])
  func `wrong arguments are refused with their place`(text: String, expected: String) {
    #expect(message { _ = try InitializerCatalog.standard.parse(text) } == expected)
  }

  @Test func `what is missing is listed as Python lists it`() {
    #expect(
      message { _ = try NamedInitializer("fusedrnn").resolved() }
        == "FusedRNN.__init__() missing 4 required positional arguments: 'init', 'num_hidden', "
        + "'num_layers', and 'mode'")
  }

  @Test func `registering a name again is noted`() {
    ModelContext.withSeed(0) {
      let context = ModelContext.current
      context.register(
        .init(name: "myi2", summary: "nothing", typeName: "builtins.MyI2") { _ in Zero() })
      #expect(context.takeWarnings().isEmpty)
      context.register(
        .init(name: "myi2", summary: "nothing", typeName: "builtins.MyI2") { _ in One() })
      #expect(
        context.takeWarnings() == [
          "New initializer builtins.MyI2 registered with name myi2 isoverriding existing initializer "
            + "builtins.MyI2"
        ])
    }
  }
}
