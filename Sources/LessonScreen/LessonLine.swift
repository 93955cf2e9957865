internal import Lessons
internal import TerminalUI

/// A line of a step, broken to the width of the screen.
struct LessonLine: Hashable {
  let text: String
  let kind: Kind

  /// What a line is part of.
  enum Kind: Hashable {
    /// What happens.
    case prose
    /// What a part is called: in English, to be said in the language of the screen.
    case heading
    /// Swift.
    case code
    /// What it printed.
    case output
  }

  /// The lines of a step, in a number of columns.
  static func lines(of step: LessonStep, columns: Int) -> [LessonLine] {
    var lines = [LessonLine(text: "", kind: .prose)]
    lines += wrapped(step.text, to: columns).map { LessonLine(text: $0, kind: .prose) }
    lines += part("Swift", step.swift, .code, columns)
    if !step.output.isEmpty { lines += part("Output", step.output, .output, columns) }
    return lines
  }

  private static func part(
    _ heading: String, _ text: String, _ kind: Kind, _ columns: Int
  ) -> [LessonLine] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    return [LessonLine(text: "", kind: .prose), LessonLine(text: heading, kind: .heading)]
      + lines.flatMap { cut(String($0), to: columns - 2) }
      .map { LessonLine(text: $0, kind: kind) }
  }

  /// Cuts a line that is too long; what is cut off stands below, further right.
  private static func cut(_ line: String, to columns: Int) -> [String] {
    var rest = DisplayText(line)
    var lines: [String] = []
    var indent = ""
    while rest.width > columns - indent.count {
      let head = rest.prefix(columns: max(1, columns - indent.count))
      guard head.width > 0 else { break }
      lines.append(indent + head.string)
      rest = rest.suffix(columns: rest.width - head.width)
      indent = "    "
    }
    return lines + [indent + rest.string]
  }
}
