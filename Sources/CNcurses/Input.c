#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1

#include <curses.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "CNcurses.h"
#include "Capabilities.h"
#include "Streams.h"
#include "TerminalGuard.h"

// Codes of our own, beyond those of curses and below those that terminfo's extensions may get.
enum { paste_start_key = KEY_MAX - 2, paste_end_key = KEY_MAX - 1 };

static const struct nc_capabilities *terminal;
static bool reports_mouse, marks_pasting;

void nc_configure_input(const struct nc_capabilities *capabilities) {
  terminal = capabilities;
  reports_mouse = marks_pasting = false;
  if (capabilities->paste_on[0] == 0) return;
  define_key(capabilities->paste_start, paste_start_key);
  define_key(capabilities->paste_end, paste_end_key);
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
    case KEY_MOUSE: return nc_key_mouse;
    case paste_start_key: return nc_key_paste_start;
    case paste_end_key: return nc_key_paste_end;
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
  struct pollfd input = {.fd = fileno(nc_input_stream), .events = POLLIN};
  if (poll(&input, 1, 0) <= 0) return false;
  if (input.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
  int pending = 0;
  return ioctl(input.fd, FIONREAD, &pending) != 0 || pending == 0;
}

// MARK: Mouse and pasting

void nc_report_mouse(bool is_wanted) {
  if (terminal->mouse_on[0] == 0) return;
  reports_mouse = is_wanted;
  // ncurses understands the reports once it has a mask, and asks the terminal for them itself.
  mmask_t mask = BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;
  mouseinterval(0);
  mousemask(is_wanted ? mask : 0, NULL);
  fflush(nc_output_stream);
}

void nc_mark_pasting(void) {
  marks_pasting = true;
  nc_write(terminal->paste_on);
}

void nc_resume_input(void) {
  if (reports_mouse) nc_write(terminal->mouse_on);
  if (marks_pasting) nc_write(terminal->paste_on);
}

int32_t nc_mouse(int32_t *row, int32_t *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return nc_mouse_other;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON1_PRESSED) return nc_mouse_press;
  if (event.bstate & BUTTON4_PRESSED) return nc_mouse_wheel_up;
  if (event.bstate & BUTTON5_PRESSED) return nc_mouse_wheel_down;
  return nc_mouse_other;
}

// MARK: Questions

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Whether the last bytes are the end of a primary device attributes report: ESC [ ? 6 2 ; 4 c.
static bool ends_with_attributes(const uint8_t *bytes, int32_t count) {
  int32_t at = count - 1;
  if (at < 0 || bytes[at] != 'c') return false;
  while (at > 0 && (bytes[at - 1] == ';' || (bytes[at - 1] >= '0' && bytes[at - 1] <= '9'))) at--;
  return at >= 3 && bytes[at - 1] == '?' && bytes[at - 2] == '[' && bytes[at - 3] == 27;
}

int32_t nc_ask(const char *question, uint8_t *answer, int32_t capacity, int32_t milliseconds) {
  fflush(nc_output_stream);
  nc_guard_write(fileno(nc_output_stream), question);
  int64_t deadline = milliseconds_now() + milliseconds;
  int32_t count = 0;
  while (count < capacity && !ends_with_attributes(answer, count)) {
    int64_t left = deadline - milliseconds_now();
    struct pollfd input = {.fd = fileno(nc_input_stream), .events = POLLIN};
    if (left <= 0 || poll(&input, 1, (int)left) <= 0) break;
    if (read(input.fd, answer + count, 1) != 1) break;
    count++;
  }
  return count;
}

void nc_unread(uint8_t byte) { ungetch(byte); }

void nc_write(const char *text) {
  fflush(nc_output_stream);
  nc_guard_write(fileno(nc_output_stream), text);
}
