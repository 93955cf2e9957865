import Glibc
import Words

/// The command line as the shell handed it over, before it is taken for text.
enum RawArguments {
  /// Refuses what is no text: as one, it would name another file.
  ///
  /// - Throws: A failure that shows the first such argument, byte by byte where it has to.
  static func check() throws(Failure) {
    for index in 0..<Int(CommandLine.argc) {
      // As many pointers as argc says are there, each to a terminated string.
      guard let argument = unsafe CommandLine.unsafeArgv[index],
        unsafe String(validatingCString: argument) == nil
      else { continue }
      let bytes = unsafe UnsafeRawBufferPointer(start: argument, count: strlen(argument))
      let text = unsafe shown(bytes)
      throw Failure(
        "'\(text)' is not UTF-8, so that its name means no file here; give the file a link with another name",
        status: EX_USAGE)
    }
  }

  private static func shown(_ bytes: UnsafeRawBufferPointer) -> String {
    unsafe bytes.map { byte in
      (0x20..<0x7F).contains(byte)
        ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
