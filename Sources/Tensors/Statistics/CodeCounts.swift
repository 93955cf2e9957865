/// How often each code of a type of at most 16 bits occurs.
struct CodeCounts {
  private let elementType: ElementType
  /// By code, or by byte for codes of 4 bits; several tables of bytes, so that equal neighbours do
  /// not wait for each other.
  private var narrow: [UInt32]
  private var narrowTotal = 0
  /// What was moved out of `narrow`, by code.
  private var wide: [Int]

  init(elementType: ElementType) {
    self.elementType = elementType
    narrow = [UInt32](repeating: 0, count: elementType.bitCount == 16 ? 1 << 16 : 4 << 8)
    wide = [Int](repeating: 0, count: 1 << elementType.bitCount)
  }

  /// Counts the codes of the next elements, which begin with a whole byte.
  ///
  /// - Precondition: `bytes` holds `elementCount` elements, fewer than 2^30.
  mutating func consume(_ bytes: [UInt8], elementCount: Int) {
    precondition(bytes.count * 8 >= elementCount * elementType.bitCount, "too few bytes")
    precondition(elementCount < 1 << 30, "too many elements at once")
    narrowTotal += elementCount
    if narrowTotal > Int(UInt32.max) {
      widen()
      narrowTotal = elementCount
    }
    unsafe bytes.withUnsafeBytes { source in
      switch elementType.bitCount {
      case 16: unsafe countPairs(source, elementCount: elementCount)
      case 8: unsafe countBytes(source, byteCount: elementCount)
      case 4:
        unsafe countBytes(source, byteCount: elementCount / 2)
        // The last byte of an odd number of elements has one in its low half.
        if elementCount % 2 == 1 { wide[unsafe Int(source[elementCount / 2]) & 15] += 1 }
      default:
        for index in 0..<elementCount {
          // The bytes hold the elements, as checked above.
          wide[unsafe elementType.code(at: index, in: source)] += 1
        }
      }
    }
  }

  private mutating func countPairs(_ source: UnsafeRawBufferPointer, elementCount: Int) {
    unsafe narrow.withUnsafeMutableBufferPointer { table in
      for index in stride(from: 0, to: elementCount & ~3, by: 4) {
        // Four codes lie before the end of the bytes, and the table has an entry for all 16 bits.
        let codes = unsafe source.loadUnaligned(fromByteOffset: index &* 2, as: UInt64.self)
        unsafe table[Int(truncatingIfNeeded: codes & 0xFFFF)] &+= 1
        unsafe table[Int(truncatingIfNeeded: codes &>> 16 & 0xFFFF)] &+= 1
        unsafe table[Int(truncatingIfNeeded: codes &>> 32 & 0xFFFF)] &+= 1
        unsafe table[Int(truncatingIfNeeded: codes &>> 48)] &+= 1
      }
      for index in (elementCount & ~3)..<elementCount {
        let code = unsafe source.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
        unsafe table[Int(code)] &+= 1
      }
    }
  }

  private mutating func countBytes(_ source: UnsafeRawBufferPointer, byteCount: Int) {
    unsafe narrow.withUnsafeMutableBufferPointer { table in
      for index in stride(from: 0, to: byteCount & ~3, by: 4) {
        // Four bytes lie before the end, and there are four tables with an entry for every byte.
        let codes = unsafe source.loadUnaligned(fromByteOffset: index, as: UInt32.self)
        unsafe table[Int(truncatingIfNeeded: codes & 0xFF)] &+= 1
        unsafe table[256 | Int(truncatingIfNeeded: codes &>> 8 & 0xFF)] &+= 1
        unsafe table[512 | Int(truncatingIfNeeded: codes &>> 16 & 0xFF)] &+= 1
        unsafe table[768 | Int(truncatingIfNeeded: codes &>> 24)] &+= 1
      }
      for index in (byteCount & ~3)..<byteCount {
        unsafe table[Int(source[index])] &+= 1
      }
    }
  }

  private mutating func widen() {
    for (index, count) in narrow.enumerated() where count > 0 {
      switch elementType.bitCount {
      case 4:
        wide[index & 15] += Int(count)
        wide[index >> 4 & 15] += Int(count)
      case 16: wide[index] += Int(count)
      default: wide[index & 0xFF] += Int(count)
      }
      narrow[index] = 0
    }
    narrowTotal = 0
  }

  /// The counts by code.
  var counts: [Int] {
    var copy = self
    copy.widen()
    return copy.wide
  }
}
