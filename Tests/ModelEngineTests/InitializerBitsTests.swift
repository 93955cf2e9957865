import ModelEngine
import Tensors
import TestSupport
import Testing

@Suite struct InitializerBitsTests {
  struct Fixture: Decodable {
    let cases: [Case]
    let deterministic: [Deterministic]
  }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let dumps: String
    let seed: Int
    let out: MXNetArray
    var testDescription: String { "\(dumps) \(out.shape) \(out.dtype) seed \(seed)" }
  }

  struct Deterministic: Decodable, Sendable, CustomTestStringConvertible {
    // The fixture's own name.
    // swift-format-ignore: NoLeadingUnderscores
    let `init`: String
    let args: [String: Double]
    let out: MXNetArray
    var testDescription: String { "\(`init`) \(args) \(out.shape)" }
  }

  @Test(arguments: try decodedFixture("init.json", as: Fixture.self).cases)
  func `a seeded parameter gets the bits of MXNet`(sample: Case) throws {
    try ModelContext.withSeed(sample.seed) {
      let initializer = try InitializerCatalog.standard.parse(sample.dumps)
      let type = try #require(sample.out.elementType)
      let parameter = Parameter("x_weight", shape: Shape(sample.out.shape), elementType: type)
      try parameter.initialize(initializer)
      #expect(sample.out.isIdentical(to: try parameter.data()))
    }
  }

  @Test(arguments: try decodedFixture("init.json", as: Fixture.self).cases.map(\.dumps))
  func `the JSON text of Gluon is read and written back`(dumps: String) throws {
    #expect(try InitializerCatalog.standard.parse(dumps).dumps == dumps)
  }

  @Test(arguments: try decodedFixture("init.json", as: Fixture.self).deterministic)
  func `a rule without randomness gives the bits of MXNet`(sample: Deterministic) throws {
    let arguments = sample.args.map { "\($0): \($1)" }.joined(separator: ", ")
    let initializer = try InitializerCatalog.standard.parse("\(sample.`init`)(\(arguments))")
    var stream = RandomStream()
    let target = InitializerTarget(name: "x_weight", shape: Shape(sample.out.shape))
    let tensor = try initializer.tensor(for: target, from: &stream)
    #expect(sample.out.isIdentical(to: tensor))
    #expect(stream == RandomStream())
  }

  @Test(arguments: ["uniform", "normal", "xavier", "msraprelu", "constant(0.3)", "zeros", "ones"])
  func `filling floats and drawing a float32 tensor give the same values`(text: String) throws {
    let initializer = try InitializerCatalog.standard.parse(text)
    let target = InitializerTarget(name: "w", shape: [7, 30])
    var filled = [Float](repeating: 0, count: 210)
    var left = RandomStream(seed: 5)
    var right = left
    try initializer.fill(&filled, of: target, from: &left)
    #expect(try initializer.tensor(for: target, from: &right) == Tensor(filled, shape: [7, 30]))
    #expect(left == right)
  }
}
