import Tensors
import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// The depth profile.
@Suite @MainActor struct ProfileTests {
  /// Layers whose spread drifts with depth, and one tensor far off.
  private func drifting(_ count: Int) -> [MadeTensor] {
    let roles = [
      "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj",
      "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj", "input_layernorm",
      "post_attention_layernorm",
    ]
    return (0..<count).flatMap { layer in
      roles.enumerated().map { index, role in
        let drift = 1 + 0.02 * Float(layer * (index + 1) % 13)
        let scale = role == "mlp.down_proj" && layer == 19 ? 4 * drift : drift
        let isNorm = role.hasSuffix("norm")
        return MadeTensor(
          "layers.\(layer).\(role).weight", isNorm ? [8] : [4, 2],
          (0..<8).map { (Float($0) - 3.5) * scale * 0.1 + (isNorm ? 1 : 0) })
      }
    } + [MadeTensor("norm.weight", [8])]
  }

  @Test(arguments: [("120x36", ""), ("80x24", ""), ("40x12", ""), ("200x60", "o")])
  func `the profile is drawn at every size`(size: String, keys: String) async throws {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let drawn = try await frame(
      try checkpoint(drifting(28)), Size(columns: parts[0], rows: parts[1]), "p!" + keys)
    try expectGolden(drawn, "depth-\(size)")
    #expect(drawn.text.contains("!"))
  }

  @Test func `the outlier is found, named and opened`() async throws {
    let model = try checkpoint(drifting(28))
    let size = Size(columns: 120, rows: 36)
    let shown = try await frame(model, size, "p!").text
    #expect(shown.contains("1 outlier of 252: layers.19.mlp.down_proj is"))
    #expect(shown.contains("1 of 252"))
    let opened = try await frame(model, size, "p!<Enter>").text
    #expect(opened.contains("▸ 19.weight"))
    let back = try await frame(model, size, "p!<Esc>").text
    #expect(back == (try await frame(model, size, "").text))
  }

  @Test func `the statistic is chosen by o and O, and c compares with all`() async throws {
    let model = try checkpoint(drifting(12))
    let size = Size(columns: 120, rows: 36)
    func heading(_ keys: String) async throws -> String {
      try await frame(model, size, keys).lines[1]
    }
    #expect(try await heading("p").contains("std × √fan_in"))
    #expect(try await heading("poo").contains("mean"))
    #expect(try await heading("pO").contains("NaN and Inf"))
    #expect(try await frame(model, size, "pc").text.contains("against the median of all"))
    let compared = try await frame(model, size, "pc")
    #expect(compared != (try await frame(model, size, "p")))
  }

  @Test func `keys stay inside, and stacks are turned by Tab`() throws {
    let tensors =
      layers(6) + (0..<3).map { MadeTensor("encoder.\($0).fc.weight") }
    var state = launch(try checkpoint(tensors))
    try state.press("pGllllllll$jk")
    guard case .profile(let profile) = state.overlay else {
      Issue.record("expected the profile")
      return
    }
    #expect(profile.stack.path == "model.layers.N")
    #expect((profile.layer, profile.role) == (4, 3))
    try state.press("<Tab>")
    guard case .profile(let other) = state.overlay else { return }
    #expect(other.stack.path == "encoder.N")
    #expect((other.layer, other.role) == (0, 0))
    for size in ["40x10", "1x1", "300x5", "79x24"] { try state.press("<Resize \(size)>") }
    try state.press("<Esc>")
    #expect(state.overlay == .none)
  }

  @Test func `where nothing repeats it says why`() throws {
    var state = launch(try checkpoint([MadeTensor("a.weight"), MadeTensor("b.weight")]))
    try state.press("p")
    #expect(state.overlay == .none)
    #expect(state.statusText.hasPrefix("there is no depth to profile"))
  }

  @Test func `robust distances are those of the median and its deviations`() {
    // Median 3, absolute deviations 2 1 0 1 97, their median 1: 1.4826 a step.
    let column = ProfileColumn([1, 2, 3, 4, 100, nil])
    #expect(column.median == 3)
    #expect(abs((column.distance(4) ?? 0) - 97 / 1.4826) < 1e-12)
    #expect(column.isOutlier(4))
    #expect(!column.isOutlier(3))
    #expect(column.distance(5) == nil)
    let even = ProfileColumn([1, 1, 1, 1, 1, 1.001])
    #expect(!even.isOutlier(5))
    let few = ProfileColumn([1, 1.1, 900])
    #expect(!few.isOutlier(2))
    let zeros = ProfileColumn([Double](repeating: 0, count: 27) + [5])
    #expect(zeros.isOutlier(27))
    #expect(ProfileColumn([nil, nil]).median == nil)
    #expect(ProfileColumn([.infinity, 1, 2]).distance(0) == nil)
  }

  @Test(arguments: [
    (1.3662, "1.366"), (0.0210, "0.0210"), (-0.0210, "-0.021"), (12.345, "12.35"), (0, "0"),
    (123.45, "123.5"), (1234.5, "1235"), (12345, "12.3k"), (-12345, "-12.3k"), (9.1e-5, "9e-5"),
    (9.96e-5, "1e-4"), (1e300, "1e300"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "NaN"),
    (-.infinity, "-Inf"),
    (999.96, "1000"), (123_456_789, "123M"), (9.9999e14, "1e15"), (0.00012, "1e-4"),
  ])
  func `a number fits its cell`(value: Double, text: String) {
    #expect(CellNumber.text(value, isCount: false) == text)
    if abs(value) < 1e99 || !value.isFinite {
      #expect(CellNumber.text(value, isCount: false).count <= 6)
    }
  }
}
