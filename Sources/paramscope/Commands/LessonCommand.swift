import ArgumentParser
import LessonScreen
import Lessons
import NcursesBackend
import TerminalInspector
import TerminalUI
import Words

/// Shows the lesson, step by step beside the network, or prints it where there is no screen.
struct LessonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Walk the chapter on access, initialization and sharing, on live networks.",
    discussion: """
      On a terminal, a step at a time beside the network as it is then: Space goes on, b goes back, \
      ? explains the keys. Into a pipe or a file, all steps one after the other.
      """)

  @Option(parsing: .unconditional, help: "The seed of the random stream.")
  var seed = 0

  @OptionGroup var spoken: LanguageArguments

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(help: "Print the screen of so many columns and rows instead: 100x30.")
  var size: ScreenSize?

  @Option(help: "The keys to press before that screen is printed, as in snapshot.")
  var keys = ""

  @MainActor
  func run() async throws {
    let script = try KeyScript(keys)
    let pages = try LessonPage.all(seed: seed, language: chosenLanguage)
    if json { return try StandardOutput.write(report(pages.map(\.step)).text) }
    if let size {
      let terminal = HeadlessTerminal(size: size.size)
      let state = LessonState(size: size.size, language: spoken.chosen, pages: pages)
      LessonProgram(state, terminal: terminal).play(script.events)
      return try StandardOutput.write(terminal.lastFrame?.text ?? "")
    }
    guard StandardOutput.isTerminal, Environment.value("TERM") != "dumb" else {
      return try StandardOutput.write(pages.map { text($0.step) }.joined(separator: "\n"))
    }
    let hasColors = Environment.value("NO_COLOR") == nil
    let options = ScreenOptions(mostColors: hasColors ? .trueColor : .monochrome)
    try await showLesson(pages, in: spoken.chosen, options: options)
  }

  private var chosenLanguage: LessonLanguage { LessonLanguage(locale: spoken.chosen.rawValue) }

  private func report(_ steps: [LessonStep]) -> JSON {
    .object([
      ("version", .integer(1)), ("seed", .integer(seed)),
      ("language", .string(chosenLanguage.rawValue)),
      (
        "steps",
        .array(
          steps.map { step in
            .object([
              ("cell", .string(step.cell)), ("title", .string(step.title)),
              ("text", .string(step.text)), ("swift", .string(step.swift)),
              ("output", .string(step.output)),
            ])
          })
      ),
    ])
  }

  private func text(_ step: LessonStep) -> String {
    let rule = String(repeating: "-", count: 72)
    let code = step.swift.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    return "\(rule)\n\(step.cell)  \(step.title)\n\n\(step.text)\n\n\(code)\n\n\(step.output)"
  }
}
