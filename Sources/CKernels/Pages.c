#if defined(__linux__)
#define _GNU_SOURCE
#include <sys/mman.h>
#endif

#include "CKernels.h"

/// The size of a large page on x86-64 and on arm64 with pages of 4 KiB.
enum { large_page = 2 << 20 };

void ck_prefer_large_pages(void *start, size_t byte_count) {
#if defined(MADV_HUGEPAGE)
  uintptr_t first = ((uintptr_t)start + large_page - 1) / large_page * large_page;
  uintptr_t end = ((uintptr_t)start + byte_count) / large_page * large_page;
  // Advice only: where it is refused, everything works as before.
  if (first < end) (void)madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
  (void)start;
  (void)byte_count;
#endif
}
