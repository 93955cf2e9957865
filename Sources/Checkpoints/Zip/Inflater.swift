internal import CZlib

/// A check sum as archives have it.
///
/// Source: ISO 3309, as in zlib.
struct CRC32: Hashable, Sendable {
  private(set) var value: UInt32 = 0

  /// Goes on with some bytes.
  mutating func add(_ bytes: [UInt8]) {
    value = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe cz_crc32(value, $0, buffer.count) } ?? value
    }
  }
}

/// A deflated stream that is read from its beginning.
///
/// A class, because it owns memory of zlib: the last reference frees it.
@safe final class Inflater {
  private let stream: OpaquePointer

  /// Begins a stream; nil if there is no memory.
  init?() {
    guard let stream = unsafe cz_inflater_make() else { return nil }
    unsafe self.stream = unsafe stream
  }

  deinit { unsafe cz_inflater_free(stream) }

  /// What came of some input.
  struct Step {
    var result: cz_result
    var usedCount = 0
    var output: [UInt8]
  }

  /// Inflates some input into at most as many bytes as asked for.
  func inflate(_ input: ArraySlice<UInt8>, limit: Int) -> Step {
    var step = Step(result: cz_more, output: [])
    step.output = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      unsafe input.withUnsafeBufferPointer { input in
        // zlib reads at most `input.count` bytes and writes at most `limit`.
        step.result = unsafe cz_inflate(
          stream, input.baseAddress, input.count, &step.usedCount, buffer.baseAddress, limit, &count
        )
      }
    }
    return step
  }
}
