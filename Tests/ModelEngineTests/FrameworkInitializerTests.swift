import ModelEngine
import Tensors
import Testing

@Suite struct FrameworkInitializerTests {
  private func formula(_ text: String, _ shape: Shape) throws -> (Distribution, [Double]) {
    let theory = try InitializerCatalog.standard.parse(text).theory(for: shape)
    guard case .known(let distribution, let formulas) = theory else {
      throw InitializerError.custom("nothing is known")
    }
    return (distribution, formulas.map(\.value))
  }

  private func drawn(_ text: String, _ shape: Shape, seed: Int32 = 1) throws -> [Double] {
    var stream = RandomStream(seed: seed)
    let target = InitializerTarget(name: "w", shape: shape)
    let initializer = try InitializerCatalog.standard.parse(text)
    return try initializer.tensor(for: target, from: &stream).floats.map(Double.init)
  }

  // fan_in 40 * 9 = 360, fan_out 50 * 9 = 450.
  @Test(
    arguments: [
      ("kaiming_uniform", 6.0 / 360),
      ("kaiming_uniform(nonlinearity: relu, mode: fan_out)", 6.0 / 450),
      ("kaiming_uniform(2, nonlinearity: leaky_relu)", 1.2 / 360),
      ("kaiming_uniform(nonlinearity: tanh)", 75.0 / 3240),
      ("kaiming_uniform(nonlinearity: selu)", 1.6875 / 360),
      ("kaiming_uniform(nonlinearity: linear)", 3.0 / 360),
      ("xavier_uniform(2)", 24.0 / 810), ("glorot_uniform", 6.0 / 810),
      ("he_uniform", 6.0 / 360), ("lecun_uniform", 3.0 / 360),
      ("variance_scaling(2, fan_geo_avg, uniform)", 6.0 / 402.4922359499622),
      ("torch_default", 1.0 / 360),
    ] as [(String, Double)])
  func `a uniform rule has the bound of its formula`(text: String, square: Double) throws {
    let bound = square.squareRoot()
    let (distribution, values) = try formula(text, [50, 40, 3, 3])
    #expect(abs(distribution.bounds.high - bound) <= 1e-14)
    #expect(distribution.bounds.low == -distribution.bounds.high)
    #expect(values.first == distribution.bounds.high)
    let samples = try drawn(text, [50, 40, 3, 3])
    let deviation = (samples.reduce(0) { $0 + $1 * $1 } / Double(samples.count)).squareRoot()
    #expect(abs(deviation - bound / 3.0.squareRoot()) <= 0.02 * deviation)
    #expect(samples.allSatisfy { abs($0) <= bound * (1 + 1e-6) })
  }

  @Test(
    arguments: [
      ("kaiming_normal", 2.0 / 360),
      ("kaiming_normal(mode: fan_out, nonlinearity: sigmoid)", 1.0 / 450),
      ("xavier_normal", 2.0 / 810), ("glorot_normal", 2.0 / 810), ("he_normal", 2.0 / 360),
      ("lecun_normal", 1.0 / 360), ("variance_scaling", 1.0 / 360),
      ("variance_scaling(1, fan_avg, untruncated_normal)", 1.0 / 405), ("random_normal", 0.0025),
      ("truncated_normal", 0.0019343532588748083), ("trunc_normal", 0.7737413035499233),
      ("random_uniform", 0.01 / 12), ("sparse(0.1)", 0.00009), ("dirac", 1.0 / 450),
      ("eye", 0.02), ("orthogonal_torch", 0.02), ("orthogonal", 0.03998792),
      ("delta_orthogonal", 1.0 / 450),
    ] as [(String, Double)])
  func `what is drawn deviates as the formula says and follows the distribution`(
    text: String, variance: Double
  ) throws {
    let deviation = variance.squareRoot()
    let matrices = ["sparse", "eye", "orthogonal"]
    let isMatrix = matrices.contains { text.hasPrefix($0) }
    let shape: Shape = isMatrix ? [50, 40] : [50, 40, 3, 3]
    let (distribution, _) = try formula(text, shape)
    let rootMeanSquare = distribution.rootMeanSquare
    #expect(abs(rootMeanSquare - deviation) <= 1e-12)
    let samples = try drawn(text, shape)
    let measured = (samples.reduce(0) { $0 + $1 * $1 } / Double(samples.count)).squareRoot()
    #expect(abs(measured - deviation) <= 0.05 * deviation)
    for point in [-1.0, -0.3, 0.4, 1.2] {
      let x = point * deviation
      let share = Double(samples.count { $0 <= x }) / Double(samples.count)
      #expect(abs(share - distribution.cumulativeProbability(x)) <= 0.04)
    }
  }

