import ModelEngine
import Tensors
import Testing

@Suite struct TheoryTests {
  private func known(_ text: String, _ shape: Shape) throws -> (Distribution, [String], [Double]) {
    let theory = try InitializerCatalog.standard.parse(text).theory(for: shape)
    guard case .known(let distribution, let formulas) = theory else {
      throw InitializerError.custom("nothing is known")
    }
    let lines = formulas.map { "\($0.symbol) = \($0.general) = \($0.substituted)" }
    return (distribution, lines, formulas.map(\.value))
  }

  @Test func `xavier shows its formula with the numbers of the shape`() throws {
    let (distribution, lines, values) = try known("xavier", [8, 8])
    #expect(
      lines == [
        "b = √(magnitude / avg fan) = √(3 / ((8 + 8) / 2))", "std = b / √3 = b / √3",
      ])
    let bound = (3.0 / 8).squareRoot()
    #expect(values[0] == bound)
    #expect(abs(values[1] - bound / 3.0.squareRoot()) < 1e-15)
    #expect(distribution == .uniform(low: -bound, high: bound))
  }

  @Test func `kernels count toward the fans`() throws {
    let (distribution, lines, _) = try known("msraprelu(in, 0)", [16, 3, 5, 5])
    #expect(lines == ["std = √(2 / (1 + slope²) / in fan) = √(2 / (1 + 0²) / 75)"])
    #expect(distribution == .normal(mean: 0, sigma: (2.0 / 75).squareRoot()))
  }

  @Test(
    arguments: [
      ("uniform", [300, 300]), ("normal(0.5)", [300, 300]), ("xavier", [300, 200]),
      ("xavier(gaussian, out, 2)", [300, 200]), ("msraprelu", [30, 20, 10, 10]),
      ("constant(2)", [4]),
    ] as [(String, [Int])])
  func `what is drawn agrees with theory`(text: String, dimensions: [Int]) throws {
    let shape = Shape(dimensions)
    let (distribution, _, _) = try known(text, shape)
    var stream = RandomStream(seed: 1)
    let target = InitializerTarget(name: "w", shape: shape)
    let drawn = try InitializerCatalog.standard.parse(text).tensor(for: target, from: &stream)
    let values = drawn.floats.map(Double.init)
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)
    let deviation = distribution.standardDeviation
    #expect(abs(mean - distribution.mean) <= 0.02 * deviation)
    #expect(abs(variance.squareRoot() - deviation) <= 0.01 * deviation)
    let below = Double(values.count { $0 <= distribution.mean + deviation / 2 })
    let expected = distribution.cumulativeProbability(distribution.mean + deviation / 2)
    #expect(abs(below / Double(values.count) - expected) <= 0.01)
  }

  @Test(arguments: [("xavier", [3]), ("normal(0)", [2, 2]), ("bilinear", [1, 1, 3, 3])])
  func `where nothing is known nothing is shown`(text: String, dimensions: [Int]) throws {
    let initializer = try InitializerCatalog.standard.parse(text)
    #expect(initializer.theory(for: Shape(dimensions)) == .unknown)
  }
}
