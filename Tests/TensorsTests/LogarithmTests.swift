import CKernels
import Glibc
import Testing

@Suite struct LogarithmTests {
  /// Every 1009th float from the least normal one to 1; all of them were compared once, in C.
  @Test func `the logarithm has the bits of the C library`() {
    let bits = stride(from: Float.leastNormalMagnitude.bitPattern, through: 0x3F80_0000, by: 1009)
    let different = bits.first { bits in
      let value = Float(bitPattern: bits)
      return ck_log(value).bitPattern != logf(value).bitPattern
    }
    #expect(different == nil)
    #expect(ck_log(1).bitPattern == 0)
  }
}
