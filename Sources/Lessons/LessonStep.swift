/// One step of a lesson: what is done, why, and what came out.
public struct LessonStep: Hashable, Sendable {
  /// The cell of the chapter: `n=1`, `share`, `exercise 1`.
  public let cell: String
  /// What the step is about.
  public let title: String
  /// What happens, in the language that was asked for.
  public let text: String
  /// The code that ran.
  public let swift: String
  /// What it printed; for the cells of the chapter, to the letter what MXNet prints.
  public let output: String
}

/// The languages of a lesson.
public enum LessonLanguage: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese.
  case chinese = "zh"

  /// The language of a locale such as `zh_CN.UTF-8`; English for all others.
  public init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}
