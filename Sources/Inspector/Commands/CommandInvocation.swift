internal import Words

/// A line of the `:` line, understood.
struct CommandInvocation: Hashable, Sendable {
  /// The command.
  let entry: CommandEntry
  /// What stands behind it, in one piece.
  private(set) var operand = ""
  /// The values of its options, by name; empty for one that has none.
  private(set) var options: [String: String] = [:]

  /// Why a line is no command.
  struct Complaint: Error, Hashable, Sendable {
    /// One line for the user.
    let text: Phrase
  }

  /// Reads a line: a name, then operands and options in any order.
  ///
  /// A value goes on to the next option, spaces included; quotation marks around it are dropped.
  init(_ line: String) throws(Complaint) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
      .drop(while: \.isEmpty)
    guard let name = words.first.map(String.init) else { throw Complaint(text: "") }
    entry = try Self.entry(named: name)
    var option: String?
    var values: [String: [Substring]] = [:]
    for word in words.dropFirst() {
      if word.hasPrefix("--"), word.dropFirst(2).first?.isLetter == true {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1)
        let name = String(parts[0])
        let known = try Self.option(named: name, of: entry)
        guard values[name] == nil else { throw Complaint(text: "--\(name) is given twice") }
        values[name] = parts.dropFirst().map { $0 }
        option = known.label == nil ? nil : name
      } else {
        values[option ?? "", default: []].append(word)
      }
    }
    operand = Self.unquoted(values.removeValue(forKey: "") ?? [])
    options = values.mapValues(Self.unquoted)
    for option in entry.options where option.label != nil && options[option.name]?.isEmpty == true {
      throw Complaint(text: "--\(option.name) needs a value: \(option.label ?? "")")
    }
    if operand.isEmpty, let missing = entry.operands.first(where: { !$0.isOptional }) {
      throw Complaint(text: "\(entry.name) needs \(missing.label)")
    }
    if entry.operands.isEmpty, !operand.isEmpty {
      throw Complaint(text: "\(entry.name) takes no '\(operand)'")
    }
  }

  /// The command of a name, or of the only name that starts so.
  private static func entry(named name: String) throws(Complaint) -> CommandEntry {
    if let entry = CommandEntry.named(name) { return entry }
    let candidates = CommandEntry.all.filter { $0.name.hasPrefix(name) }
    if candidates.count == 1 { return candidates[0] }
    guard candidates.isEmpty else {
      let names = candidates.prefix(4).map(\.name).joined(separator: ", ")
      throw Complaint(text: "'\(name)' could be \(names)")
    }
    throw Complaint(text: "there is no command '\(name)'; Tab lists all")
  }

  private static func option(
    named name: String, of entry: CommandEntry
  ) throws(Complaint) -> CommandEntry.Option {
    if let option = entry.options.first(where: { $0.name == name }) { return option }
    let known = entry.options.map { "--\($0.name)" }.joined(separator: " ")
    throw Complaint(
      text: known.isEmpty
        ? "\(entry.name) has no --\(name)" : "\(entry.name) has no --\(name); it has \(known)")
  }

  private static func unquoted(_ words: [Substring]) -> String {
    var text = Substring(words.joined(separator: " "))
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    for mark in ["'", "\""] where text.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      return String(text.dropFirst().dropLast())
    }
    return String(text)
  }
}
