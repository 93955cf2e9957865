import Glibc

/// The three files that every program expects to be open.
enum StandardFiles {
  /// Fills the places of those that were closed before the start.
  ///
  /// Otherwise the next file to be opened would be taken for one of them, and receive what is meant
  /// for a person. What fills a place can only be used the other way round, so that whoever reads or
  /// writes there still fails.
  static func fillGaps() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
