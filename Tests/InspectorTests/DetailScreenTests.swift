import ModelEngine
import Tensors
import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// Every detail as it is drawn, at the sizes that matter.
@Suite @MainActor struct DetailScreenTests {
  nonisolated static let sizes = [
    Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 36),
  ]

  /// A screen of an example after some keys.
  struct Shot: Sendable, CustomTestStringConvertible {
    let name: String
    let model: String
    let keys: String
    var testDescription: String { name }
  }

  nonisolated static let shots = [
    Shot(name: "values", model: "mlp", keys: "j2<Tab><Tab>jjjll"),
    Shot(name: "values-full", model: "mlp", keys: "j2<Tab><Tab>zGTa"),
    Shot(name: "values-slice", model: "lenet", keys: "jjj2<Tab><Tab>s[3, :, :, 9]<Enter>"),
    Shot(name: "sharing", model: "shared-mlp", keys: "jj4<Tab><Tab>j"),
    Shot(name: "histogram-zoom", model: "mlp", keys: "j1<Tab><Tab>ixavier<Enter>Q<Right>"),
    Shot(name: "history", model: "shared-mlp", keys: "jj5<Tab><Tab>ixavier<Enter>inormal<Enter>["),
    Shot(name: "info", model: "shared-mlp", keys: "jj6<Tab><Tab>vGkkk"),
    Shot(name: "gradient-none", model: "shared-mlp", keys: "jj3<Tab><Tab>"),
    Shot(name: "sharing-tie", model: "shared-mlp", keys: "jj4<Tab><Tab>jTt"),
  ]

  @Test(arguments: shots, sizes)
  func `a detail of an example`(shot: Shot, size: Size) async throws {
    // On a narrow terminal 2 goes to the detail by itself.
    let keys = size.columns < 60 ? shot.keys.replacing("<Tab><Tab>", with: "") : shot.keys
    try expectGolden(try await frame(try example(shot.model), size, keys), "\(shot.name)-\(size)")
  }

  @Test(arguments: ["dtypes", "specials", "shapes", "fp8_all_codes", "f4"])
  func `every parameter of a file can be walked through in every detail`(name: String) async throws
  {
    let model = try OpenModel.open(.file(zooFile(name + ".safetensors")))
    for tab in 1...6 {
      let keys = "<Tab>\(tab)" + String(repeating: "j", count: model.outline.parameters.count)
      for size in Self.sizes {
        let drawn = try await frame(model, size, keys)
        #expect(drawn.text.contains("\(tab) "))
      }
    }
  }

  @Test func `without colours magnitudes are digits from 0 to 9`() async throws {
    let drawn = try await frame(
      try example("shared-mlp"), Size(columns: 80, rows: 24), "jj2<Tab><Tab>a",
      appearance: Appearance(isASCII: true, isMonochrome: true))
    #expect(drawn.text.allSatisfy { $0.isASCII })
    try expectGolden(drawn, "values-ascii-80x24")
  }

  @Test(arguments: sizes)
  func `a gradient is the sum of its uses`(size: Size) async throws {
    // Small whole numbers: every machine finds the same.
    let network = Sequential(prefix: "net_")
    let first = Dense(4, useBias: false, inUnits: 4, prefix: "first_")
    network.add(first)
    network.add(
      try Dense(4, useBias: false, inUnits: 4, prefix: "second_", params: first.params))
    try network.initialize(Zero())
    let weights = (0..<16).map { Float(($0 * 7) % 5) - 2 }
    try first.weight.setData(Tensor(weights, shape: [4, 4]))
    let input = Tensor([1, 2, 0, -1, 3, 1, -2, 1] as [Float], shape: [2, 4])
    let model = OpenModel(network)
    try Autograd.record { try network(Variable(input)) }.backward()
    let keys = size.columns < 60 ? "j3" : "j3<Tab><Tab>"
    try expectGolden(try await frame(model, size, keys), "gradient-\(size)")
  }
}
