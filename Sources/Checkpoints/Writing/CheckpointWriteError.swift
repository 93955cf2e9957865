public import Tensors
public import Words

/// Why a parameter file could not be written.
///
/// Whatever it is, there is no new file, and one that was there is as it was.
public struct CheckpointWriteError: Error, Hashable, Sendable {
  /// The path of the file, as it was given.
  public let path: String
  /// What is wrong, with its numbers.
  public let problem: Problem

  /// Creates an error.
  init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// What can be wrong.
  public enum Problem: Error, Hashable, Sendable {
    /// The folder does not exist.
    case missingFolder
    /// The path names a directory.
    case directory
    /// The path names a pipe, a device or a socket.
    case notAFile
    /// The path names a file that is being read.
    case opened
    /// The file or its folder may not be written by this user.
    case permissionDenied
    /// There is not enough room for so many bytes.
    case noSpace(byteCount: Int)
    /// The file would be larger than files may be here.
    case tooLarge(byteCount: Int)
    /// The system refused, with its error number.
    case system(Operation, code: Int32)
    /// Another file, from which elements are copied, cannot be read.
    case unreadable(CheckpointError)
    /// Elements cannot be had; the text says why.
    case unreadableSource(Phrase)
    /// The format has no such elements.
    case unsupported(ElementType, tensorName: String, CheckpointFormat)
    /// Two tensors have one name.
    case duplicateName(String)
    /// A tensor has a name that the format needs itself, or a longer one than it allows.
    case impossibleName(String)
    /// There are more tensors or longer names than readers of the format accept.
    case headerTooLong(byteCount: Int, limit: Int)
    /// The format holds one tensor, and there are none or several.
    case needsOneTensor(count: Int, CheckpointFormat)
    /// The task was cancelled.
    case cancelled
  }

  /// What was asked of the system.
  public enum Operation: String, Hashable, Sendable {
    /// Looking at what is there.
    case examine
    /// Creating the file beside the target.
    case create
    /// Writing bytes.
    case write
    /// Flushing them to disk.
    case flush
    /// Putting the file in its place.
    case rename
  }

  /// Whether it was the reading of another file that failed.
  public var isReadingError: Bool {
    switch problem {
    case .unreadable, .unreadableSource: true
    default: false
    }
  }
}

extension CheckpointWriteError: ExplainedError {
  /// One line for the user: the file, why it is not written, and what to do about it.
  public var phrase: Phrase {
    if case .unreadable(let error) = problem { return error.phrase }
    let shownPath = path.isEmpty ? "\"\"" : path.display()
    return "\(shownPath): \(problem.phrase)"
  }
}

extension CheckpointWriteError.Problem {
  /// What is wrong and what to do, as sentences.
  fileprivate var phrase: Phrase {
    switch self {
    case .missingFolder: "there is no such folder. Create it first."
    case .directory: "is a directory. Name a file in it."
    case .notAFile: "is a pipe or a device. Name a regular file."
    case .opened: "is the file that is open, which is never written. Name another one."
    case .permissionDenied: "may not be written. Check the permissions of the file and its folder."
    case .noSpace(byteCount: 0): "not enough room. Nothing was written."
    case .noSpace(let byteCount): "not enough room for \(byteCount) bytes. Nothing was written."
    case .tooLarge(let byteCount):
      "\(byteCount) bytes are more than a file may have here. Nothing was written."
    case .system(let operation, let code):
      "could not \(operation.phrase): \(systemMessage(code)) (error \(code)). Nothing was written."
    case .unreadable(let error): error.phrase
    case .unreadableSource(let reason): reason
    case .unsupported(let type, let tensorName, let format):
      """
      tensor \(tensorName.quoted) has \(type.name) elements, which \(format.name) files do not \
      hold. Name a .safetensors file.
      """
    case .duplicateName(let name): "two tensors are named \(name.quoted). Names must be unique."
    case .impossibleName(let name): "a tensor cannot be named \(name.quoted) in this format."
    case .headerTooLong(let byteCount, let limit):
      "its header would have \(byteCount) bytes, more than the \(limit) that readers accept."
    case .needsOneTensor(let count, let format):
      "a .\(format.name) file holds one tensor, not \(count). Name a .npz file."
    case .cancelled: "cancelled. Nothing was written."
    }
  }
}

extension CheckpointWriteError.Operation {
  fileprivate var phrase: Phrase {
    switch self {
    case .examine: "be examined"
    case .create: "be created"
    case .write: "be written"
    case .flush: "be flushed to disk"
    case .rename: "be put in its place"
    }
  }
}
