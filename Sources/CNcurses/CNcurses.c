#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1

#if __has_include(<curses.h>)
#include <curses.h>
#include <term.h>
#else
#error "curses.h not found: install libncurses-dev (Debian, Ubuntu) or ncurses (Homebrew)"
#endif

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "CNcurses.h"
#include "Capabilities.h"
#include "Streams.h"
#include "TerminalGuard.h"

static SCREEN *screen;
FILE *nc_input_stream, *nc_output_stream;
static struct termios program_modes;
static struct nc_capabilities capabilities;
static bool has_default_colors, has_direct_color, has_synchronized_frames;

// MARK: Opening and closing

static void choose_encoding(bool prefers_utf8) {
  // Only the encoding: numbers keep their decimal point.
  setlocale(LC_CTYPE, "");
  if (prefers_utf8 && !nc_is_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
}

static void configure(void) {
  raw();
  noecho();
  nonl();
  curs_set(0);
  keypad(stdscr, true);
  nodelay(stdscr, true);
  set_escdelay(25);
  typeahead(-1);
  has_direct_color = tigetflag("RGB") > 0;
  if (has_colors()) {
    start_color();
    has_default_colors = use_default_colors() == OK;
  }
}

static void close_streams(void) {
  if (nc_input_stream != NULL) fclose(nc_input_stream);
  if (nc_output_stream != NULL) fclose(nc_output_stream);
  nc_input_stream = nc_output_stream = NULL;
}

int32_t nc_open(const char *terminal, int32_t input, int32_t output, bool prefers_utf8) {
  choose_encoding(prefers_utf8);
  struct termios shell_modes;
  if (tcgetattr(input, &shell_modes) != 0) return nc_cannot_start;
  // newterm would accept some terminals that cannot show a screen, so terminfo is asked first.
  int32_t status = nc_look_up(terminal, output, &capabilities);
  if (status != nc_opened) return status;

  // Copies, because closing a stream closes its file.
  nc_input_stream = fdopen(dup(input), "r");
  nc_output_stream = fdopen(dup(output), "w");
  if (nc_input_stream != NULL && nc_output_stream != NULL) {
    // Before ncurses, which handles only signals that nobody else does.
    nc_guard_install(
      fileno(nc_input_stream), fileno(nc_output_stream), &shell_modes, capabilities.leave);
    screen = newterm((char *)terminal, nc_output_stream, nc_input_stream);
    if (screen == NULL) nc_guard_remove();
  }
  if (screen == NULL) {
    close_streams();
    return nc_cannot_start;
  }
  has_synchronized_frames = false;
  configure();
  nc_configure_input(&capabilities);
  tcgetattr(input, &program_modes);
  return nc_opened;
}

void nc_close(void) {
  if (screen == NULL) return;
  endwin();
  // What ncurses does not know of: the mouse's reports, pasting, a frame that was not finished.
  nc_guard_write(fileno(nc_output_stream), capabilities.leave_own);
  // ncurses stops at the start of the last row; the prompt of the shell must not overwrite it.
  if (!capabilities.has_second_screen) nc_guard_write(fileno(nc_output_stream), "\r\n");
  nc_guard_remove();
  delscreen(screen);
  screen = NULL;
  close_streams();
}

void nc_suspend(void) {
  nc_guard_leave();
  kill(0, SIGTSTP);
}

bool nc_resume(void) {
  pid_t foreground = tcgetpgrp(fileno(nc_input_stream));
  // A terminal that is gone continues what it ends.
  if (foreground < 0) return false;
  if (foreground != getpgrp()) {
    kill(0, SIGTTOU);
    return false;
  }
  tcsetattr(fileno(nc_input_stream), TCSADRAIN, &program_modes);
  nc_guard_write(fileno(nc_output_stream), capabilities.enter);
  nc_resume_input();
  nc_guard_enter();
  // ncurses does not know that the cursor came back.
  curs_set(1);
  curs_set(0);
  nc_redraw();
  return true;
}

// MARK: Properties

bool nc_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int32_t nc_color_count(void) {
  if (!has_colors()) return 0;
  if (has_direct_color && COLORS >= 1 << 24) return 1 << 24;
  return COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0;
}

int32_t nc_pair_count(void) { return COLOR_PAIRS; }

int32_t nc_rows(void) { return getmaxy(stdscr); }

// Terminals disagree on where the cursor is behind the last column. Where terminfo says that it has
// gone to the next row, that column stays empty: most terminals of this name wait with it.
int32_t nc_columns(void) {
  int width = getmaxx(stdscr);
  return capabilities.wraps_at_once && width > 1 ? width - 1 : width;
}

void nc_adopt_window_size(int32_t most) {
  struct winsize window;
  if (ioctl(fileno(nc_output_stream), TIOCGWINSZ, &window) != 0) return;
  if (window.ws_row == 0 || window.ws_col == 0) return;
  int height = window.ws_row < most ? window.ws_row : most;
  int width = window.ws_col < most ? window.ws_col : most;
  if (is_term_resized(height, width)) resizeterm(height, width);
}

// MARK: Drawing

bool nc_define_pair(int32_t pair, int32_t foreground, int32_t background) {
  if (!has_default_colors && foreground < 0) foreground = COLOR_WHITE;
  if (!has_default_colors && background < 0) background = COLOR_BLACK;
  return init_extended_pair(pair, foreground, background) == OK;
}

int32_t nc_cell(
  int32_t row, int32_t column, uint32_t *scalars, uint32_t *attributes, int32_t *foreground,
  int32_t *background) {
  cchar_t cell;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t curses_attributes = 0;
  short short_pair = 0;
  int pair = 0;
  if (mvwin_wch(stdscr, row, column, &cell) == ERR) return 0;
  if (getcchar(&cell, text, &curses_attributes, &short_pair, &pair) == ERR) return 0;
  extended_pair_content(pair, foreground, background);
  *attributes = (curses_attributes & A_BOLD ? nc_attribute_bold : 0) |
                (curses_attributes & A_DIM ? nc_attribute_dim : 0) |
                (curses_attributes & A_REVERSE ? nc_attribute_reversed : 0);
  int32_t count = 0;
  while (count < CCHARW_MAX && text[count] != 0) {
    scalars[count] = (uint32_t)text[count];
    count++;
  }
  return count;
}

void nc_erase(void) { werase(stdscr); }

bool nc_put(
  int32_t row, int32_t column, const uint32_t *scalars, int32_t count, int32_t width,
  uint32_t attributes, int32_t pair) {
  if (count < 1 || wcwidth((wchar_t)scalars[0]) != width) return false;
  wchar_t text[CCHARW_MAX + 1];
  if (count > CCHARW_MAX) count = CCHARW_MAX;
  for (int32_t i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  text[count] = 0;

  attr_t curses_attributes = 0;
  if (attributes & nc_attribute_bold) curses_attributes |= A_BOLD;
  if (attributes & nc_attribute_dim) curses_attributes |= A_DIM;
  if (attributes & nc_attribute_reversed) curses_attributes |= A_REVERSE;

  cchar_t cell;
  if (setcchar(&cell, text, curses_attributes, 0, &pair) == ERR) return false;
  // At the bottom right, ncurses draws the cell and then fails to step behind it.
  mvwadd_wch(stdscr, row, column, &cell);
  return true;
}

void nc_write_on_leaving(const char *text) {
  size_t length = strlen(capabilities.leave_own);
  strncat(capabilities.leave_own, text, sizeof capabilities.leave_own - length - 1);
  nc_guard_append(text);
}

void nc_synchronize_frames(void) {
  has_synchronized_frames = true;
  nc_write_on_leaving(NC_FRAME_END);
}

void nc_flush(int32_t row, int32_t column, bool shows_cursor) {
  int file = fileno(nc_output_stream);
  if (!shows_cursor) curs_set(0);
  wmove(stdscr, row >= 0 ? row : getmaxy(stdscr) - 1, row >= 0 ? column : 0);
  fflush(nc_output_stream);
  if (has_synchronized_frames) nc_guard_write(file, NC_FRAME_START);
  wrefresh(stdscr);
  if (shows_cursor) {
    curs_set(1);
    fflush(nc_output_stream);
  }
  if (has_synchronized_frames) nc_guard_write(file, NC_FRAME_END);
}

void nc_redraw(void) { wrefresh(curscr); }
