#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

/// A stream of deflated bytes that is being inflated.
typedef struct cz_inflater cz_inflater;

/// What an attempt to inflate came to.
typedef enum {
  /// There may be more, when there is more input or more room.
  cz_more,
  /// The stream ended.
  cz_end,
  /// The bytes are no deflated stream, or there is no memory.
  cz_damaged,
} cz_result;

/// Begins a stream without a header of its own, as archives have it; null if there is no memory.
cz_inflater *cz_inflater_make(void);

/// Ends a stream.
void cz_inflater_free(cz_inflater *inflater);

/// Inflates as much as fits.
///
/// @param used How many bytes of the input were taken.
/// @param written How many bytes of the output were written.
cz_result cz_inflate(
    cz_inflater *inflater, const uint8_t *input, size_t input_count, size_t *used, uint8_t *output,
    size_t output_count, size_t *written);

/// Goes on with a CRC-32, which begins with 0.
uint32_t cz_crc32(uint32_t crc, const uint8_t *bytes, size_t count);

#endif
