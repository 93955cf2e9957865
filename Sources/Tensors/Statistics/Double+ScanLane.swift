extension Double: ScanLane {
  static func decode(
    _ source: UnsafeRawBufferPointer, as elementType: ElementType, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Double>
  ) {
    unsafe elementType.decode(source, elementCount: elementCount, to: output)
  }

  static func survey(
    _ values: UnsafeBufferPointer<Double>, countingInto table: UnsafeMutableBufferPointer<UInt32>,
    shift: Int
  ) -> BlockSurvey {
    var vectors = unsafe DoubleVectors(shift: values[0])
    let source = UnsafeRawBufferPointer(values)
    let vectorizedCount = values.count & ~1
    let bitShift = UInt64(truncatingIfNeeded: shift)
    for index in stride(from: 0, to: vectorizedCount, by: 2) {
      // Two values from `index` on lie inside the block. What `shift` leaves of a bit pattern is an
      // index of the table, and no counter reaches 2^32.
      let offset = index &* 8
      unsafe vectors.add(source.loadUnaligned(fromByteOffset: offset, as: SIMD2<Double>.self))
      let low = unsafe source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let high = unsafe source.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
      unsafe table[Int(truncatingIfNeeded: low &>> bitShift)] &+= 1
      unsafe table[Int(truncatingIfNeeded: high &>> bitShift)] &+= 1
    }
    if vectorizedCount < values.count {
      let value = unsafe values[vectorizedCount]
      unsafe table[Int(truncatingIfNeeded: value.bitPattern &>> bitShift)] &+= 1
      // The shift lies at no distance from itself: it fills the vector without a trace in the sums.
      vectors.add(SIMD2(value, vectors.shift))
      if vectors.shift == 0 { vectors.discountZero() }
    }
    return unsafe survey(values, vectors)
  }

  /// Accepts the sums, or makes them anew in another unit.
  private static func survey(_ values: UnsafeBufferPointer<Double>, _ vectors: DoubleVectors)
    -> BlockSurvey
  {
    var survey = vectors.survey(count: values.count)
    let magnitude = max(-survey.minimum, survey.maximum)
    // Between these squares of distances and their sums neither overflow nor underflow.
    if survey.isFinite && (magnitude == 0 || magnitude > 0x1p-400 && magnitude < 0x1p400) {
      return survey
    }
    survey.isFinite = unsafe values.allSatisfy(\.isFinite)
    if survey.isFinite {
      survey.moments = unsafe moments(values, exponent: magnitude > 1 ? 600 : -600)
    }
    return survey
  }

  /// The moments in units of 2^`exponent`.
  private static func moments(_ values: UnsafeBufferPointer<Double>, exponent: Int) -> Moments {
    let factor = Double(sign: .plus, exponent: -exponent, significand: 1)
    let shift = unsafe values[0] * factor
    var sums = ShiftedSums(distances: 0, squares: 0)
    for index in 0..<values.count {
      // The index is below the number of values.
      let distance = unsafe values[index] * factor - shift
      sums.distances += distance
      sums.squares += distance * distance
    }
    return sums.moments(count: values.count, shift: shift, exponent: exponent)
  }
}

/// Extremes, zeros and sums of doubles, two at a time.
private struct DoubleVectors {
  let shift: Double
  private var minima = SIMD2<Double>(repeating: .infinity)
  private var maxima = SIMD2<Double>(repeating: -.infinity)
  private var zeroCounts = SIMD2<Int64>(repeating: 0)
  private var distances = SIMD2<Double>(repeating: 0)
  private var squares = SIMD2<Double>(repeating: 0)

  init(shift: Double) {
    self.shift = shift
  }

  @inline(__always) mutating func add(_ values: SIMD2<Double>) {
    minima.replace(with: values, where: values .< minima)
    maxima.replace(with: values, where: values .> maxima)
    zeroCounts.replace(with: zeroCounts &+ 1, where: values .== 0)
    let distance = values - SIMD2<Double>(repeating: shift)
    distances += distance
    squares += distance * distance
  }

  mutating func discountZero() {
    zeroCounts[0] -= 1
  }

  func survey(count: Int) -> BlockSurvey {
    let sums = ShiftedSums(distances: distances.sum(), squares: squares.sum())
    return BlockSurvey(
      isFinite: sums.squares.isFinite, minimum: minima.min(), maximum: maxima.max(),
      zeroCount: Int(zeroCounts.wrappedSum()),
      moments: sums.moments(count: count, shift: shift, exponent: 0))
  }
}
