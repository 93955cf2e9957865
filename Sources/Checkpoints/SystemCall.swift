private import Glibc

/// Repeats a system call that a signal interrupted.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}

/// What the system calls an error, on one line.
func systemMessage(_ code: Int32) -> String {
  // The C library returns a terminated string for every number.
  unsafe String(cString: strerror(code)).display()
}
