import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

/// The built-in examples hold the very weights of MXNet.
@Suite @MainActor struct ExampleTests {
  struct Chapter: Decodable { let seeds: [String: [Cell]] }

  struct Cell: Decodable {
    let cell: String
    let stdout: String
  }

  /// Three rows and columns of either end, as NumPy prints a large matrix.
  private func corners(_ tensor: Tensor) -> [Float] {
    let (rows, columns) = (tensor.shape[0], tensor.shape[1])
    return (Array(0..<3) + Array((rows - 3)..<rows)).flatMap { row in
      (Array(0..<3) + Array((columns - 3)..<columns)).map { tensor.floats[row * columns + $0] }
    }
  }

  @Test(arguments: [0, 42] as [Int32])
  func `the weights of the example are those that the chapter prints`(seed: Int32) throws {
    let path = fixture("seed_cells.json", of: "ModelEngineTests")
    let cells = try #require(try decodedFile(path, as: Chapter.self).seeds["\(seed)"])
    let printed = try #require(cells.first { $0.cell == "n=4" }?.stdout.split(separator: "<").first)
    let expected = printed.split { "[] \n".contains($0) }.compactMap { Double($0) }
    let model = try example("mlp", seed: seed)
    let found = corners(try model.tensor("dense0_weight"))
    #expect(found.count == expected.count)
    // NumPy prints eight digits, which do not always give the same float32 back.
    #expect(zip(found, expected).allSatisfy { abs(Double($0) - $1) <= max(5e-9, abs($1) * 6e-8) })
    #expect(try model.tensor("dense1_bias").floats == [Float](repeating: 0, count: 10))
  }

  struct Networks: Decodable { let cases: [Network] }

  struct Network: Decodable {
    let id: String
    let seed: Int32
    let `init`: String
    let x: MXNetArray
    let params: [String: MXNetArray]
  }

  @Test(arguments: [
    ("seed-mlp-0", "mlp"), ("seed-mlp-42-normal", "mlp"), ("shared-0", "shared-mlp"),
    ("shared-42-xavier", "shared-mlp"),
  ])
  func `every weight of a network has the bits of MXNet`(id: String, name: String) throws {
    let path = fixture("mlp.json", of: "ModelEngineTests")
    let expected = try #require(
      try decodedFile(path, as: Networks.self).cases.first { $0.id == id })
    let example = try #require(BuiltInExample(rawValue: name)).text
    let model = try network(
      "initializer: \(expected.`init`)\n" + example,
      BuildOptions(seed: expected.seed, input: Shape(expected.x.shape)))
    // The fixture replaces biases after the forward pass.
    let weights = expected.params.filter { $0.key.hasSuffix("weight") }
    #expect(weights.count == (name == "mlp" ? 2 : 3))
    for (name, weight) in weights {
      #expect(weight.isIdentical(to: try model.tensor(name)), "\(name)")
    }
  }

  @Test func `the engine builds the same network by hand`() throws {
    let model = try example("shared-mlp", seed: 7)
    try ModelContext.withSeed(7) {
      let network = try sharedNetwork()
      let byHand = try network.bits
      #expect(try model.bits == byHand)
    }
  }

  @Test func `every example opens, each parameter with its origin`() throws {
    for name in ["mlp", "shared-mlp", "reuse"] {
      let outline = try example(name).outline
      #expect(outline.isNetwork)
      #expect(outline.parameters.allSatisfy { $0.state == .ready && !$0.isModified })
      let origins = Set(outline.parameters.compactMap { $0.origin?.name })
      #expect(origins == ["uniform", "zeros"])
    }
  }
}

/// The network of `example:shared-mlp`, made by hand in the current context.
func sharedNetwork() throws -> Sequential {
  let network = Sequential()
  let shared = Dense(8, activation: .relu)
  network.add(Dense(8, activation: .relu), shared)
  network.add(try Dense(8, activation: .relu, params: shared.params))
  network.add(Dense(10))
  try network.initialize()
  _ = try network(ModelContext.current.uniform(shape: [2, 20]))
  return network
}

extension Block {
  /// The bits of every parameter, each once, and the stream of the current context.
  @MainActor var bits: OpenModel.Bits {
    get throws {
      OpenModel.Bits(
        tensors: try collectParams().map { try $0.data() }, stream: ModelContext.current.stream)
    }
  }
}