  @Test(arguments: ["trunc_normal(0, 1, -0.5, 3)", "truncated_normal", "he_normal"])
  func `a truncated distribution passes the Kolmogorov test`(text: String) throws {
    let (distribution, _) = try formula(text, [100, 200])
    let samples = try drawn(text, [100, 200]).sorted()
    var worst = 0.0
    for (index, sample) in samples.enumerated() {
      let share = distribution.cumulativeProbability(sample)
      worst = max(worst, abs(share - (Double(index) + 0.5) / Double(samples.count)))
    }
    // 1.95 / √n is exceeded once in a thousand.
    #expect(worst <= 1.95 / Double(samples.count).squareRoot())
  }

  @Test func `the identity and the kernels that pass their channels through`() throws {
    #expect(try drawn("identity(2)", [2, 3]) == [2, 0, 0, 0, 2, 0])
    #expect(
      try drawn("dirac", [3, 2, 3]) == [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    #expect(try drawn("dirac(2)", [4, 1, 1]) == [1, 0, 1, 0])
    #expect(try drawn("dirac", [1, 1, 2, 2]) == [0, 0, 0, 1])
  }

  @Test func `every column of a sparse matrix has its zeros`() throws {
    let values = try drawn("sparse(0.25, 1)", [10, 8])
    for column in 0..<8 {
      #expect((0..<10).count { values[$0 * 8 + column] == 0 } == 3)
    }
    let columns = (0..<8).map { column in (0..<10).map { values[$0 * 8 + column] == 0 } }
    #expect(Set(columns).count > 1)
  }

  @Test(
    arguments: [
      ("kaiming_uniform", [3], "kaiming_uniform needs at least 2 dimensions, not the shape (3,)"),
      ("he_normal", [3], "he_normal needs at least 2 dimensions, not the shape (3,)"),
      ("eye", [2, 2, 2], "eye needs 2 dimensions, not the shape (2, 2, 2)"),
      ("dirac", [2, 2], "dirac needs 3 to 5 dimensions, not the shape (2, 2)"),
      (
        "dirac(3)", [4, 2, 1],
        "dirac needs a first dimension that 3 groups divide, not the shape (4, 2, 1)"
      ),
      ("sparse(1.5)", [2, 2], "sparsity of sparse must be from 0 to 1, not 1.5"),
      (
        "variance_scaling(0)", [2, 2], "scale of variance_scaling must be above 0, not 0"
      ),
      (
        "torch_default", [3],
        "torch_default needs a weight, or a bias beside a weight of known shape, not the shape (3,)"
      ),
      (
        "random_uniform(1, 0)", [3],
        "Check failed: param.high >= param.low (0 vs. 1) : "
          + "low must be less or equal to high in uniform distribution"
      ),
      ("permute", [3], "permute starts from present values, and 'w' has none yet"),
      ("like(v)", [3], "there is no parameter 'v' with values"),
    ] as [(String, [Int], String)])
  func `a shape or an argument that does not fit is refused`(
    text: String, dimensions: [Int], expected: String
  ) {
    #expect(message { _ = try drawn(text, Shape(dimensions)) } == expected)
  }

  @Test(
    arguments: [
      ("kaiming_uniform_", "kaiming_uniform"), ("GlorotNormal", "glorot_normal"),
      ("HeUniform", "he_uniform"), ("Identity", "eye"), ("VarianceScaling", "variance_scaling"),
    ])
  func `names are found as each framework spells them`(text: String, name: String) throws {
    #expect(type(of: try InitializerCatalog.standard.parse(text)).name == name)
  }

  @Test(arguments: InitializerCatalog.standard.entries.map(\.name))
  func `what is printed and dumped is read back`(name: String) throws {
    let entry = try #require(InitializerCatalog.standard.entry(named: name))
    guard let initializer = entry.withDefaults else { return }
    let printed = try InitializerCatalog.standard.parse(initializer.description)
    let dumped = try InitializerCatalog.standard.parse(initializer.dumps)
    #expect(printed.isEqual(to: initializer))
    #expect(dumped.isEqual(to: initializer))
  }

  @Test(arguments: [
    "he_normal", "sparse(0.5)", "orthogonal_torch", "trunc_normal", "xavier_uniform",
  ])
  func `results are the same whatever is drawn in 64 bits`(text: String) throws {
    let initializer = try InitializerCatalog.standard.parse(text)
    var stream = RandomStream(seed: 2)
    let target = InitializerTarget(name: "w", shape: [6, 5], elementType: .float64)
    let tensor = try initializer.tensor(for: target, from: &stream)
    #expect(tensor.elementType == .float64)
    #expect(tensor.doubles.contains { $0 != 0 })
  }
}
