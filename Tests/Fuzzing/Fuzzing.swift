import FuzzTargets
import Glibc

/// What libFuzzer calls with each input: one parser, which PARAMSCOPE_FUZZ names.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  // libFuzzer calls on the main thread.
  MainActor.assumeIsolated { target.take(input) }
  return 0
}

private let target: FuzzTarget = {
  let name = unsafe getenv("PARAMSCOPE_FUZZ").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("PARAMSCOPE_FUZZ=\(name) names no parser")
  }
  return target
}()
