#include "CKernels.h"

#include <math.h>
#include <string.h>

#include "Dispatch.h"

#pragma STDC FP_CONTRACT OFF

enum { lane_count = 16 };

typedef float floats __attribute__((vector_size(4 * lane_count)));
typedef float half_floats __attribute__((vector_size(2 * lane_count)));
typedef int32_t integers __attribute__((vector_size(4 * lane_count)));
typedef double half_doubles __attribute__((vector_size(4 * lane_count)));

/// What sixteen floats at a time add up to; sums are held in two halves.
typedef struct {
  floats minima, maxima;
  integers zero_counts;
  half_doubles distances[2], squares[2];
} lanes;

INLINE void add(lanes *sums, const float *values, double shift) {
  floats all;
  memcpy(&all, values, sizeof all);
  sums->minima = __builtin_elementwise_min(all, sums->minima);
  sums->maxima = __builtin_elementwise_max(all, sums->maxima);
  sums->zero_counts -= all == 0;
  for (int half = 0; half < 2; half++) {
    half_floats part;
    memcpy(&part, values + half * lane_count / 2, sizeof part);
    half_doubles distances = __builtin_convertvector(part, half_doubles) - shift;
    sums->distances[half] += distances;
    sums->squares[half] += distances * distances;
  }
}

/// Counts the leading bits of `count` floats, a multiple of four.
INLINE void count_leading(const float *values, int count, unsigned shift, uint32_t *table) {
  uint64_t mask = UINT32_MAX >> shift;
  for (int k = 0; k < count; k += 2) {
    uint64_t pair;
    memcpy(&pair, values + k, sizeof pair);
    table[pair >> shift & mask]++;
    table[pair >> (shift + 32)]++;
  }
}

INLINE void finish(const lanes *sums, ck_survey *survey) {
  *survey = (ck_survey){.minimum = INFINITY, .maximum = -INFINITY};
  for (int k = 0; k < lane_count; k++) {
    survey->minimum = sums->minima[k] < survey->minimum ? sums->minima[k] : survey->minimum;
    survey->maximum = sums->maxima[k] > survey->maximum ? sums->maxima[k] : survey->maximum;
    survey->zero_count += (uint32_t)sums->zero_counts[k];
    survey->distances += sums->distances[k / 8][k % 8];
    survey->squares += sums->squares[k / 8][k % 8];
  }
}

INLINE void survey_floats(
    const float *values, size_t count, unsigned shift, uint32_t *table, ck_survey *survey) {
  lanes sums = {.minima = (floats){0} + INFINITY, .maxima = (floats){0} - INFINITY};
  double origin = values[0];
  size_t whole = count & ~(size_t)(lane_count - 1);
  for (size_t k = 0; k < whole; k += lane_count) {
    add(&sums, values + k, origin);
    // Counters are stored while the sums are added: together they take no longer than alone.
    count_leading(values + k, lane_count, shift, table);
  }
  if (whole < count) {
    // The first value lies at no distance from itself: filling up with it leaves no trace in the sums.
    float rest[lane_count];
    for (size_t k = 0; k < lane_count; k++) rest[k] = values[whole + k < count ? whole + k : 0];
    add(&sums, rest, origin);
    if (origin == 0) sums.zero_counts[0] -= (int32_t)(whole + lane_count - count);
    for (size_t k = whole; k < count; k++) {
      uint32_t bits;
      memcpy(&bits, values + k, sizeof bits);
      table[bits >> shift]++;
    }
  }
  finish(&sums, survey);
}

WIDE_VERSIONS(
    void, ck_survey_floats,
    (const float *values, size_t count, unsigned shift, uint32_t *table, ck_survey *survey),
    (values, count, shift, table, survey), survey_floats)
