import Checkpoints
import Glibc
import ModelEngine
import TerminalUI
import Workspace

/// What libFuzzer calls with each input: one parser, which PARAMSCOPE_FUZZ names.
///
/// An input may be refused in any way that the parser has; it must not end the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  target(input)
  return 0
}

private let target: ([UInt8]) -> Void = {
  let name = unsafe getenv("PARAMSCOPE_FUZZ").map { unsafe String(cString: $0) } ?? ""
  switch name {
  case "safetensors": return { file($0, named: "fuzz.safetensors") }
  case "params": return { file($0, named: "fuzz.params") }
  case "numpy": return { file($0, named: "fuzz.npz") }
  case "symbol": return { file($0, named: "fuzz-symbol.json") }
  case "description": return { file($0, named: "fuzz.yaml") }
  case "initializer":
    return { _ = try? InitializerCatalog.standard.parse(String(decoding: $0, as: UTF8.self)) }
  case "expression": return { _ = try? ExpressionRule(String(decoding: $0, as: UTF8.self)) }
  case "keys": return { _ = try? KeyScript(String(decoding: $0, as: UTF8.self)) }
  case "text": return { _ = DisplayText(String(decoding: $0, as: UTF8.self)).width }
  default: fatalError("PARAMSCOPE_FUZZ=\(name) names no parser")
  }
}()

/// Opens a file in memory, and reads the elements that it says it has.
private func file(_ bytes: [UInt8], named name: String) {
  let path = "/dev/shm/paramscope-\(getpid())-\(name)"
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard file >= 0 else { fatalError("\(path) cannot be written") }
  _ = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
  close(file)
  // libFuzzer calls on the main thread.
  MainActor.assumeIsolated {
    guard let model = try? OpenModel.open(.file(path)) else { return }
    for index in model.outline.parameters.indices.prefix(4) {
      _ = try? model.elements(of: index)
    }
  }
}
