import ModelEngine
import Tensors
import Testing

@testable import Workspace

/// Singular values and gradients as the details show them.
@Suite @MainActor struct SpectrumTests {
  @Test func `singular values are those of NumPy`() async throws {
    // numpy.linalg.svd([[3, 0, 0], [4, 5, 0]], compute_uv=False): √45, √5
    for (elements, shape) in [
      ([3, 0, 0, 4, 5, 0] as [Float], [2, 3] as Shape), ([3, 4, 0, 5, 0, 0], [3, 2]),
    ] {
      let spectrum = try await Elements.memory(Tensor(elements, shape: shape)).spectrum(shape)
      #expect(abs(spectrum.values[0] - Float(45).squareRoot()) < 1e-5)
      #expect(abs(spectrum.values[1] - Float(5).squareRoot()) < 1e-5)
      #expect(spectrum.rank == 2)
    }
    let line = Tensor([1, 2, 3, 2, 4, 6] as [Float], shape: [2, 3])
    let spectrum = try await Elements.memory(line).spectrum([2, 3])
    #expect(spectrum.rank == 1)
    #expect(abs(spectrum.effectiveRank - 1) < 1e-3)
  }

  @Test func `what has no singular values says why`() async throws {
    let infinite = Elements.memory(Tensor([Float.infinity, 1], shape: [1, 2]))
    await #expect(throws: WorkspaceError.self) { try await infinite.spectrum([1, 2]) }
    let vector = Elements.memory(Tensor([1, 2] as [Float], shape: [2]))
    await #expect(throws: WorkspaceError.self) { try await vector.spectrum([2]) }
  }

  @Test func `the shares of the uses of a gradient add up`() async throws {
    let network = Sequential()
    let first = Dense(4, activation: .tanh, inUnits: 4)
    network.add(first)
    network.add(try Dense(4, inUnits: 4, params: first.params))
    try network.initialize(Xavier())
    let input = Tensor((0..<8).map { Float($0) / 8 }, shape: [2, 4])
    let model = OpenModel(network)
    try Autograd.record { try network(Variable(input)) }.backward()
    let report = try await model.gradientReport(of: 0)
    #expect(report.uses.map(\.path) == ["0", "1"])
    let shares = report.uses.compactMap(\.share)
    #expect(shares.count == 2 && abs(shares[0] + shares[1] - 1) < 1e-5)
    for cell in report.sum.cells.indices {
      let sum = report.uses[0].cells[cell] + report.uses[1].cells[cell]
      #expect(abs(report.sum.cells[cell] - sum) < 1e-5)
    }
    #expect(report.cosine != nil)
  }

  @Test func `files have no gradients`() async throws {
    let model = try OpenModel.open(.example("mlp"))
    let report = try await model.gradientReport(of: 0)
    #expect(report.greatestCell == 0)
  }
}
