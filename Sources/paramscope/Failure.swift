import Checkpoints
import Glibc
import NcursesBackend
import TerminalUI
import Workspace

/// An error as the shell sees it: one line and an exit status of `sysexits.h`.
struct Failure: Error {
  let message: String
  let status: Int32

  init(_ message: String, status: Int32) {
    self.message = message
    self.status = status
  }

  /// Understands the errors of all modules; nil for those of the argument parser.
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
      self.init(DisplayText(error.description).string, status: status)
    case let error as CheckpointError:
      guard let failure = Failure(WorkspaceError.checkpoint(error)) else { return nil }
      self = failure
    case let error as KeyScriptError: self.init("\(error)", status: EX_USAGE)
    case let error as ScreenError: self.init(error.description, status: EX_IOERR)
    default: return nil
    }
  }
}
