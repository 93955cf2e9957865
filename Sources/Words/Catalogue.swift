/// What every phrase is in every language but English, which stands in the code.
public enum Catalogue {
  /// The words of a language for an English key; nil if the catalogue has none.
  static func words(for key: String, in language: Language) -> String? {
    switch language {
    case .english: nil
    case .chinese: chinese[key]
    }
  }

  /// All tables of Chinese, one an area.
  static let chineseTables = [
    chineseDetails,
    chineseScreens, chineseKeys, chineseCommands, chineseMessages, chineseLessons,
    chineseTraining,
    chineseFinding,
    chinesePlain,
    chineseDoing,
    chineseHelp,
    chineseInitializers, chineseUsage, chineseResults, chineseComplaints, chineseFiles,
    chineseFormats, chineseModels,
    chineseNetworks,
  ]

  private static let chinese = Dictionary(
    chineseTables.flatMap { $0.map { ($0.key, $0.value) } }, uniquingKeysWith: { first, _ in first }
  )
}
