import ArgumentParser
import Checkpoints
import Glibc
import NcursesBackend
import TerminalUI
import Words
import Workspace

/// An error as the shell sees it: one line and an exit status of `sysexits.h`.
struct Failure: Error {
  let phrase: Phrase
  let status: Int32

  /// Creates a failure that is said in the user's language.
  init(_ phrase: Phrase, status: Int32) {
    self.phrase = phrase
    self.status = status
  }

  /// Creates a failure of which the words are there already.
  @_disfavoredOverload
  init(_ message: String, status: Int32) {
    self.init(Phrase(verbatim: message), status: status)
  }

  /// The message; whatever it quotes, it is one harmless line.
  var message: String { message(in: .english) }

  /// The message in a language.
  func message(in language: Language) -> String { DisplayText(phrase.said(in: language)).string }

  /// Understands the errors of all modules; nil for requests for help and the version.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as WorkspaceError:
      let status =
        switch error.kind {
        case .noInput: EX_NOINPUT
        case .unreadable: EX_IOERR
        case .wrongContents: EX_DATAERR
        case .wrongUsage: EX_USAGE
        case .cannotWrite: EX_CANTCREAT
        }
      self.init(error.phrase, status: status)
    case let error as CheckpointError:
      guard let failure = Failure(WorkspaceError.checkpoint(error)) else { return nil }
      self = failure
    case let error as KeyScriptError: self.init(error.phrase, status: EX_USAGE)
    case let error as ScreenError: self.init(error.phrase, status: EX_IOERR)
    default: self.init(usage: error)
    }
  }

  /// Understands a command line that the argument parser refuses; nil for a request for help.
  private init?(usage error: any Error) {
    guard Paramscope.exitCode(for: error) == .validationFailure else { return nil }
    let named = CommandLine.arguments.dropFirst().first
    let command = Paramscope.configuration.subcommands
      .compactMap { $0.configuration.commandName }
      .first { $0 == named }
    let help = ["paramscope", command, "--help"].compactMap { $0 }.joined(separator: " ")
    self.init("\(Paramscope.message(for: error)). See '\(help)'.", status: EX_USAGE)
  }
}
