import Foundation
import ModelEngine
import Tensors
import TestSupport
import Testing
import Workspace

/// Networks built here are exported as MXNet exports them.
@Suite struct SymbolExportTests {
  private func network(_ id: String) throws -> HybridSequential {
    let net = HybridSequential()
    switch id {
    case "export/lenet":
      net.add(
        Conv2D(6, kernelSize: 5, padding: 2, activation: .relu), MaxPool2D(2),
        Conv2D(8, kernelSize: 3, activation: .tanh), AvgPool2D(2),
        Dense(20, activation: .sigmoid), Dense(10))
    case "export/shared":
      let shared = Dense(8, activation: .relu)
      net.add(
        Dense(8, activation: .relu), shared,
        try Dense(8, activation: .relu, params: shared.params), Dense(10))
    case "symbols/layers":
      net.add(
        Conv2D(4, kernelSize: Extent(3, 2), padding: Extent(2, 1), dilation: 2, useBias: false),
        BatchNorm(momentum: 0.8), LeakyReLU(0.1), PReLU(), ELU(0.5), SELU(), GELU(),
        MaxPool2D(3, strides: 1, ceilMode: true), BatchNorm(epsilon: 0.001, scale: false),
        AvgPool2D(2, strides: 1, padding: 1, countIncludePad: false), Flatten(), Dropout(0.3),
        Dense(
          5, activation: .softrelu, weightInitializer: NamedInitializer("xavier"),
          biasInitializer: Constant(2)), Dense(6, useBias: false, flatten: false), LayerNorm(),
        Activation(.tanh))
    case "symbols/pools":
      net.add(
        Conv2D(4, kernelSize: 3, strides: 2, groups: 2, activation: .relu), GlobalMaxPool2D(),
        GlobalAvgPool2D(), Swish(1.0), Dropout(0))
    case "symbols/recurrent":
      net.add(
        Embedding(10, 4),
        LSTM(
          3,
          RecurrentOptions(
            layerCount: 2, layout: .batchFirst, dropout: 0.5, isBidirectional: true)), Dense(2))
    default:
      net.add(GRU(3), try RNN(4, activation: .tanh), try RNN(2, activation: .relu))
    }
    return net
  }

  @Test(
    arguments: [
      ("export/lenet", [1, 1, 12, 12]), ("export/shared", [2, 20]),
      ("symbols/layers", [2, 2, 9, 9]),
      ("symbols/pools", [1, 4, 9, 7]), ("symbols/recurrent", [3, 5]),
      ("symbols/simple", [4, 2, 3]),
    ] as [(String, [Int])])
  func `the graph of a network has the bytes that MXNet writes`(
    id: String, input: [Int]
  ) throws {
    try ModelContext.withSeed(5) {
      let net = try network(id)
      try net.initialize()
      net.hybridize()
      _ = try net(ModelContext.current.uniform(shape: Shape(input)))
      try withTemporaryFolder { folder in
        try net.export(to: "\(folder)/net", epoch: 7)
        #expect(try files(in: folder) == ["net-0007.params", "net-symbol.json"])
        let written = try String(contentsOfFile: "\(folder)/net-symbol.json", encoding: .utf8)
        let expected = try String(contentsOfFile: fixture("\(id)-symbol.json"), encoding: .utf8)
        #expect(written == expected)
      }
    }
  }

  @Test func `what was exported is imported again as a network of its own`() throws {
    try ModelContext.withSeed(3) {
      try withTemporaryFolder { folder in
        let net = try network("symbols/layers")
        try net.initialize(Xavier())
        net.hybridize()
        let x = ModelContext.current.normal(shape: [2, 2, 9, 9])
        let output = try net(x)
        try net.export(to: "\(folder)/net")
        let path = "\(folder)/net-symbol.json"
        let copy = try HybridBlock.imported(from: path)
        #expect(try copy(x) == output)
        #expect("\(copy)" == "\(net)")
        let weight = try #require(try copy.collectParams()["conv0_weight"])
        try weight.setData(weight.data() + 1)
        #expect(try net.collectParams()["conv0_weight"]?.data() != weight.data())
        let other = try HybridBlock.imported(from: path, parameters: "\(folder)/net-0000.params")
        #expect(try other(x) == output)
      }
    }
  }

  @Test func `a network is exported after it was hybridized and called only`() throws {
    try ModelContext.withSeed(0) {
      try withTemporaryFolder { folder in
        let net = HybridSequential()
        net.add(Dense(2))
        try net.initialize()
        let x = Tensor([1, 2, 3] as [Float], shape: [1, 3])
        _ = try net(x)
        #expect(throws: ExportError.notHybridized) { try net.export(to: "\(folder)/net") }
        net.hybridize()
        #expect(throws: ExportError.notHybridized) { try net.export(to: "\(folder)/net") }
        #expect(try files(in: folder).isEmpty)
        _ = try net(x)
        try net.export(to: "\(folder)/net")
        #expect(try files(in: folder).count == 2)
      }
    }
  }

  @Test func `a block of one's own is named where it has no operations`() throws {
    final class Doubler: HybridBlock {
      override func forward(_ input: Variable) throws(BlockError) -> Variable { try input * 2 }
      override func shapes(for input: Shape) -> LayerShapes { LayerShapes(output: input) }
    }
    try ModelContext.withSeed(0) {
      let net = HybridSequential()
      net.add(Doubler())
      try net.initialize()
      net.hybridize()
      _ = try net(Tensor([1] as [Float], shape: [1, 1]))
      do {
        try net.export(to: "/nowhere/net")
        Issue.record("a network without a graph was exported")
      } catch {
        #expect(
          "\(error)".hasPrefix("/nowhere/net-symbol.json: doubler0 (Doubler) cannot be written"))
      }
    }
  }
}
