import Foundation
import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

/// Graphs that MXNet has exported, as networks that run.
@Suite @MainActor struct SymbolTests {
  struct Cases: Decodable { let cases: [Case] }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let symbol: String?
    let `repr`: String?
    let x: MXNetArray
    let y: MXNetArray
    var testDescription: String { id }
    var path: String { fixture(symbol ?? "symbols/\(id)-symbol.json") }
  }

  nonisolated static let exported = try? decodedFixture("export.json", as: Cases.self).cases
  nonisolated static let more = try? decodedFixture("symbols.json", as: Cases.self).cases
  nonisolated static let all = (exported ?? []) + (more ?? [])

  private func open(_ path: String) throws -> OpenModel {
    try OpenModel.open(.file(path))
  }

  @Test func `all eight graphs are there`() {
    #expect(Self.all.count == 8)
  }

  @Test(arguments: all)
  func `a graph of MXNet computes what it computed there`(sample: Case) throws {
    let model = try open(sample.path)
    #expect(model.outline.isNetwork)
    let network = try #require(model.blocks.first)
    let output = try network(try #require(sample.x.tensor))
    #expect(output.shape.dimensions == sample.y.shape)
    for (value, reference) in zip(output.doubles, sample.y.doubles) {
      #expect(abs(value - reference) <= 1e-5 * (1 + abs(reference)))
    }
    if let text = sample.`repr` { #expect("\(network)" == text) }
  }

  @Test(arguments: all)
  func `a graph that was opened is written again byte for byte`(sample: Case) async throws {
    let model = try open(sample.path)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "again-symbol.json").path
    let saved = try await model.save(to: path)
    let pairs = [("-symbol.json", "-symbol.json"), ("-0000.params", "-0000.params")]
    var byteCount = 0
    for (ending, original) in pairs {
      let written = try Data(contentsOf: folder.appending(path: "again\(ending)"))
      let stem = sample.path.dropLast("-symbol.json".count)
      #expect(written == (try Data(contentsOf: URL(filePath: stem + original))))
      byteCount += written.count
    }
    #expect(saved.byteCount == byteCount)
  }

  @Test func `shared variables are the same parameter`() throws {
    let model = try open(fixture("export/shared-symbol.json"))
    let weight = try #require(model.outline.parameters.first { $0.name == "dense0_weight" })
    #expect(weight.uses.map { model.outline.uses[$0].path } == ["1.weight", "2.weight"])
    #expect(model.outline.nodes.map(\.name).contains("dense2"))
  }

  @Test func `a graph is trained: gradients reach every parameter, states follow`() throws {
    let sample = try #require(Self.all.first { $0.id == "residual" })
    let network = try #require(try open(sample.path).blocks.first)
    let parameters = try network.collectParams()
    let mean = try #require(parameters["residual0_batchnorm0_running_mean"])
    let before = try mean.data()
    let x = Variable(try #require(sample.x.tensor))
    try Autograd.record { try network(x) }.backward()
    #expect(try mean.data() != before)
    for parameter in parameters where parameter.gradReq != .null {
      #expect(try parameter.grad().floats.contains { $0 != 0 }, "\(parameter.name)")
    }
  }

  @Test func `the newest parameters beside a graph are taken`() throws {
    try withTemporaryFolder { folder in
      let stem = fixture("export/mlp")
      for (source, target) in [
        ("-symbol.json", "-symbol.json"), ("-0000.params", "-0002.params"),
        ("-0000.params", "-0012.params"), ("-0000.params", "-x.params"),
      ] {
        try FileManager.default.copyItem(atPath: stem + source, toPath: "\(folder)/m\(target)")
      }
      let other = try open(fixture("export/mlp-symbol.json"))
      #expect(try open("\(folder)/m-symbol.json").bits == other.bits)
      try Data("damaged".utf8).write(to: URL(filePath: "\(folder)/m-0012.params"))
      #expect(throws: WorkspaceError.self) { try open("\(folder)/m-symbol.json") }
    }
  }

  @Test func `an opened graph and its parameters are never written over`() async throws {
    let model = try open(fixture("export/mlp-symbol.json"))
    let path = fixture("export/mlp-symbol.json")
    #expect(
      await message { _ = try await model.save(to: path) }.contains("mlp-0000.params"))
    let file = try await Task { try open(fixture("export/mlp-0000.params")) }.value
    #expect(
      await message { _ = try await file.save(to: "/nowhere/x-symbol.json") }
        .contains("a graph is written of a network only"))
  }
}
