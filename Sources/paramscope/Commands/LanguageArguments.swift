import ArgumentParser
import Words

/// In which language a person is spoken to.
struct LanguageArguments: ParsableArguments {
  @Option(help: "The language: en or zh (default: that of LANG).")
  var language: LanguageChoice?

  /// The language that was asked for, else that of the locale.
  var chosen: Language { language?.language ?? Environment.language }
}

/// A language on the command line.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case en, zh

  var language: Language { self == .zh ? .chinese : .english }
}
