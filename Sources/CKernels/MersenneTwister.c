#include "CKernels.h"

#include "Dispatch.h"

// M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), reference code of 2002.

enum { shift = 397 };

void ck_seed(uint32_t *words, uint32_t seed) {
  words[0] = seed;
  for (uint32_t i = 1; i < ck_twister_word_count; i++)
    words[i] = 1812433253u * (words[i - 1] ^ (words[i - 1] >> 30)) + i;
}

/// Mixes `count` words. The words read lie at least 227 places ahead of those written, or were
/// written by an earlier loop, so that the compiler may take several at once.
INLINE void mix(uint32_t *words, const uint32_t *far, size_t count) {
#pragma clang loop vectorize(assume_safety)
  for (size_t k = 0; k < count; k++) {
    uint32_t joined = (words[k] & 0x80000000u) | (words[k + 1] & 0x7FFFFFFFu);
    words[k] = far[k] ^ (joined >> 1) ^ ((0u - (joined & 1u)) & 0x9908B0DFu);
  }
}

INLINE void advance(uint32_t *words) {
  const size_t tail = ck_twister_word_count - shift;
  mix(words, words + shift, tail);
  mix(words + tail, words, tail);
  mix(words + 2 * tail, words + tail, ck_twister_word_count - 1 - 2 * tail);
  uint32_t *last = words + ck_twister_word_count - 1;
  uint32_t joined = (*last & 0x80000000u) | (words[0] & 0x7FFFFFFFu);
  *last = words[shift - 1] ^ (joined >> 1) ^ ((0u - (joined & 1u)) & 0x9908B0DFu);
}

VERSIONS(void, ck_advance, (uint32_t *words), (words), advance)
