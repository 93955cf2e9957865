#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// A narrow facade over ncursesw on plain integers.
//
// <curses.h> is included by CNcurses.c only. Swift therefore never sees stdscr, COLS or the
// attribute macros: in Swift 6 mode the globals are rejected as shared mutable state, and most of
// the macros are not imported at all. Everything works on one screen and one thread at a time.

enum {
  nc_attribute_bold = 1,
  nc_attribute_dim = 2,
  nc_attribute_reversed = 4,
};

enum {
  nc_opened = 0,
  /// terminfo does not know the terminal.
  nc_unknown_terminal = 1,
  /// The terminal cannot place its cursor.
  nc_no_cursor_addressing = 2,
  /// The files are no terminal, or ncurses could not start on them.
  nc_cannot_start = 3,
};

enum {
  nc_input_none = 0,
  nc_input_scalar = 1,
  nc_input_key = 2,
};

enum {
  nc_key_other = 0,
  nc_key_up,
  nc_key_down,
  nc_key_left,
  nc_key_right,
  nc_key_home,
  nc_key_end,
  nc_key_page_up,
  nc_key_page_down,
  nc_key_insert,
  nc_key_delete,
  nc_key_backspace,
  nc_key_enter,
  nc_key_back_tab,
  /// Function key n is this plus n.
  nc_key_function = 100,
};

/// Takes over the terminal named `terminal` on two file descriptors; returns a status from above.
///
/// Until nc_close, every signal that ends the process restores the terminal first.
int32_t nc_open(const char *terminal, int32_t input, int32_t output);

/// Gives the terminal back. Does nothing when it is not open.
void nc_close(void);

/// Restores the terminal and stops the process group as Control-Z does; call nc_resume later.
void nc_suspend(void);

/// Takes the terminal over again after the process was continued, and draws everything.
///
/// In the background it stops the process again instead, and returns false.
bool nc_resume(void);

/// Whether the terminal's encoding, or the one chosen instead, is UTF-8.
bool nc_is_utf8(void);

/// The number of colours: 0, 8, 256, or 2^24 when a colour's number is its red, green and blue.
int32_t nc_color_count(void);

/// The number of colour pairs, the default pair 0 included.
int32_t nc_pair_count(void);

/// Defines a pair of colours; -1 is the terminal's own. Returns false if ncurses refused it.
bool nc_define_pair(int32_t pair, int32_t foreground, int32_t background);

/// Adopts the window's size within 1 to `most` cells each way; a size of zero changes nothing.
void nc_adopt_window_size(int32_t most);

int32_t nc_rows(void);
int32_t nc_columns(void);

/// Blanks what will be drawn; nothing is sent.
void nc_erase(void);

/// Draws a cluster that takes `width` cells; false if the C library gives it another width.
bool nc_put(
  int32_t row, int32_t column, const uint32_t *scalars, int32_t count, int32_t width,
  uint32_t attributes, int32_t pair);

/// Sends what changed, then shows the cursor at a cell, or hides it when `row` is negative.
void nc_flush(int32_t row, int32_t column);

/// Sends everything again, for a terminal that something else wrote on.
void nc_redraw(void);

/// Sends bytes to the terminal as they are, between two frames.
void nc_send(const char *bytes, int32_t count);

/// Reads one pending key without waiting and returns an nc_input kind.
int32_t nc_read(uint32_t *value);

/// Whether the input has ended, asked when nc_read has found nothing.
bool nc_input_ended(void);

#endif
