extension Float {
  /// The bits of the nearest bfloat16, ties to even; NaN keeps its sign and becomes quiet.
  var bfloat16BitPattern: UInt16 {
    let bits = bitPattern
    if isNaN { return UInt16(truncatingIfNeeded: bits >> 16 | 0x40) }
    // Half of the last place, less one where the last kept bit is even: a carry rounds up, and
    // from the largest finite value into infinity.
    return UInt16(truncatingIfNeeded: (bits + 0x7FFF + (bits >> 16 & 1)) >> 16)
  }

  /// The bits of the nearest binary16, ties to even; NaN keeps its sign and becomes quiet.
  var float16BitPattern: UInt16 {
    let sign = UInt16(truncatingIfNeeded: bitPattern >> 16 & 0x8000)
    let bits = bitPattern & 0x7FFF_FFFF
    if isNaN { return sign | 0x7E00 }
    // 65520 lies half-way between the largest finite value, 65504, and what would follow it.
    if bits >= Float(65520).bitPattern { return sign | 0x7C00 }
    if bits < Float(sign: .plus, exponent: -14, significand: 1).bitPattern {
      // The last place of a subnormal binary16 is 2^-24, that of 0.5 in binary32 as well: the
      // addition rounds to it.
      let rounded = Float(bitPattern: bits) + 0.5
      return sign | UInt16(truncatingIfNeeded: rounded.bitPattern - Float(0.5).bitPattern)
    }
    let rebiased = bits - 112 << 23
    return sign | UInt16(truncatingIfNeeded: (rebiased + 0xFFF + (rebiased >> 13 & 1)) >> 13)
  }
}
