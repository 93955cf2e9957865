private import Glibc

extension Float {
  /// The text that a C++ stream gives the number: six significant digits, as `%g`.
  var streamText: String {
    var buffer = [CChar](repeating: 0, count: 32)
    // `%g` of any float takes at most 13 bytes with its terminator.
    _ = unsafe withVaList([Double(self)]) { unsafe vsnprintf(&buffer, buffer.count, "%g", $0) }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return isNaN ? "nan" : String(decoding: bytes, as: UTF8.self)
  }
}
