#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "Optimizers.h"
#include "Surveys.h"

/// The words of one Mersenne twister.
enum { ck_twister_word_count = 624 };

/// Seeds a Mersenne twister; its first block is made by `ck_advance`.
void ck_seed(uint32_t *words, uint32_t seed);

/// Makes the next block of 624 words of a Mersenne twister, not tempered yet.
void ck_advance(uint32_t *words);

/// Tempers `count` words, and writes `low + width * (word / 2^32)` for each, rounded to float after every
/// operation.
void ck_uniform(const uint32_t *words, size_t count, float low, float width, float *out);

/// Draws normal deviates by the polar method from pairs of words of one block.
///
/// Each is `y * sqrt(-2 log(s) / s) * sigma + mean`, rounded to float after every operation, with the
/// bits of glibc's `logf`.
///
/// @param words `2 * pair_count` words that are not tempered yet, 624 at most.
/// @param wanted The most deviates to write.
/// @param used The number of pairs that were looked at; fewer than all if enough deviates were found.
/// @return The number of deviates that were written.
size_t ck_normal(
    const uint32_t *words, size_t pair_count, size_t wanted, float mean, float sigma, float *out,
    size_t *used);

/// Asks the system for large pages behind a large array that is about to be written for the first time,
/// which makes that several times faster; does nothing where there are none.
void ck_prefer_large_pages(void *start, size_t byte_count);

/// The logarithm of a positive finite number that is not subnormal, with the bits of glibc's `logf`.
float ck_log(float x);

#endif
