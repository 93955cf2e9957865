#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1

#if __has_include(<curses.h>)
#include <curses.h>
#include <term.h>
#else
#error "curses.h not found: install libncurses-dev (Debian, Ubuntu) or ncurses (Homebrew)"
#endif

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "CNcurses.h"
#include "TerminalGuard.h"

static SCREEN *screen;
static FILE *input_stream, *output_stream;
static struct termios program_modes;
static char enter_text[256];
static bool has_second_screen, has_default_colors, has_direct_color;

// MARK: Opening and closing

// Appends a terminal's string without the waiting times "$<5/>" that only ncurses understands.
static void append_capability(char *text, size_t capacity, const char *capability) {
  if (capability == NULL || capability == (const char *)-1) return;
  size_t length = strlen(text);
  while (*capability != 0 && length + 1 < capacity) {
    const char *end = capability[0] == '$' && capability[1] == '<' ? strchr(capability, '>') : NULL;
    if (end != NULL) {
      capability = end + 1;
    } else {
      text[length++] = *capability++;
    }
  }
  text[length] = 0;
}

static char *capability(const char *name) { return tigetstr((char *)name); }

static void compose_reset(char *text, size_t capacity) {
  const char *names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
    append_capability(text, capacity, capability(names[i]));
  }
  char *leave = capability("rmcup");
  has_second_screen = leave != NULL && leave != (char *)-1;
  if (has_second_screen) return;
  // Without a second screen, the shell goes on below this one; terminals clip the row.
  append_capability(text, capacity, tparm(capability("cup"), 998L, 0L));
  append_capability(text, capacity, "\r\n");
}

static void choose_encoding(void) {
  // Only the encoding: numbers keep their decimal point.
  setlocale(LC_CTYPE, "");
  if (!nc_is_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
}

// newterm would accept some terminals that cannot show a screen, so terminfo is asked first. On the
// way it tells how to enter and leave that terminal.
static int32_t look_up(const char *terminal, int output, char *reset, size_t reset_capacity) {
  int found = 0;
  use_extended_names(true);
  if (setupterm((char *)terminal, output, &found) != OK || found != 1) return nc_unknown_terminal;
  char *address = capability("cup");
  bool can_address = address != NULL && address != (char *)-1;
  if (can_address) {
    enter_text[0] = reset[0] = 0;
    append_capability(enter_text, sizeof enter_text, capability("smcup"));
    append_capability(enter_text, sizeof enter_text, capability("smkx"));
    compose_reset(reset, reset_capacity);
  }
  del_curterm(cur_term);
  return can_address ? nc_opened : nc_no_cursor_addressing;
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
  if (input_stream != NULL) fclose(input_stream);
  if (output_stream != NULL) fclose(output_stream);
  input_stream = output_stream = NULL;
}

int32_t nc_open(const char *terminal, int32_t input, int32_t output) {
  choose_encoding();
  struct termios shell_modes;
  if (tcgetattr(input, &shell_modes) != 0) return nc_cannot_start;
  char reset[512];
  int32_t status = look_up(terminal, output, reset, sizeof reset);
  if (status != nc_opened) return status;

  // Copies, because closing a stream closes its file.
  input_stream = fdopen(dup(input), "r");
  output_stream = fdopen(dup(output), "w");
  if (input_stream != NULL && output_stream != NULL) {
    // Before ncurses, which handles only signals that nobody else does.
    nc_guard_install(fileno(input_stream), fileno(output_stream), &shell_modes, reset);
    screen = newterm((char *)terminal, output_stream, input_stream);
    if (screen == NULL) nc_guard_remove();
  }
  if (screen == NULL) {
    close_streams();
    return nc_cannot_start;
  }
  configure();
  tcgetattr(input, &program_modes);
  return nc_opened;
}

void nc_close(void) {
  if (screen == NULL) return;
  endwin();
  // ncurses stops at the start of the last row; the prompt of the shell must not overwrite it.
  if (!has_second_screen) nc_guard_write(fileno(output_stream), "\r\n");
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
  if (tcgetpgrp(fileno(input_stream)) != getpgrp()) {
    kill(0, SIGTTOU);
    return false;
  }
  tcsetattr(fileno(input_stream), TCSADRAIN, &program_modes);
  nc_guard_write(fileno(output_stream), enter_text);
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
  return COLORS >= 256 ? 256 : COLORS >= 8 ? 8 : 0;
}

int32_t nc_pair_count(void) { return COLOR_PAIRS; }

int32_t nc_rows(void) { return getmaxy(stdscr); }
int32_t nc_columns(void) { return getmaxx(stdscr); }

void nc_adopt_window_size(int32_t most) {
  struct winsize window;
  if (ioctl(fileno(output_stream), TIOCGWINSZ, &window) != 0) return;
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

void nc_flush(int32_t row, int32_t column) {
  bool is_shown = row >= 0;
  if (!is_shown) curs_set(0);
  wmove(stdscr, is_shown ? row : getmaxy(stdscr) - 1, is_shown ? column : 0);
  wrefresh(stdscr);
  if (is_shown) {
    curs_set(1);
    fflush(output_stream);
  }
}

void nc_redraw(void) { wrefresh(curscr); }

void nc_send(const char *bytes, int32_t count) {
  // ncurses has flushed the last frame, and keeps nothing back.
  while (count > 0) {
    ssize_t sent = write(fileno(output_stream), bytes, (size_t)count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    bytes += sent;
    count -= (int32_t)sent;
  }
}

// MARK: Keys

static uint32_t portable_key(wint_t key) {
  switch (key) {
    case KEY_UP: return nc_key_up;
    case KEY_DOWN: return nc_key_down;
    case KEY_LEFT: return nc_key_left;
    case KEY_RIGHT: return nc_key_right;
    case KEY_HOME:
    case KEY_FIND: return nc_key_home;
    case KEY_END:
    case KEY_SELECT: return nc_key_end;
    case KEY_PPAGE: return nc_key_page_up;
    case KEY_NPAGE: return nc_key_page_down;
    case KEY_IC: return nc_key_insert;
    case KEY_DC: return nc_key_delete;
    case KEY_BACKSPACE: return nc_key_backspace;
    case KEY_ENTER: return nc_key_enter;
    case KEY_BTAB: return nc_key_back_tab;
    default: break;
  }
  return key >= KEY_F(1) && key <= KEY_F(12) ? nc_key_function + (key - KEY_F0) : nc_key_other;
}

int32_t nc_read(uint32_t *value) {
  // The main queue moves between threads, and what a key starts runs where the key was read.
  nc_guard_protect_thread();
  wint_t key;
  int status = wget_wch(stdscr, &key);
  if (status == ERR) return nc_input_none;
  *value = status == KEY_CODE_YES ? portable_key(key) : (uint32_t)key;
  return status == KEY_CODE_YES ? nc_input_key : nc_input_scalar;
}

bool nc_input_ended(void) {
  struct pollfd input = {.fd = fileno(input_stream), .events = POLLIN};
  if (poll(&input, 1, 0) <= 0) return false;
  if (input.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
  int pending = 0;
  return ioctl(input.fd, FIONREAD, &pending) != 0 || pending == 0;
}
