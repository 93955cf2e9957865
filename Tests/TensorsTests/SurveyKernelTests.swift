import CKernels
import Testing

struct SurveyKernelTests {
  /// Values of all magnitudes, some of them zero.
  static func values(_ count: Int) -> [Float] {
    (0..<count).map { index in
      let mixed = UInt64(truncatingIfNeeded: index + 1) &* 0x9E37_79B9_7F4A_7C15
      let sign: Float = mixed >> 63 == 0 ? 1 : -1
      return mixed >> 40 & 15 == 0
        ? 0 * sign
        : sign * Float(mixed >> 41 & 0xFFFF)
          * Float(sign: .plus, exponent: Int(mixed & 31) - 20, significand: 1)
    }
  }

  @Test(arguments: [1, 2, 15, 16, 17, 31, 100, 4095, 4096], [8, 14, 20] as [UInt32])
  func `a survey has the bits of sixteen plain sums, whatever the processor`(
    count: Int, shift: UInt32
  ) {
    for values in [Self.values(count), [Float](repeating: 0, count: count)] {
      var table = [UInt32](repeating: 0, count: 1 << (32 - shift))
      var survey = ck_survey()
      unsafe ck_survey_floats(values, count, shift, &table, &survey)
      var distances = [Double](repeating: 0, count: 16)
      var squares = distances
      var counts = [UInt32](repeating: 0, count: 1 << (32 - shift))
      for (index, value) in values.enumerated() {
        let distance = Double(value) - Double(values[0])
        distances[index % 16] += distance
        squares[index % 16] += distance * distance
        counts[Int(value.bitPattern >> shift)] += 1
      }
      #expect(table == counts)
      #expect(survey.distances == distances.reduce(0, +))
      #expect(survey.squares == squares.reduce(0, +))
      #expect(survey.minimum == values.min() && survey.maximum == values.max())
      #expect(Int(survey.zero_count) == values.count { $0 == 0 })
    }
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity], [0, 1, 15, 16, 18])
  func `the sum of squares tells of a value that is not finite`(value: Float, index: Int) {
    var values = Self.values(19)
    values[index] = value
    var table = [UInt32](repeating: 0, count: 1 << 12)
    var survey = ck_survey()
    unsafe ck_survey_floats(values, values.count, 20, &table, &survey)
    #expect(!survey.squares.isFinite)
    #expect(table.reduce(0, +) == 19)
  }
}
