extension Float: ScanLane {
  static func decode(
    _ source: UnsafeRawBufferPointer, as elementType: ElementType, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Float>
  ) {
    unsafe elementType.decode(source, elementCount: elementCount, to: output)
  }

  static func survey(
    _ values: UnsafeBufferPointer<Float>, countingInto table: UnsafeMutableBufferPointer<UInt32>,
    shift: Int
  ) -> BlockSurvey {
    var vectors = FloatVectors(shift: unsafe Double(values[0]))
    let source = UnsafeRawBufferPointer(values)
    let vectorizedCount = values.count & ~3
    let bitShift = UInt64(truncatingIfNeeded: shift)
    let mask: UInt64 = 0xFFFF_FFFF >> bitShift
    for index in stride(from: 0, to: vectorizedCount, by: 4) {
      // Four values from `index` on lie inside the block. What `shift` leaves of a bit pattern is
      // an index of the table, and no counter reaches 2^32.
      let offset = index &* 4
      unsafe vectors.add(source.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self))
      let low = unsafe source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let high = unsafe source.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
      unsafe table[Int(truncatingIfNeeded: low &>> bitShift & mask)] &+= 1
      unsafe table[Int(truncatingIfNeeded: low &>> (bitShift &+ 32))] &+= 1
      unsafe table[Int(truncatingIfNeeded: high &>> bitShift & mask)] &+= 1
      unsafe table[Int(truncatingIfNeeded: high &>> (bitShift &+ 32))] &+= 1
    }
    var extra = 0
    for index in vectorizedCount..<values.count {
      let value = unsafe values[index]
      unsafe table[Int(truncatingIfNeeded: value.bitPattern &>> UInt32(shift))] &+= 1
      extra += vectors.add(value) ? 1 : 0
    }
    return vectors.survey(count: values.count, extraZeroCount: extra)
  }
}

/// Extremes, zeros and sums of floats, four at a time.
///
/// Distances of any two finite floats and their squares fit a double, so no unit is needed, and the
/// sum of squares is finite only if all values are.
private struct FloatVectors {
  private let shift: Double
  private var minima = SIMD4<Float>(repeating: .infinity)
  private var maxima = SIMD4<Float>(repeating: -.infinity)
  private var zeroCounts = SIMD4<Int32>(repeating: 0)
  private var lowDistances = SIMD2<Double>(repeating: 0)
  private var highDistances = SIMD2<Double>(repeating: 0)
  private var lowSquares = SIMD2<Double>(repeating: 0)
  private var highSquares = SIMD2<Double>(repeating: 0)

  init(shift: Double) {
    self.shift = shift
  }

  @inline(__always) mutating func add(_ values: SIMD4<Float>) {
    minima.replace(with: values, where: values .< minima)
    maxima.replace(with: values, where: values .> maxima)
    zeroCounts.replace(with: zeroCounts &+ 1, where: values .== 0)
    let shifts = SIMD2<Double>(repeating: shift)
    let low = SIMD2<Double>(Double(values[0]), Double(values[1])) - shifts
    let high = SIMD2<Double>(Double(values[2]), Double(values[3])) - shifts
    lowDistances += low
    highDistances += high
    lowSquares += low * low
    highSquares += high * high
  }

  /// Adds a single value, and says whether it is zero.
  mutating func add(_ value: Float) -> Bool {
    minima[0] = min(minima[0], value)
    maxima[0] = max(maxima[0], value)
    let distance = Double(value) - shift
    lowDistances[0] += distance
    lowSquares[0] += distance * distance
    return value == 0
  }

  func survey(count: Int, extraZeroCount: Int) -> BlockSurvey {
    let sums = ShiftedSums(
      distances: (lowDistances + highDistances).sum(), squares: (lowSquares + highSquares).sum())
    return BlockSurvey(
      isFinite: sums.squares.isFinite, minimum: Double(minima.min()),
      maximum: Double(maxima.max()), zeroCount: Int(zeroCounts.wrappedSum()) + extraZeroCount,
      moments: sums.moments(count: count, shift: shift, exponent: 0))
  }
}
