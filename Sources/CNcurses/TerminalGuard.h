#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stdbool.h>
#include <termios.h>

// Restores the terminal whatever ends or stops the process.

/// Remembers what restores the terminal, and handles every signal that ends or stops the process.
void nc_guard_install(
  int input, int output, const struct termios *shell_modes, const char *reset);

/// Adds to what restores the terminal, before everything else.
void nc_guard_append(const char *text);

/// Puts the signal handlers back that were there before.
void nc_guard_remove(void);

/// Restores the terminal, unless it is restored already. Async-signal-safe.
void nc_guard_leave(void);

/// Says that the terminal is taken over again.
void nc_guard_enter(void);

/// Lets a stack overflow on the calling thread reach the handlers, too.
void nc_guard_protect_thread(void);

/// Writes all of `text` to `output`. Async-signal-safe.
void nc_guard_write(int output, const char *text);

#endif
