/// The request to a terminal to put a text on the clipboard of the machine in front of the user.
public enum Clipboard {
  /// The escape sequence, OSC 52, that a terminal takes the text from.
  ///
  /// Only letters, digits, `+`, `/` and `=` stand between its marks, whatever the text holds.
  /// Source: xterm, "Operating System Commands", 52.
  public static func sequence(for text: String) -> String {
    "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{07}"
  }

  /// Source: RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
