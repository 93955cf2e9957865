import Tensors
import TestSupport
import Testing

@Suite struct RandomStreamTests {
  struct Fixture: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let seed: Int
    let calls: [Call]
    var testDescription: String { "seed \(seed), \(calls.count) calls" }
  }

  struct Call: Decodable, Sendable {
    let kind: String
    let a: Double
    let b: Double
    let dtype: String
    let out: MXNetArray
  }

  @Test(arguments: try decodedFixture("rng.json", as: Fixture.self).cases)
  func `a run of calls draws the bits that MXNet draws`(run: Case) throws {
    var stream = RandomStream(wrappingSeed: run.seed)
    for (index, call) in run.calls.enumerated() {
      let type = try #require(call.out.elementType)
      let a = ScalarArgument.parsed(call.a)
      let b = ScalarArgument.parsed(call.b)
      let shape = Shape(call.out.shape)
      let drawn =
        call.kind == "uniform"
        ? stream.uniformTensor(low: a, high: b, shape: shape, elementType: type)
        : stream.normalTensor(mean: a, sigma: b, shape: shape, elementType: type)
      let tensor = try #require(drawn)
      #expect(call.out.isIdentical(to: tensor), "call \(index): \(call.kind) \(call.dtype)")
    }
  }

  @Test func `the upper bound itself can be drawn`() {
    var stream = RandomStream(seed: 4001)
    #expect(stream.uniform(low: 0, high: 1, count: 5056)[5027] == 1)
  }

  @Test func `the first words are those of the reference generator`() {
    var stream = RandomStream(seed: 0)
    // init_genrand(5489) of the reference code starts with 3499211612; 5489 = 127 * 43 + 28.
    #expect(RandomStream(seed: 43) != stream)
    stream = RandomStream(seed: 43)
    #expect(stream.words(engine: 28, count: 2) == [3_499_211_612, 581_869_302])
  }

  @Test(arguments: [(1 << 32, 0), (-1, 0xFFFF_FFFF), ((1 << 40) + 7, 7)])
  func `of a seed the lower 32 bits count`(left: Int, right: Int) {
    #expect(RandomStream(wrappingSeed: left) == RandomStream(wrappingSeed: right))
  }

  @Test func `a copy draws what the original draws, and neither disturbs the other`() {
    var original = RandomStream(seed: 3)
    _ = original.normal(mean: 0, sigma: 1, count: 1000)
    var copy = original
    let first = original.uniform(low: 0, high: 1, count: 700)
    let again = copy.uniform(low: 0, high: 1, count: 700)
    #expect(first == again)
    #expect(original == copy)
    _ = copy.words(engine: 5, count: 1)
    #expect(original != copy)
  }

  @Test func `nothing is drawn for no elements`() {
    var stream = RandomStream(seed: 1)
    #expect(stream.uniform(low: 0, high: 1, count: 0).isEmpty)
    #expect(stream == RandomStream(seed: 1))
  }

  @Test func `integers cannot be drawn`() {
    var stream = RandomStream(seed: 1)
    let drawn = stream.uniformTensor(low: 0, high: 1, shape: [2], elementType: .int32)
    #expect(drawn == nil)
  }
}
