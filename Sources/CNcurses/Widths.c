#define _XOPEN_SOURCE 700

#include "CNcurses.h"

#include <wchar.h>

// One bit for each character that the C library takes to be narrow, and this terminal draws wide.
static uint8_t wide[0x110000 / 8];

void nc_mark_wide(uint32_t scalar) {
  if (scalar < 0x110000) wide[scalar / 8] |= (uint8_t)(1u << scalar % 8);
}

// ncurses counts cells by this name, and finds ours before that of the C library, which knows no
// ambiguous characters. The function for strings has the C library's own answer.
int wcwidth(wchar_t character) {
  uint32_t scalar = (uint32_t)character;
  if (scalar < 0x110000 && wide[scalar / 8] & 1u << scalar % 8) return 2;
  return wcswidth(&character, 1);
}
