/// A type that a scan computes with: 32-bit or 64-bit floats.
protocol ScanLane: BinaryFloatingPoint, BitwiseCopyable, Sendable {
  associatedtype Bits: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable

  var bitPattern: Bits { get }
  init(bitPattern: Bits)

  /// Decodes elements of a type whose scalars become values of this one.
  static func decode(
    _ source: UnsafeRawBufferPointer, as elementType: ElementType, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Self>)

  /// Surveys a block that is not empty, and counts the leading bits of its values.
  ///
  /// `table` has an entry for every bit pattern shifted right by `shift`.
  static func survey(
    _ values: UnsafeBufferPointer<Self>, countingInto table: UnsafeMutableBufferPointer<UInt32>,
    shift: Int
  ) -> BlockSurvey
}

extension ScanLane {
  /// A key whose unsigned order is that of the values, the negative zero below the positive one.
  ///
  /// Terdiman, "Radix Sort Revisited" (2000): negative values are inverted, others get the top bit.
  @inline(__always) var orderedKey: Bits {
    let bits = bitPattern
    let top: Bits = 1 << (Bits.bitWidth - 1)
    return bits & top != 0 ? ~bits : bits | top
  }

  /// The value of an ordered key.
  init(orderedKey key: Bits) {
    let top: Bits = 1 << (Bits.bitWidth - 1)
    self.init(bitPattern: key & top != 0 ? key & ~top : ~key)
  }
}

/// What one block contributes.
struct BlockSurvey {
  /// Whether all values were finite; if not, the rest is meaningless.
  var isFinite: Bool
  var minimum: Double
  var maximum: Double
  var zeroCount: Int
  var moments: Moments
}

/// Sums of distances from one of the values.
///
/// The square of that value's own distance from the mean is at most the sum of all squares, so that
/// a block of n values loses no more than a factor of n in the last place.
struct ShiftedSums {
  var distances: Double
  var squares: Double

  func moments(count: Int, shift: Double, exponent: Int) -> Moments {
    let meanDistance = distances / Double(count)
    return Moments(
      count: count, shift: shift, distance: meanDistance,
      scaledSquares: max(0, squares - distances * meanDistance), exponent: exponent)
  }
}
