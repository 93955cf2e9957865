#ifndef CKERNELS_TEMPER_H
#define CKERNELS_TEMPER_H

#include <stdint.h>

#include "Dispatch.h"

/// The output of a Mersenne twister for one of its words.
INLINE uint32_t temper(uint32_t word) {
  word ^= word >> 11;
  word ^= (word << 7) & 0x9D2C5680u;
  word ^= (word << 15) & 0xEFC60000u;
  return word ^ (word >> 18);
}

/// A word rounded to the nearest float, over 2^32: from 0 to 1, both possible.
INLINE float unit(uint32_t word) {
  // Both halves are exact in a float, and so is the upper one times 2^16: one rounding in the sum.
  float upper = (float)(int32_t)(word >> 16) * 65536.0f;
  float lower = (float)(int32_t)(word & 0xFFFFu);
  return (upper + lower) * 0x1p-32f;
}

#endif
