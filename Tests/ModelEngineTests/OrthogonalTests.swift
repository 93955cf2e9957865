import ModelEngine
import TestSupport
import Tensors
import Testing

@Suite struct OrthogonalTests {
  struct Fixture: Decodable { let orthogonal: [Case] }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let args: Arguments
    let seed: Int
    let out: MXNetArray
    var testDescription: String { "\(out.shape) \(args.rand_type ?? "uniform") seed \(seed)" }
  }

  struct Arguments: Decodable, Sendable {
    let scale: Double?
    // The fixture's own name.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let rand_type: String?
  }

  /// The greatest distance between W Wᵀ on the short side and `square` times the identity.
  private func deviation(_ values: [Float], rows: Int, square: Double) -> Double {
    let columns = values.count / rows
    let isWide = rows < columns
    let (short, long) = (min(rows, columns), max(rows, columns))
    func element(_ s: Int, _ l: Int) -> Double {
      Double(isWide ? values[s * columns + l] : values[l * columns + s])
    }
    var worst = 0.0
    for left in 0..<short {
      for right in left..<short {
        let product = (0..<long).reduce(0.0) { $0 + element(left, $1) * element(right, $1) }
        worst = max(worst, abs(product - (left == right ? square : 0)))
      }
    }
    return worst
  }

  @Test(arguments: try decodedFixture("init.json", as: Fixture.self).orthogonal)
  func `an orthogonal matrix is that of MXNet, up to the signs of its vectors`(sample: Case) throws
  {
    let scale = sample.args.scale ?? 1.414
    let rule = Orthogonal(
      scale: Scalar(scale),
      randomType: sample.args.rand_type.flatMap(Orthogonal.RandomType.init) ?? .uniform)
    let shape = Shape(sample.out.shape)
    let target = InitializerTarget(
      name: "x_weight", shape: shape, elementType: try #require(sample.out.elementType))
    var stream = RandomStream(wrappingSeed: sample.seed)
    let drawn = try rule.tensor(for: target, from: &stream).floats
    #expect(deviation(drawn, rows: shape[0], square: scale * scale) < 1e-5)

    var expected = RandomStream(wrappingSeed: sample.seed)
    let count = shape.elementCount
    _ =
      rule.randomType == .uniform
      ? expected.uniform(low: -1, high: 1, count: count)
      : expected.normal(mean: 0, sigma: 1, count: count)
    #expect(stream == expected)

    let distances = zip(drawn, sample.out.doubles).map { abs(abs(Double($0)) - abs($1)) }
    #expect(distances.allSatisfy { $0 < 2e-5 })
  }

  @Test(arguments: [("orthogonal_torch", [40, 25]), ("orthogonal_torch(2)", [12, 5, 3, 3])])
  func `the matrix of PyTorch's rule is orthogonal on its short side`(
    text: String, dimensions: [Int]
  ) throws {
    let initializer = try InitializerCatalog.standard.parse(text)
    var stream = RandomStream(seed: 1)
    let target = InitializerTarget(name: "w", shape: Shape(dimensions))
    let values = try initializer.tensor(for: target, from: &stream).floats
    let gain = text.hasSuffix("(2)") ? 2.0 : 1.0
    #expect(deviation(values, rows: dimensions[0], square: gain * gain) < 1e-5)
  }

  @Test func `kernels of delta_orthogonal are zero but for an orthogonal centre`() throws {
    var stream = RandomStream(seed: 1)
    let target = InitializerTarget(name: "w", shape: [6, 4, 3, 3])
    let values = try DeltaOrthogonal(scale: 2).tensor(for: target, from: &stream).floats
    let centers = stride(from: 4, to: values.count, by: 9).map { values[$0] }
    #expect(values.count { $0 != 0 } == centers.count { $0 != 0 })
    #expect(deviation(centers, rows: 6, square: 4) < 1e-5)
  }

  @Test(
    arguments: [
      (
        "orthogonal", [3],
        "Invalid Parameter format for shape expect Shape(tuple) but value='(3, 1.0)', in operator "
          + "_random_uniform(name=\"\", ctx=\"cpu(0)\", shape=\"(3, 1.0)\", high=\"1.0\", low=\"-1.0\")"
      ),
      ("orthogonal_torch", [3], "orthogonal_torch needs at least 2 dimensions, not the shape (3,)"),
      (
        "delta_orthogonal", [3, 4, 3],
        "delta_orthogonal needs at least as many outputs as inputs, not the shape (3, 4, 3)"
      ),
    ] as [(String, [Int], String)])
  func `a shape without an orthogonal matrix is refused`(
    text: String, dimensions: [Int], message: String
  ) throws {
    let initializer = try InitializerCatalog.standard.parse(text)
    let target = InitializerTarget(name: "w", shape: Shape(dimensions))
    var stream = RandomStream()
    let error = #expect(throws: InitializerError.self) {
      try initializer.tensor(for: target, from: &stream)
    }
    #expect(error?.description == message)
    #expect(stream == RandomStream())
  }

  @Test func `elements of an orthogonal matrix follow the coordinates of a sphere`() throws {
    for dimension in [2, 3, 5, 64] {
      let distribution = Distribution.sphereCoordinate(dimension: dimension, radius: 3)
      for share in [0.001, 0.1, 0.5, 0.8, 0.99] {
        let value = distribution.quantile(share)
        #expect(abs(distribution.cumulativeProbability(value) - share) < 1e-9)
      }
    }
    // On a sphere in three dimensions a coordinate is uniform (Archimedes).
    let sphere = Distribution.sphereCoordinate(dimension: 3, radius: 1)
    #expect(abs(sphere.cumulativeProbability(0.5) - 0.75) < 1e-14)
    let circle = Distribution.sphereCoordinate(dimension: 2, radius: 1)
    #expect(abs(circle.cumulativeProbability(0.5) - 2.0 / 3) < 1e-14)
  }
}
