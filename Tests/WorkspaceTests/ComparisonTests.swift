import Tensors
import TestSupport
import Testing
import Workspace

/// Differences of tensors and models.
@Suite @MainActor struct ComparisonTests {
  private func difference(
    _ first: Tensor, _ second: Tensor, tolerance: Double = 0
  ) async throws -> ElementDifference {
    try await Elements.memory(first).difference(to: .memory(second), tolerance: tolerance)
  }

  @Test func `numbers of a difference`() async throws {
    let found = try await difference(
      Tensor([3, 4, 0, 0] as [Float], shape: [2, 2]),
      Tensor([3, 4, 0, 5] as [Float], shape: [2, 2]))
    #expect(found.count == 4 && found.changedCount == 1 && found.increasedCount == 1)
    #expect(found.changedRowCount == 1 && found.rowCount == 2)
    #expect(found.maxAbs == 5 && found.relativeL2 == 1)
    let cosine = try #require(found.cosine)
    #expect(abs(cosine - 0.5.squareRoot()) < 1e-15)
  }

  @Test func `not a number equals itself, infinities of one sign too`() async throws {
    let special = Tensor([.nan, .infinity, -.infinity, -0.0] as [Float], shape: [4])
    let same = try await difference(special, special)
    #expect(same.isSame && same.maxAbs == 0)
    let other = Tensor([.nan, -.infinity, 1, 0] as [Float], shape: [4])
    let found = try await difference(special, other)
    #expect(found.changedCount == 2 && found.nonFiniteChangeCount == 2)
    let never = Tensor([.nan, .nan] as [Float], shape: [2])
    #expect(try await difference(never, never).maxAbs == nil)
  }

  @Test func `a tolerance forgives finite differences only`() async throws {
    let first = Tensor([1, 2, .nan] as [Double], shape: [3])
    let second = Tensor([1.25, 2, 0] as [Double], shape: [3])
    #expect(try await difference(first, second, tolerance: 0.25).changedCount == 1)
    #expect(try await difference(first, second, tolerance: 0.2).changedCount == 2)
  }

  @Test(arguments: [1e300, 1e-300])
  func `squares neither overflow nor vanish`(size: Double) async throws {
    let found = try await difference(
      Tensor([3 * size, 4 * size], shape: [2]), Tensor([3 * size, 5 * size], shape: [2]))
    let ratio = try #require(found.relativeL2)
    #expect(abs(ratio - 0.2) < 1e-15)
    #expect(found.cosine != nil)
  }

  @Test func `large whole numbers are compared exactly`() async throws {
    let bytes: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0x70]
    var others = bytes
    others[0] = 0
    let found = try await difference(
      Tensor(bytes: bytes, elementType: .int64, shape: [1]),
      Tensor(bytes: others, elementType: .int64, shape: [1]))
    #expect(found.changedCount == 1)
  }

  @Test func `a zero tensor has no relative difference and no angle`() async throws {
    let zero = Tensor([0, 0] as [Float], shape: [2])
    let found = try await difference(zero, Tensor([1, 0] as [Float], shape: [2]))
    #expect(found.relativeL2 == nil && found.cosine == nil && found.maxAbs == 1)
  }

  @Test func `both distributions fit one axis, to which a constant adds no width`() async throws {
    let spread = Elements.memory(Tensor([-0.02, 0.01, 0.02, 0.03] as [Float], shape: [4]))
    let zero = Elements.memory(Tensor([0, 0, 0, 0] as [Float], shape: [4]))
    let far = Elements.memory(Tensor([5, 5.5, 6, 6] as [Float], shape: [4]))
    func axes(_ first: Elements, _ second: Elements) async throws -> [DisplayAxis?] {
      let figures = try await OverlaidFigures.compute(first, second)
      return [figures.first, figures.second].map { $0?.components.first?.distribution?.axis }
    }
    let own = try await axes(spread, spread)
    #expect(try await axes(zero, spread) == own)
    #expect(try await axes(spread, zero) == own)
    let wide = try #require(try await axes(spread, far)[0])
    #expect(wide.low < 0 && wide.high >= 6)
    #expect(
      try await axes(zero, zero) == [DisplayAxis(low: -1, high: 1), DisplayAxis(low: -1, high: 1)])
  }

  @Test func `parameters meet by path, and shared ones once`() throws {
    let first = try OpenModel.open(.example("shared-mlp"))
    let second = try OpenModel.open(.example("mlp"))
    let own = ModelComparison(first.outline, first.outline)
    #expect(own.pairs.count == first.outline.parameters.count)
    #expect(own.pairs.allSatisfy { $0.kind == .alike })
    let both = ModelComparison(first.outline, second.outline)
    #expect(both.pairs.contains { $0.name == "0.weight" && $0.kind == .reshaped })
    #expect(both.pairs.contains { $0.name == "3.weight" && $0.kind == .removed })
  }

  @Test func `a network and its saved file are the same, by either kind of name`() async throws {
    let model = try OpenModel.open(.example("shared-mlp"))
    try await withTemporaryFolder { folder in
      let path = folder + "/model.safetensors"
      _ = try await model.save(to: path)
      let saved = try OpenModel.open(.file(path))
      let comparison = ModelComparison(model.outline, saved.outline)
      #expect(comparison.pairs.count == 8)
      for pair in comparison.pairs {
        let (left, right) = (try #require(pair.first), try #require(pair.second))
        let found = try await model.elements(of: left).difference(to: saved.elements(of: right))
        #expect(found.isSame)
      }
    }
  }
}
