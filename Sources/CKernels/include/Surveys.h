#ifndef CKERNELS_SURVEYS_H
#define CKERNELS_SURVEYS_H

#include <stddef.h>
#include <stdint.h>

/// What some floats contribute to statistics; meaningless unless the sum of squares is finite, which it
/// is if and only if all of them are.
typedef struct {
  float minimum, maximum;
  /// How many are zero, of either sign.
  uint32_t zero_count;
  /// The sum of the distances from the first float, and the sum of their squares.
  double distances, squares;
} ck_survey;

/// Surveys floats, and counts the leading bits of each.
///
/// Sixteen sums grow side by side, and are added in their order: the bits are the same on every processor.
///
/// @param count At least 1.
/// @param shift How many bits of a pattern are no leading bits, from 1 to 31.
/// @param table A counter for each pattern of leading bits.
void ck_survey_floats(
    const float *values, size_t count, unsigned shift, uint32_t *table, ck_survey *survey);

#endif
