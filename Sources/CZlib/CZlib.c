#include "CZlib.h"

#if !__has_include(<zlib.h>)
#error "zlib.h is missing. On Debian: apt-get install zlib1g-dev"
#endif
#include <zlib.h>

#include <stdlib.h>

struct cz_inflater {
  z_stream stream;
};

cz_inflater *cz_inflater_make(void) {
  cz_inflater *inflater = calloc(1, sizeof *inflater);
  // A negative window size stands for a stream without a header.
  if (inflater && inflateInit2(&inflater->stream, -MAX_WBITS) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

void cz_inflater_free(cz_inflater *inflater) {
  inflateEnd(&inflater->stream);
  free(inflater);
}

/// zlib counts in 32 bits; the rest is left for the next call.
static uInt limited(size_t count) { return count > UINT32_MAX ? UINT32_MAX : (uInt)count; }

cz_result cz_inflate(
    cz_inflater *inflater, const uint8_t *input, size_t input_count, size_t *used, uint8_t *output,
    size_t output_count, size_t *written) {
  z_stream *stream = &inflater->stream;
  uInt in = limited(input_count), out = limited(output_count);
  // zlib does not write to its input, although an old interface says so.
  stream->next_in = (Bytef *)(uintptr_t)input;
  stream->avail_in = in;
  stream->next_out = output;
  stream->avail_out = out;
  int result = inflate(stream, Z_NO_FLUSH);
  *used = in - stream->avail_in;
  *written = out - stream->avail_out;
  if (result == Z_STREAM_END) return cz_end;
  // Z_BUF_ERROR says that nothing could be done: the caller sees that nothing was used or written.
  return result == Z_OK || result == Z_BUF_ERROR ? cz_more : cz_damaged;
}

uint32_t cz_crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(crc, bytes, count);
}
