import ModelEngine
import Tensors
import Testing

@Suite struct InitializerErrorTests {
  @Test(
    arguments: [
      (
        "xavier", [3],
        "Xavier initializer cannot be applied to vector a_weight. It requires at least 2D."
      ),
      (
        "msraprelu", [3],
        "Xavier initializer cannot be applied to vector a_weight. It requires at least 2D."
      ),
      (
        "xavier(gaussian, avg, 0)", [2, 3],
        "Check failed: param.scale > 0 (0 vs. 0) : scale parameter in gaussian has to be positive"
      ),
      (
        "xavier(magnitude: -1)", [2, 3],
        "Check failed: param.high >= param.low (nan vs. nan) : "
          + "low must be less or equal to high in uniform distribution"
      ),
      (
        "normal(-1)", [2, 3],
        "Check failed: param.scale > 0 (-1 vs. 0) : scale parameter in gaussian has to be positive"
      ),
      (
        "uniform(-1)", [2, 3],
        "Check failed: param.high >= param.low (-1 vs. 1) : "
          + "low must be less or equal to high in uniform distribution"
      ),
      ("bilinear", [2, 3], "tuple index out of range"),
    ] as [(String, [Int], String)])
  func `a rule that does not apply says so in the words of MXNet`(
    text: String, dimensions: [Int], message: String
  ) throws {
    let initializer = try InitializerCatalog.standard.parse(text)
    let target = InitializerTarget(name: "a_weight", shape: Shape(dimensions))
    var stream = RandomStream()
    let error = #expect(throws: InitializerError.self) {
      try initializer.tensor(for: target, from: &stream)
    }
    #expect(error?.description == message)
  }

  @Test(
    arguments: [
      ("foo", "foo is not registered. Please register with initializer.register first"),
      ("MSRA", "msra is not registered. Please register with initializer.register first"),
      ("constant", "Constant.__init__() missing 1 required positional argument: 'value'"),
    ])
  func `a name that cannot be looked up fails as in Gluon`(name: String, message: String) {
    let error = #expect(throws: InitializerError.self) { try NamedInitializer(name).resolved() }
    #expect(error?.description == message)
  }

  @Test(arguments: ["xavier(magnitude: 0)", "uniform(0)"])
  func `a spread of zero gives zeros`(text: String) throws {
    var stream = RandomStream()
    let target = InitializerTarget(name: "a_weight", shape: [2, 2])
    let tensor = try InitializerCatalog.standard.parse(text).tensor(for: target, from: &stream)
    #expect(tensor.floats.allSatisfy { $0 == 0 })
  }

  @Test func `integers can be zeros, ones and constants but not drawn`() throws {
    var stream = RandomStream()
    let target = InitializerTarget(name: "w", shape: [2], elementType: .int32)
    #expect(try One().tensor(for: target, from: &stream).floats == [1, 1])
    #expect(throws: InitializerError.unsupportedElementType(.int32)) {
      try Uniform().tensor(for: target, from: &stream)
    }
  }

  @Test func `initializers are equal if kind and arguments are`() {
    #expect(Xavier().isEqual(to: Xavier(magnitude: 3.0)))
    #expect(!Normal(1).isEqual(to: Normal(2)))
    #expect(!MSRAPrelu().isEqual(to: Xavier()))
    #expect(NamedInitializer("Xavier").isEqual(to: Xavier()))
    #expect(!NamedInitializer("foo").isEqual(to: Xavier()))
  }

  @Test(
    arguments: [
      ("a_weight", 2, "xavier(uniform, avg, 3)"), ("myweight", 4, "xavier(uniform, avg, 3)"),
      ("norm.weight", 1, "ones"), ("a_bias", 1, "zeros"), ("bias", 1, "zeros"),
      ("bn_gamma", 1, "ones"), ("bn_beta", 1, "zeros"), ("a_min", 1, "zeros"), ("a_max", 1, "ones"),
    ])
  func `the end of a name decides for parameters that declare nothing`(
    name: String, rank: Int, text: String
  ) throws {
    let chosen = try NameRoute.initializer(forParameterNamed: name, rank: rank, given: Xavier())
    #expect(chosen.description == text)
  }

  @Test func `a name without a known end is refused`() {
    let error = #expect(throws: InitializerError.self) {
      try NameRoute.initializer(forParameterNamed: "foo", rank: 2, given: Zero())
    }
    #expect(
      error?.description
        == "Unknown initialization pattern for foo. Default initialization is now limited to "
        + "\"weight\", \"bias\", \"gamma\" (1.0), and \"beta\" (0.0).Please use "
        + "mx.sym.Variable(init=mx.init.*) to set initialization pattern")
  }
}
