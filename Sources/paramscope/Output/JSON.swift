/// A JSON value whose keys keep their order.
enum JSON {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// A number, or null for none; so are NaN and infinities written.
  static func optional(_ number: Double?) -> JSON { number.map(JSON.number) ?? .null }

  /// A text, or null for none.
  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// The text, indented, with a line break at the end.
  var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += "\(value)"
    case .number(let value): text += Self.decimal(value)
    case .string(let value): Self.quote(value, to: &text)
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        text += index == 0 ? "" : item.isScalar ? ", " : ","
        if !item.isScalar { Self.breakLine(&text, indent + 1) }
        item.write(to: &text, indent: indent + 1)
      }
      if items.contains(where: { !$0.isScalar }) { Self.breakLine(&text, indent) }
      text += "]"
    case .object(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += "," }
        Self.breakLine(&text, indent + 1)
        Self.quote(entry.key, to: &text)
        text += ": "
        entry.value.write(to: &text, indent: indent + 1)
      }
      if !entries.isEmpty { Self.breakLine(&text, indent) }
      text += "}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func breakLine(_ text: inout String, _ indent: Int) {
    text += "\n" + String(repeating: "  ", count: indent)
  }

  /// The shortest decimal that gives the number back.
  private static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Quotes a text; what could act on a terminal or hide is escaped, so that nothing is lost.
  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        append(scalar, to: &text)
      }
    }
    text += "\""
  }

  /// A text in which what could act on a terminal or hide is escaped, and nothing else.
  static func harmless(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars { append(scalar, to: &text) }
    return text
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    if mustEscape(scalar) {
      for unit in String(scalar).utf16 { text += "\\u" + hexadecimal(unit) }
    } else {
      text.unicodeScalars.append(scalar)
    }
  }

  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
