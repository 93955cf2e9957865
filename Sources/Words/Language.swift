/// The languages that the program speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English, in which the words stand in the code.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh"

  /// The language of a locale such as `zh_CN.UTF-8`; English for all others.
  public init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}
