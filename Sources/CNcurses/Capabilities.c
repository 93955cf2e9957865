#define _GNU_SOURCE 1

#include <curses.h>
#include <string.h>
#include <term.h>

#include "CNcurses.h"
#include "Capabilities.h"

static bool exists(const char *text) { return text != NULL && text != (char *)-1; }

static char *string_of(const char *name) { return tigetstr((char *)name); }

// Appends a terminal's string without the waiting times "$<5/>" that only ncurses understands.
static void append(char *text, size_t capacity, const char *capability) {
  if (!exists(capability)) return;
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

static void append_named(char *text, size_t capacity, const char *name) {
  append(text, capacity, string_of(name));
}

// The reports of presses and the wheel, in the form that reaches beyond column 223 where the
// terminal has it.
static void look_up_mouse(struct nc_capabilities *found) {
  if (!exists(string_of("kmous"))) return;
  char *mode = string_of("XM");
  if (exists(mode)) {
    append(found->mouse_on, sizeof found->mouse_on, tparm(mode, 1L));
    append(found->mouse_off, sizeof found->mouse_off, tparm(mode, 0L));
  } else {
    strcpy(found->mouse_on, "\033[?1000h");
    strcpy(found->mouse_off, "\033[?1000l");
  }
}

static void look_up_pasting(struct nc_capabilities *found) {
  append_named(found->paste_on, sizeof found->paste_on, "BE");
  append_named(found->paste_off, sizeof found->paste_off, "BD");
  append_named(found->paste_start, sizeof found->paste_start, "PS");
  append_named(found->paste_end, sizeof found->paste_end, "PE");
  if (found->paste_start[0] == 0 || found->paste_end[0] == 0) found->paste_on[0] = 0;
}

static void compose(struct nc_capabilities *found) {
  append_named(found->enter, sizeof found->enter, "smcup");
  append_named(found->enter, sizeof found->enter, "smkx");
  append(found->leave_own, sizeof found->leave_own, found->mouse_off);
  append(found->leave_own, sizeof found->leave_own, found->paste_off);
  append(found->leave, sizeof found->leave, found->leave_own);
  const char *names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
    append_named(found->leave, sizeof found->leave, names[i]);
  }
  found->has_second_screen = exists(string_of("rmcup"));
  if (found->has_second_screen) return;
  // Without a second screen, the shell goes on below this one; terminals clip the row.
  append(found->leave, sizeof found->leave, tparm(string_of("cup"), 998L, 0L));
  append(found->leave, sizeof found->leave, "\r\n");
}

int32_t nc_look_up(const char *terminal, int output, struct nc_capabilities *capabilities) {
  int found = 0;
  use_extended_names(true);
  if (setupterm((char *)terminal, output, &found) != OK || found != 1) return nc_unknown_terminal;
  bool can_address = exists(string_of("cup"));
  if (can_address) {
    memset(capabilities, 0, sizeof *capabilities);
    look_up_mouse(capabilities);
    look_up_pasting(capabilities);
    compose(capabilities);
    capabilities->wraps_at_once = tigetflag("am") > 0 && tigetflag("xenl") <= 0;
  }
  del_curterm(cur_term);
  return can_address ? nc_opened : nc_no_cursor_addressing;
}
