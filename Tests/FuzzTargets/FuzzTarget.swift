import Glibc
import Inspector
import ModelEngine
import TerminalUI
import Tensors
import Workspace

/// What takes bytes that anybody may have written, by the name that the fuzzer knows it by.
///
/// An input may be refused in any way that the parser has; it must not end the process, nor take
/// more time or memory than its length is worth.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Files, by their contents.
  case safetensors, params, numpy, symbol, description
  /// Texts that a user writes.
  case initializer, expression, optimizer, slice, pattern
  /// Keys that a script presses, on the screen of an example.
  case keys
  /// What is typed on the `:` line.
  case commandLine
  /// Any text, as it is shown.
  case text

  /// Gives it an input.
  @MainActor
  public func take(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .safetensors, .params, .numpy, .symbol, .description: open(bytes)
    case .initializer: _ = try? InitializerCatalog.standard.parse(text)
    case .expression: _ = try? ExpressionRule(text)
    case .optimizer: _ = try? OptimizerCatalog.standard.parse(text)
    case .slice: _ = try? TensorSelection(text, of: [5, 0, 1 << 40, 7])
    case .pattern: look(for: text)
    case .keys: press((try? KeyScript(text))?.events.prefix(200) ?? [])
    case .commandLine: press([.key(.character(":")), .pasted(text), .key(.tab), .key(.enter)])
    case .text: _ = DisplayText(text).truncatedMiddle(to: 7).width
    }
  }

  /// Whether it takes whole files.
  public var isOfFiles: Bool {
    [.safetensors, .params, .numpy, .symbol, .description].contains(self)
  }

  /// The end of the name of its files.
  private var ending: String {
    switch self {
    case .symbol: "-symbol.json"
    case .description: ".yaml"
    case .numpy: ".npz"
    default: "." + rawValue
    }
  }

  /// Opens a file in memory, and reads the elements that it says it has.
  @MainActor
  private func open(_ bytes: [UInt8]) {
    let path = "/dev/shm/paramscope-\(getpid())-fuzz" + ending
    let file = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    precondition(file >= 0, "\(path) cannot be written")
    _ = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    defer { _ = unsafe unlink(path) }
    guard let model = try? OpenModel.open(.file(path)) else { return }
    for (index, parameter) in model.outline.parameters.enumerated().prefix(8) {
      let byteCount = min(parameter.byteCount, 1 << 16)
      _ = try? model.elements(of: index).readBytes(0..<byteCount)
    }
  }

  private func look(for text: String) {
    let pattern = SearchPattern(text)
    for name in ["", "model.layers.10.mlp.up_proj.weight", "模型.é.重み", text] {
      _ = pattern.ranges(in: name)
    }
  }

  /// Does something on the screen of an example; no work off it is done.
  @MainActor
  private func press(_ events: some Sequence<TerminalEvent>) {
    guard let model = try? OpenModel.open(.example("shared-mlp")) else { return }
    var state = InspectorState(
      size: Size(columns: 80, rows: 24), appearance: Appearance(), outline: model.outline)
    _ = start(&state)
    for event in events { _ = reduce(&state, .terminal(event)) }
    _ = render(state)
  }
}
