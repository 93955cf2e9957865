/// A type that a scan computes with: 32-bit or 64-bit floats.
protocol ScanLane: BinaryFloatingPoint, BitwiseCopyable, Sendable {
  associatedtype Bits: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable

  var bitPattern: Bits { get }
  init(bitPattern: Bits)

  /// Decodes elements of a type whose scalars become values of this one.
  static func decode(
    _ source: UnsafeRawBufferPointer, as elementType: ElementType, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Self>)

  /// Extremes, sums and zeros of a block that is not empty.
  static func survey(_ values: UnsafeBufferPointer<Self>) -> BlockSurvey
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

extension Float: ScanLane {
  static func decode(
    _ source: UnsafeRawBufferPointer, as elementType: ElementType, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Float>
  ) {
    unsafe elementType.decode(source, elementCount: elementCount, to: output)
  }

  static func survey(_ values: UnsafeBufferPointer<Float>) -> BlockSurvey {
    // Distances of any two finite floats and their squares fit a double: no unit is needed.
    let shift = unsafe Double(values[0])
    var sums = ShiftedSums()
    var minimum = Float.infinity
    var maximum = -Float.infinity
    var zeroCount = 0
    for index in 0..<values.count {
      // The index is below the number of values.
      let value = unsafe values[index]
      minimum = value < minimum ? value : minimum
      maximum = value > maximum ? value : maximum
      if value == 0 { zeroCount += 1 }
      sums.add(Double(value) - shift)
    }
    return BlockSurvey(
      isFinite: sums.squares.isFinite, minimum: Double(minimum), maximum: Double(maximum),
      zeroCount: zeroCount,
      moments: sums.moments(count: values.count, shift: shift, exponent: 0))
  }
}

extension Double: ScanLane {
  static func decode(
    _ source: UnsafeRawBufferPointer, as elementType: ElementType, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Double>
  ) {
    unsafe elementType.decode(source, elementCount: elementCount, to: output)
  }

  static func survey(_ values: UnsafeBufferPointer<Double>) -> BlockSurvey {
    var minimum = Double.infinity
    var maximum = -Double.infinity
    var zeroCount = 0
    var product = 0.0
    for index in 0..<values.count {
      // The index is below the number of values.
      let value = unsafe values[index]
      minimum = value < minimum ? value : minimum
      maximum = value > maximum ? value : maximum
      if value == 0 { zeroCount += 1 }
      product += value * 0
    }
    var survey = BlockSurvey(
      isFinite: product == 0, minimum: minimum, maximum: maximum, zeroCount: zeroCount,
      moments: Moments())
    if survey.isFinite {
      survey.moments = unsafe moments(values, magnitude: max(-minimum, maximum))
    }
    return survey
  }

  private static func moments(_ values: UnsafeBufferPointer<Double>, magnitude: Double) -> Moments {
    // Within 2^±400 squares of distances and their sums neither overflow nor underflow.
    let exponent =
      magnitude > 0x1p400 ? 600 : magnitude < 0x1p-400 && magnitude > 0 ? -600 : 0
    let factor = Double(sign: .plus, exponent: -exponent, significand: 1)
    let shift = unsafe values[0] * factor
    var sums = ShiftedSums()
    for index in 0..<values.count {
      // The index is below the number of values.
      sums.add(unsafe values[index] * factor - shift)
    }
    return sums.moments(count: values.count, shift: shift, exponent: exponent)
  }
}

/// Sums of distances from one of the values.
///
/// The square of that value's own distance from the mean is at most the sum of all squares, so that
/// a block of n values loses no more than a factor of n in the last place.
struct ShiftedSums {
  var distances = 0.0
  var squares = 0.0

  @inline(__always) mutating func add(_ distance: Double) {
    distances += distance
    squares += distance * distance
  }

  func moments(count: Int, shift: Double, exponent: Int) -> Moments {
    let meanDistance = distances / Double(count)
    return Moments(
      count: count, scaledMean: shift + meanDistance,
      scaledSquares: max(0, squares - distances * meanDistance), exponent: exponent)
  }
}
