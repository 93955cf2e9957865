import ArgumentParser
import Words

/// How the screen looks and what can be done on it.
struct ScreenArguments: ParsableArguments {
  @Option(help: "Colours: auto, always or never (auto obeys NO_COLOR).")
  var color: ColorChoice?

  @Option(help: "Colours for a dark or a light background; auto asks the terminal.")
  var theme: ThemeChoice?

  @Flag(inversion: .prefixedNo, help: "Dim text as bright as other text.")
  var highContrast: Bool?

  @Flag(inversion: .prefixedNo, help: "Signs in ASCII (by itself without UTF-8).")
  var ascii: Bool?

  @Flag(
    inversion: .prefixedNo, help: "The terminal draws signs two cells wide: use ASCII for them.")
  var ambiguousWide: Bool?

  @Flag(inversion: .prefixedNo, help: "The mouse selects, scrolls and opens; also by the key M.")
  var mouse: Bool?

  @Flag(inversion: .prefixedNo, help: "Copying goes to the terminal's clipboard (OSC 52).")
  var clipboard: Bool?

  @Flag(inversion: .prefixedNo, help: "Changed rows fade (not over SSH, nor with NO_MOTION).")
  var motion: Bool?

  @Flag(help: "Change and save nothing.")
  var readOnly = false

  @Flag(help: "Ask and answer line by line: for screen readers, dumb terminals and pipes.")
  var plain = false

  @OptionGroup var spoken: LanguageArguments

  @Flag(help: "Ignore the configuration file.")
  var noConfig = false

  /// The settings of the command line, the configuration and the environment, in this order.
  func settings() throws(Failure) -> Settings {
    var given = Settings()
    given.color = color
    given.theme = theme
    given.hasHighContrast = highContrast
    given.isASCII = ascii
    given.isAmbiguousWide = ambiguousWide
    given.reportsMouse = mouse
    given.copies = clipboard
    given.hasMotion = motion
    given.isReadOnly = readOnly ? true : nil
    given.language = spoken.language?.language
    let configured = noConfig ? Settings() : try Configuration.load()
    return configured.overridden(by: given)
  }
}

extension ColorChoice: ExpressibleByArgument {}
extension ThemeChoice: ExpressibleByArgument {}
