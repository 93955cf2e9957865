public import ModelEngine

/// The chapter on access, initialization and sharing of parameters, on live networks.
public enum ChapterLesson {
  /// Runs every step in order, as one fresh process with a seed does.
  ///
  /// - Parameters:
  ///   - seed: The seed; any integer, of which 32 bits count.
  ///   - language: The language of titles and texts.
  ///   - visit: Called after each step with the network as it is then.
  /// - Throws: What a cell throws; none does.
  public static func run(
    seed: Int, language: LessonLanguage, visit: (LessonStep, Block) throws -> Void
  ) throws {
    try ModelContext.$current.withValue(ModelContext(seed: seed)) {
      let chapter = Chapter()
      for cell in Cell.allCases {
        let transcript = Transcript()
        try Transcript.$current.withValue(transcript) { try cell.run(in: chapter) }
        let words = cell.words(in: language)
        let step = LessonStep(
          cell: cell.rawValue, title: words.title, text: words.text,
          swift: CellSource.text[cell.rawValue] ?? "", output: transcript.text)
        try visit(step, chapter.net)
      }
    }
  }
}

/// The cells in the order of the chapter.
enum Cell: String, CaseIterable {
  case n1 = "n=1"
  case n2 = "n=2"
  case n3 = "n=3"
  case n4 = "n=4"
  case n5 = "n=5"
  case n6 = "n=6"
  case n11 = "n=11"
  case n7 = "n=7"
  case n8 = "n=8"
  case n9 = "n=9"
  case n10 = "n=10"
  case share = "share"
  case exercise1 = "exercise 1"
  case exercise2 = "exercise 2"
  case exercise3 = "exercise 3"

  func run(in chapter: Chapter) throws {
    switch self {
    case .n1: try chapter.build()
    case .n2: try chapter.parametersOfLayer()
    case .n3: try chapter.parameterByName()
    case .n4: try chapter.data()
    case .n5: try chapter.gradient()
    case .n6: try chapter.bias()
    case .n11: try chapter.allParameters()
    case .n7: try chapter.normal()
    case .n8: try chapter.xavierOnOneParameter()
    case .n9: try chapter.ownInitializer()
    case .n10: try chapter.setData()
    case .share: try chapter.share()
    case .exercise1: try chapter.initializers()
    case .exercise2: try chapter.beforeFirstForward()
    case .exercise3: try chapter.trainSharedLayer()
    }
  }

  func words(in language: LessonLanguage) -> (title: String, text: String) {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
