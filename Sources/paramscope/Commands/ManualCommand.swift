import ArgumentParser
import Words
import Words

/// Prints the manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page: paramscope manual | man -l -.",
    discussion: """
      It belongs in share/man/man1/paramscope.1. Completions are printed by \
      paramscope --generate-completion-script bash, zsh or fish, and belong in \
      share/bash-completion/completions/paramscope, share/zsh/site-functions/_paramscope and \
      share/fish/vendor_completions.d/paramscope.fish.
      """)

  @OptionGroup var spoken: LanguageArguments

  func run() throws {
    try StandardOutput.write(page)
  }

  private var page: String {
    let root = Paramscope.configuration
    var page =
      ".TH PARAMSCOPE 1 \"\" \"paramscope \(root.version)\" \"\(say("User Commands"))\"\n"
    page += section("NAME", "paramscope \u{2D} " + escaped(say(Phrase(key: root.abstract))))
    page += section("SYNOPSIS", ".B paramscope\n" + say("[command] [model] [options]"))
    page += section("DESCRIPTION", escaped(discussion))
    page += ".SH \(say("COMMANDS"))\n"
    for command in root.subcommands {
      let name = command.configuration.commandName ?? ""
      page += ".SS \(name)\n.nf\n\(escaped(help(of: command)))\n.fi\n"
    }
    page += section("ENVIRONMENT", Self.environment.map(item).joined())
    page += section("FILES", item(("$XDG_CONFIG_HOME/paramscope/config", "Settings and keys.")))
    return page + section("SEE ALSO", ".BR less (1),\n.BR htop (1),\n.BR terminfo (5)")
  }

  private var discussion: String {
    Paramscope.configuration.discussion.split(separator: "\n\n")
      .map { say(Phrase(key: String($0))) }.joined(separator: "\n\n")
  }

  private func help(of command: any ParsableCommand.Type) -> String {
    spoken.chosen == .english
      ? Paramscope.helpMessage(for: command, columns: 76)
      : HelpText(in: spoken.chosen, columns: 76).text(of: command)
  }

  private static let environment: [(String, Phrase)] = [
    ("NO_COLOR", "Not empty: no colours."), ("CLICOLOR_FORCE", "Colours in spite of CLICOLOR=0."),
    ("COLORTERM", "truecolor: 24-bit colours, where terminfo has a description of them."),
    ("COLORFGBG", "The background, where the terminal does not answer."),
    ("NO_MOTION", "Not empty: nothing moves."), ("TERM", "The terminal; dumb prints the tree."),
    ("LC_ALL, LC_CTYPE, LANG", "The encoding."),
    ("LC_ALL, LC_MESSAGES, LANG", "The language: zh or English."),
    ("XDG_CONFIG_HOME", "The folder of the configuration."),
  ]

  private func section(_ title: Phrase, _ text: String) -> String {
    ".SH \(say(title))\n\(text)\n"
  }

  private func item(_ item: (String, Phrase)) -> String {
    ".TP\n.B \(escaped(item.0))\n\(escaped(say(item.1)))\n"
  }

  private func say(_ phrase: Phrase) -> String { phrase.said(in: spoken.chosen) }

  /// Text that roff shows as it is.
  private func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let plain = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return plain.first == "." || plain.first == "'" ? "\\&" + plain : plain
    }.joined(separator: "\n")
  }
}
