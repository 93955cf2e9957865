import Tensors
import TestSupport
import Testing

@testable import Workspace

@Suite @MainActor struct ExampleOutputTests {
  struct Outputs: Decodable { let cases: [Output] }

  struct Output: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let seed: Int32
    let shape: [Int]
    let values: [Double]
    var testDescription: String { "\(name), seed \(seed)" }
  }

  @Test(arguments: try decodedFixture("example-outputs.json", as: Outputs.self).cases)
  func `an example is run on its input, and gives what MXNet gives`(expected: Output) throws {
    let output = try #require(try example(expected.name, seed: expected.seed).firstOutput)
    #expect(output.shape.dimensions == expected.shape)
    for (value, reference) in zip(output.doubles, expected.values) {
      #expect(abs(value - reference) <= 1e-6 + 1e-5 * abs(reference))
    }
  }

  @Test func `a network that takes long to run has its shapes all the same`() throws {
    let model = try network(
      """
      input: [16, 64, 128, 128]
      layers:
        - conv2d: {channels: 256, kernel_size: 3}
        - global_avg_pool2d: {}
      """)
    #expect(model.firstOutput == nil)
    #expect(model.outline.parameters[0].shape.dimensions == [256, 64, 3, 3])
  }
}
