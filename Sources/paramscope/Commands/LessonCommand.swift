import ArgumentParser
import Lessons

/// Prints the lesson, step by step.
struct LessonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Walk the chapter on access, initialization and sharing, on live networks.")

  @Option(parsing: .unconditional, help: "The seed of the random stream.")
  var seed = 0

  @Option(help: "The language: en or zh (default: that of LANG).")
  var language: Language?

  @Flag(help: "Print one JSON object.")
  var json = false

  /// A language on the command line.
  enum Language: String, ExpressibleByArgument, CaseIterable {
    case en, zh
  }

  @MainActor
  func run() async throws {
    var steps: [LessonStep] = []
    try ChapterLesson.run(seed: seed, language: chosenLanguage) { step, _ in steps.append(step) }
    try StandardOutput.write(json ? report(steps).text : steps.map(text).joined(separator: "\n"))
  }

  private var chosenLanguage: LessonLanguage {
    if let language { return language == .zh ? .chinese : .english }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value).first
    return LessonLanguage(locale: locale ?? "")
  }

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
