import Tensors
import TestSupport
import Testing
import Words
import Workspace

@testable import paramscope

/// What `stats` prints for a person.
@Suite @MainActor struct StatisticsTableTests {
  private func table(_ path: ModelLocator, bins: Int?) async throws -> StatisticsTable {
    let model = try OpenModel.open(path)
    let listed = Array(model.outline.parameters.indices)
    var findings: [Int: Result<ScannedTensor, Failure>] = [:]
    for index in listed {
      findings[index] = .success(
        try await model.elements(of: index).scan(
          ScanOptions(binCount: bins, distribution: false)))
    }
    return StatisticsTable(
      ModelReport(outline: model.outline, listed: listed, findings: findings))
  }

  @Test func `bins that were asked for are printed, and add up`() async throws {
    let text = try await table(.example("shared-mlp"), bins: 5).text(in: .english)
    let part = try #require(text.split(separator: "\n\ndense1_weight\n").last)
    let bins = part.split(separator: "\n").dropFirst().prefix(5)
    let counts = bins.compactMap { $0.split(separator: " ").dropFirst(2).first }.map(String.init)
    #expect(counts.compactMap(Int.init).reduce(0, +) == 64)
    #expect(bins.contains { $0.hasSuffix(" " + String(repeating: "#", count: 40)) })
    #expect(try await !table(.example("shared-mlp"), bins: nil).text(in: .english).contains("#"))
  }

  @Test func `a complex parameter has a row for each of its parts`() async throws {
    let lines = try await table(.file(zooFile("dtypes.safetensors")), bins: nil).text(in: .english)
      .split(separator: "\n").filter { $0.contains("complex64") }
    #expect(!lines.isEmpty && lines.count.isMultiple(of: 2))
    for (index, line) in lines.enumerated() {
      #expect(line.contains(index.isMultiple(of: 2) ? "complex64 re" : "complex64 im"))
    }
  }
}
