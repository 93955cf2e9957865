private import CKernels

extension Float: ScanLane {
  static func decode(
    _ source: UnsafeRawBufferPointer, as elementType: ElementType, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Float>
  ) {
    unsafe elementType.decode(source, elementCount: elementCount, to: output)
  }

  /// Distances of any two finite floats and their squares fit a double, so no unit is needed, and the
  /// sum of squares is finite only if all values are.
  static func survey(
    _ values: UnsafeBufferPointer<Float>, countingInto table: UnsafeMutableBufferPointer<UInt32>,
    shift: Int
  ) -> BlockSurvey {
    var survey = ck_survey()
    // The block has as many values as are looked at. What `shift` leaves of a bit pattern is an index
    // of the table, and no counter reaches 2^32.
    unsafe ck_survey_floats(
      values.baseAddress, values.count, UInt32(shift), table.baseAddress, &survey)
    let sums = ShiftedSums(distances: survey.distances, squares: survey.squares)
    return BlockSurvey(
      isFinite: sums.squares.isFinite, minimum: Double(survey.minimum),
      maximum: Double(survey.maximum), zeroCount: Int(survey.zero_count),
      moments: sums.moments(count: values.count, shift: unsafe Double(values[0]), exponent: 0))
  }
}
