import Glibc
import Words

/// Where results go.
enum StandardOutput {
  /// Whether a person reads along.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes text as it is.
  ///
  /// - Throws: A failure if the output cannot take it.
  static func write(_ text: String) throws(Failure) {
    guard write(text, to: STDOUT_FILENO) else {
      let reason = unsafe String(cString: strerror(errno))
      throw Failure("cannot write to the standard output: \(reason)", status: EX_CANTCREAT)
    }
  }

  /// Writes all bytes of a text, or as many as the output takes; returns whether it took all.
  fileprivate static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let start = rest.baseAddress, unsafe !rest.isEmpty {
        let count = unsafe Glibc.write(descriptor, start, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }
}

/// Where progress and errors go.
enum StandardError {
  /// Whether a person reads along.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes text as it is; if that is impossible there is nobody to tell.
  static func write(_ text: String) {
    _ = StandardOutput.write(text, to: STDERR_FILENO)
  }
}
