#ifndef CAPABILITIES_H
#define CAPABILITIES_H

#include <stdbool.h>
#include <stdint.h>

/// Synchronized output (mode 2026): the terminal shows what lies between at once.
#define NC_FRAME_START "\033[?2026h"
#define NC_FRAME_END "\033[?2026l"

/// What terminfo says of a terminal, as far as ncurses does not use it itself.
struct nc_capabilities {
  /// Takes the terminal over again after a stop.
  char enter[256];
  /// Restores the terminal, whatever state it is in.
  char leave[768];
  /// Ends what was begun here and not by ncurses.
  char leave_own[256];
  /// Switches the reports of the mouse on and off; empty without a mouse.
  char mouse_on[64], mouse_off[64];
  /// Asks that pasted text be marked, and no longer; empty where that is unknown.
  char paste_on[32], paste_off[32];
  /// What comes before and after pasted text.
  char paste_start[32], paste_end[32];
  bool has_second_screen;
  /// The cursor goes to the next row as soon as the last column is written, as far as is known.
  bool wraps_at_once;
};

/// Asks terminfo about a terminal; returns a status of nc_open.
int32_t nc_look_up(const char *terminal, int output, struct nc_capabilities *capabilities);

#endif
