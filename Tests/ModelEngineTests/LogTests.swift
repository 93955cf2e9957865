import ModelEngine
import Tensors
import Testing

/// What `verbose=True` logs; the numbers are those of MXNet 1.9.1 with seed 5, or as said.
@Suite struct LogTests {
  private func logged(seed: Int = 5, _ body: () throws -> Void) rethrows -> [String] {
    try ModelContext.withSeed(seed) {
      try body()
      return ModelContext.current.takeLog()
    }
  }

  @Test(
    arguments: [
      (.float32, "1.6061991"), (.float64, "1.716839478407151"), (.float16, "1.716"),
    ] as [(ElementType, String)])
  func `each parameter is logged with its rule and the size of its values`(
    elementType: ElementType, size: String
  ) throws {
    let log = try logged {
      try Dense(3, elementType: elementType, inUnits: 4).initialize(Uniform(3), verbose: true)
    }
    #expect(
      log == [
        "Initialized dense0_weight as uniform(3): \(size)", "Initialized dense0_bias as zeros: 0.0",
      ])
  }

  @Test func `what waits for the first forward pass is logged then`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2, weightInitializer: NamedInitializer("xavier"))
      try layer.initialize(One(), verbose: true)
      #expect(ModelContext.current.takeLog() == ["Initialized dense0_bias as zeros: 0.0"])
      _ = try layer(ones([1, 3]))
      let log = ModelContext.current.takeLog()
      #expect(log.count == 1)
      #expect(log.first?.hasPrefix("Initialized dense0_weight as xavier: 0.") == true)
    }
  }

  /// Gluon keeps one default object for each method; the numbers are those of seed 0.
  @Test func `the default initializer goes on logging once it was told to`() throws {
    let log = try logged(seed: 0) {
      try Dense(2, inUnits: 2).initialize(verbose: true)
      try Dense(2, inUnits: 2).initialize()
      try Dense(2, inUnits: 2).initialize(Uniform())
      try Dense(2, inUnits: 2).collectParams().initialize()
      try Dense(2, inUnits: 2).weight.initialize()
    }
    #expect(
      log == [
        "Initialized dense0_weight as uniform(0.07): 0.029352317",
        "Initialized dense0_bias as zeros: 0.0",
        "Initialized dense1_weight as uniform(0.07): 0.035781138",
        "Initialized dense1_bias as zeros: 0.0",
      ])
    #expect(try logged { try Dense(2, inUnits: 2).initialize() }.isEmpty)
  }

  @Test func `a call with a description is logged by its role or what it declares`() throws {
    let log = try logged {
      try ModelContext.current.withStream { stream throws(InitializerError) in
        for name in ["a_weight", "a_gamma", "a_weight_quantize"] {
          let target = InitializerTarget(name: name, shape: [3])
          _ = try Uniform().routedTensor(for: target, verbose: true, from: &stream)
        }
        _ = try Uniform().routedTensor(
          for: InitializerTarget(name: "a_bias", shape: [3]),
          declaring: NamedInitializer(#"["constant", {"value": 4}]"#), verbose: true, from: &stream)
      }
    }
    #expect(
      log == [
        "Initialized a_weight as weight: 0.038972054", "Initialized a_gamma as gamma: 1.0",
        "Initialized a_weight_quantize as weight_quantize: 54.0",
        #"Initialized a_bias as ["constant", {"value": 4}]: 4.0"#,
      ])
  }

  @Test func `loading says where values come from`() throws {
    let log = try logged {
      let source = Saved([NamedTensor(name: "arg:w_weight", tensor: ones([2]))])
      let load = try Load(source, default: Zero(), verbose: true)
      var stream = RandomStream()
      _ = try load(InitializerTarget(name: "w_weight", shape: [2]), from: &stream)
      _ = try load(InitializerTarget(name: "b_bias", shape: [2]), from: &stream)
    }
    #expect(log == ["Initialized w_weight by loading", "Initialized b_bias by default"])
  }
}
