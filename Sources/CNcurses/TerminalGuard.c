#define _GNU_SOURCE 1

#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Traps first, then what others send.
static const int fatal_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS,
                                    SIGFPE, SIGTERM, SIGHUP,  SIGINT,  SIGQUIT};
enum { fatal_count = sizeof fatal_signals / sizeof fatal_signals[0] };

static struct sigaction previous_fatal[fatal_count];
static struct sigaction previous_stop;

static volatile sig_atomic_t is_active;
static int input_file, output_file, own_output, null_file;
static struct termios modes_of_shell;
static char reset_text[1024];

void nc_guard_write(int output, const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t written = write(output, text, left);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    left -= (size_t)written;
  }
}

void nc_guard_leave(void) {
  if (!is_active) return;
  is_active = 0;
  nc_guard_write(own_output, reset_text);
  tcsetattr(input_file, TCSANOW, &modes_of_shell);
}

void nc_guard_enter(void) { is_active = 1; }

// Calls a handler as the kernel would, with the signals blocked that it asked for: Swift's reads
// memory that may not exist, and must receive the signals for it.
static void call(
  const struct sigaction *action, int signal_number, siginfo_t *information, void *context) {
  pthread_sigmask(SIG_SETMASK, &action->sa_mask, NULL);
  if (action->sa_flags & SA_SIGINFO) {
    action->sa_sigaction(signal_number, information, context);
  } else if (action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN) {
    action->sa_handler(signal_number);
  }
}

// Restores the terminal, then lets whoever handled the signal before see it as it came: Swift's
// backtrace, which can now be read. That handler returns, because the instruction that failed would
// end the process when it runs again. A signal that was sent from outside has no such instruction.
static void end_process(int signal_number, siginfo_t *information, void *context) {
  // Another thread may be in the midst of a frame, whose rest must not follow the reset.
  if (is_active && null_file >= 0) dup2(null_file, output_file);
  nc_guard_leave();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal_signals[i] != signal_number) continue;
    call(&previous_fatal[i], signal_number, information, context);
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

// Restores the terminal, then stops by the default action: the kernel ignores it where nobody could
// continue the process. The SIGCONT, sent in either case, makes the program take over again.
static void stop_process(int signal_number, siginfo_t *information, void *context) {
  (void)information, (void)context;
  int error = errno;
  nc_guard_leave();
  struct sigaction default_action, handler;
  memset(&default_action, 0, sizeof default_action);
  default_action.sa_handler = SIG_DFL;
  sigaction(signal_number, &default_action, &handler);
  sigset_t only, before;
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  raise(signal_number);
  pthread_sigmask(SIG_UNBLOCK, &only, &before);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  sigaction(signal_number, &handler, NULL);
  kill(getpid(), SIGCONT);
  errno = error;
}

static void handle(
  int signal_number, void (*handler)(int, siginfo_t *, void *), struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
  // With SIGTTOU among them, so that a background process may restore the modes.
  sigfillset(&action.sa_mask);
  sigaction(signal_number, NULL, previous);
  // What the parent process chose to ignore, as nohup does, stays ignored.
  if (previous->sa_handler != SIG_IGN) sigaction(signal_number, &action, NULL);
}

void nc_guard_install(
  int input, int output, const struct termios *shell_modes, const char *reset) {
  input_file = input;
  output_file = output;
  modes_of_shell = *shell_modes;
  own_output = fcntl(output, F_DUPFD_CLOEXEC, 3);
  null_file = open("/dev/null", O_WRONLY | O_CLOEXEC);
  strncpy(reset_text, reset, sizeof reset_text - 1);
  nc_guard_protect_thread();
  is_active = 1;
  for (int i = 0; i < fatal_count; i++) {
    handle(fatal_signals[i], end_process, &previous_fatal[i]);
  }
  handle(SIGTSTP, stop_process, &previous_stop);
}

void nc_guard_append(const char *text) {
  char changed[sizeof reset_text];
  snprintf(changed, sizeof changed, "%s%s", text, reset_text);
  memcpy(reset_text, changed, sizeof reset_text);
}

void nc_guard_remove(void) {
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &previous_fatal[i], NULL);
  sigaction(SIGTSTP, &previous_stop, NULL);
  is_active = 0;
  if (own_output >= 0) close(own_output);
  if (null_file >= 0) close(null_file);
}

void nc_guard_protect_thread(void) {
  static _Thread_local char memory[16384];
  static _Thread_local bool is_protected;
  if (is_protected) return;
  is_protected = true;
  stack_t existing;
  if (sigaltstack(NULL, &existing) != 0 || !(existing.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_sp = memory, .ss_size = sizeof memory};
  sigaltstack(&stack, NULL);
}
