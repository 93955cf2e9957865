import ArgumentParser
import Glibc
import TerminalUI
import Words

/// The help of a command in another language than English.
///
/// ArgumentParser lays its help out as English text. Where every paragraph has room on one line, that
/// text is a list of parts; each is said in the language and laid out anew.
struct HelpText {
  /// Where descriptions begin, as ArgumentParser has it.
  private static let labelWidth = 26

  private let language: Language
  private let columns: Int

  init(in language: Language, columns: Int) {
    (self.language, self.columns) = (language, columns)
  }

  /// The help of a command.
  func text(of command: any ParsableCommand.Type) -> String {
    let margin = String(repeating: " ", count: Self.labelWidth)
    let lines = Paramscope.helpMessage(for: command, columns: 1 << 20)
      .replacing("\n" + margin, with: "\t")
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map(said).joined(separator: "\n") + "\n"
  }

  /// A line of the English help, laid out anew.
  private func said(_ line: Substring) -> String {
    guard line.hasPrefix("  ") else { return paragraph(line) }
    if line.hasPrefix("  See '") {
      return "  " + say("See '\(line.split(separator: "'")[1])' for detailed help.")
    }
    let parts = line.split(separator: "\t", maxSplits: 1)
    return parts.count == 2
      ? item(parts[0], parts[1])
      : item(line.prefix(Self.labelWidth), line.dropFirst(Self.labelWidth))
  }

  /// A heading, with or without text behind it, or a paragraph.
  private func paragraph(_ line: Substring) -> String {
    if let usage = line.dropPrefix("USAGE: ") {
      let title = say("USAGE: \("")")
      return folded(title + usage, indentation: DisplayText(title).width)
    }
    if let abstract = line.dropPrefix("OVERVIEW: ") {
      return folded(say("OVERVIEW: \(Phrase(key: String(abstract)))"))
    }
    return folded(say(Phrase(key: String(line))))
  }

  /// A label and what it means, with what can be given.
  private func item(_ label: Substring, _ description: Substring) -> String {
    var words = description
    var note = ""
    if words.last == ")", let open = words.lastIndex(of: "("),
      let said = said(note: words[words.index(after: open)...].dropLast())
    {
      words = words[..<open]
      note = " (\(said))"
    }
    let said = say(Phrase(key: String(words))) + note
    let meaning = folded(said, indentation: Self.labelWidth)
    let name = label.reversed().drop { $0 == " " }.reversed()
    let shown = String(name).replacing("(default)", with: "(\(say("default")))")
    guard DisplayText(shown).width < Self.labelWidth else {
      return shown + "\n" + String(repeating: " ", count: Self.labelWidth) + meaning
    }
    return DisplayText(shown).padded(to: Self.labelWidth).string + meaning
  }

  /// What ArgumentParser says of values in parentheses; nil if the words are not its own.
  private func said(note: Substring) -> String? {
    var phrases: [Phrase] = []
    for part in note.split(separator: "; ") {
      guard let match = part.wholeMatch(of: #/(values|default): (.*)/#) else { return nil }
      phrases.append(match.1 == "values" ? "values: \(match.2)" : "default: \(match.2)")
    }
    return phrases.map(say).joined(separator: "; ")
  }

  /// Lines that end before the last column; those after the first are indented.
  private func folded(_ text: String, indentation: Int = 0) -> String {
    let margin = "\n" + String(repeating: " ", count: indentation)
    return wrapped(text, to: max(20, columns - indentation)).joined(separator: margin)
  }

  private func say(_ phrase: Phrase) -> String { phrase.said(in: language) }
}

extension Substring {
  /// What stands behind a prefix; nil if the text begins with something else.
  fileprivate func dropPrefix(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}

extension HelpText {
  /// The width of the terminal that reads along; 80 where there is none.
  static var terminalColumns: Int {
    if let columns = Environment.value("COLUMNS").flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// The command whose help an error asks for; nil for any other error.
  static func command(asked error: any Error) -> (any ParsableCommand.Type)? {
    let message = Paramscope.message(for: error)
    let commands: [any ParsableCommand.Type] =
      [Paramscope.self] + Paramscope.configuration.subcommands
    return commands.first { Paramscope.helpMessage(for: $0) == message }
  }
}
