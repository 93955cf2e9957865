/// A text that equals another only byte for byte.
///
/// Swift's strings are equal when Unicode calls them equivalent: a composed and a decomposed
/// letter would be one key, but a file may well have both.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }
}
