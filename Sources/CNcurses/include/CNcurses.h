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
  /// The mouse did something: ask nc_mouse.
  nc_key_mouse,
  /// Pasted text begins.
  nc_key_paste_start,
  /// Pasted text has ended.
  nc_key_paste_end,
  /// Function key n is this plus n.
  nc_key_function = 100,
};

enum {
  nc_mouse_other = 0,
  nc_mouse_press = 1,
  nc_mouse_wheel_up = 2,
  nc_mouse_wheel_down = 3,
};

/// Takes over the terminal named `terminal` on two file descriptors; returns a status from above.
///
/// Until nc_close, every signal that ends the process restores the terminal first. The encoding is
/// the locale's, or UTF-8 where that is preferred and the locale has another.
int32_t nc_open(const char *terminal, int32_t input, int32_t output, bool prefers_utf8);

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

/// The number of colours: 0, 8, 16, 256, or 2^24 when a colour's number is its red, green and blue.
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

/// Has ncurses know that the terminal draws a character two cells wide.
void nc_mark_wide(uint32_t scalar);

/// Draws a cluster that takes `width` cells; false if the C library gives it another width.
bool nc_put(
  int32_t row, int32_t column, const uint32_t *scalars, int32_t count, int32_t width,
  uint32_t attributes, int32_t pair);

/// What is drawn at a cell, for tests: up to 5 scalars, attributes and colours; the scalars' number.
int32_t nc_cell(
  int32_t row, int32_t column, uint32_t *scalars, uint32_t *attributes, int32_t *foreground,
  int32_t *background);

/// Sends what changed and leaves the cursor at a cell, seen or not; no cell when `row` is negative.
void nc_flush(int32_t row, int32_t column, bool shows_cursor);

/// Asks the terminal to show each frame at once (mode 2026); only where it has said that it can.
void nc_synchronize_frames(void);

/// Sends everything again, for a terminal that something else wrote on.
void nc_redraw(void);

/// Reads one pending key without waiting and returns an nc_input kind.
int32_t nc_read(uint32_t *value);

/// What the mouse did, asked when nc_read has returned nc_key_mouse, and where.
int32_t nc_mouse(int32_t *row, int32_t *column);

/// Has the terminal report the mouse, or leaves the mouse to the terminal.
void nc_report_mouse(bool is_wanted);

/// Has the terminal mark pasted text, if it knows how.
void nc_mark_pasting(void);

/// Sends a question that ends with one for device attributes; returns the bytes of the answers.
///
/// The answer is complete when it ends with the attributes; else the terminal was not in time.
int32_t nc_ask(const char *question, uint8_t *answer, int32_t capacity, int32_t milliseconds);

/// Puts a byte back that nc_ask has read and nobody wanted; the last one is read first.
void nc_unread(uint8_t byte);

/// Sends text that ncurses must not know of.
void nc_write(const char *text);

/// Adds to what restores the terminal, whatever ends or stops the process.
void nc_write_on_leaving(const char *text);

/// Whether the input has ended, asked when nc_read has found nothing.
bool nc_input_ended(void);

#endif
