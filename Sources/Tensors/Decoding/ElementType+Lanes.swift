extension ElementType {
  /// The number of scalars in an element: two for complex types, else one.
  public var laneCount: Int { isComplex ? 2 : 1 }

  /// Whether every scalar of this type is exactly a 32-bit float.
  ///
  /// False for 32-bit and 64-bit integers, float64 and complex128, which decode to doubles.
  public var isExactInFloat: Bool {
    switch self {
    case .uint32, .int32, .uint64, .int64, .float64, .complex128: false
    default: true
    }
  }

  /// The size of `elementCount` packed elements in bytes, or nil if it is not representable.
  public func byteCount(ofElementCount elementCount: Int) -> Int? {
    let (bits, overflows) = elementCount.multipliedReportingOverflow(by: bitCount)
    guard !overflows, bits <= Int.max - 7 else { return nil }
    return (bits + 7) / 8
  }
}
