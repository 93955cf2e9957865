#include "CKernels.h"

#include "Dispatch.h"
#include "Temper.h"

#pragma STDC FP_CONTRACT OFF

INLINE void uniform(
    const uint32_t *restrict words, size_t count, float low, float width, float *restrict out) {
  for (size_t k = 0; k < count; k++) out[k] = low + width * unit(temper(words[k]));
}

VERSIONS(
    void, ck_uniform,
    (const uint32_t *words, size_t count, float low, float width, float *out),
    (words, count, low, width, out), uniform)
