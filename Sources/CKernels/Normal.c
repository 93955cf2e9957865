#include "CKernels.h"

#include <math.h>

#include "Dispatch.h"
#include "Log.h"
#include "Temper.h"

#pragma STDC FP_CONTRACT OFF

// G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM Review 6
// (1964), in the form of libstdc++ 4.8, whose second deviate of a pair is thrown away.

enum { most_pairs = ck_twister_word_count / 2 };

/// The second coordinate of each point, and the square of its distance from the centre.
INLINE void place(const uint32_t *restrict words, size_t count, float *restrict ys, float *restrict squares) {
  for (size_t pair = 0; pair < count; pair++) {
    float x = 2.0f * unit(temper(words[2 * pair])) - 1.0f;
    float y = 2.0f * unit(temper(words[2 * pair + 1])) - 1.0f;
    ys[pair] = y;
    squares[pair] = x * x + y * y;
  }
}

/// Moves the points inside the circle to the front, `wanted` at most.
INLINE size_t keep(float *ys, float *squares, size_t count, size_t wanted, size_t *used) {
  size_t kept = 0, pair = 0;
  for (; pair < count && kept < wanted; pair++) {
    float y = ys[pair], square = squares[pair];
    ys[kept] = y;
    squares[kept] = square;
    kept += (size_t)((square > 0.0f) & (square <= 1.0f));
  }
  *used = pair;
  return kept;
}

INLINE void scale(
    const float *restrict ys, const float *restrict squares, size_t count, float mean, float sigma,
    float *restrict out) {
  for (size_t k = 0; k < count; k++) {
    float factor = __builtin_elementwise_sqrt(-2.0f * logarithm(squares[k]) / squares[k]);
    out[k] = ys[k] * factor * sigma + mean;
  }
}

INLINE size_t normal(
    const uint32_t *words, size_t pair_count, size_t wanted, float mean, float sigma, float *out,
    size_t *used) {
  float ys[most_pairs], squares[most_pairs];
  if (pair_count > most_pairs) pair_count = most_pairs;
  place(words, pair_count, ys, squares);
  size_t kept = keep(ys, squares, pair_count, wanted, used);
  scale(ys, squares, kept, mean, sigma, out);
  return kept;
}

VERSIONS(
    size_t, ck_normal,
    (const uint32_t *words, size_t pair_count, size_t wanted, float mean, float sigma, float *out,
     size_t *used),
    (words, pair_count, wanted, mean, sigma, out, used), normal)

VERSIONS(float, ck_log, (float x), (x), logarithm)
