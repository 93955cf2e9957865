/// Why a parameter file could not be opened or read, and where.
public struct CheckpointError: Error, Hashable, Sendable {
  /// The path of the file, as it was given.
  public let path: String
  /// What is wrong, with its numbers.
  public let problem: Problem
  /// The offset in the file at which it was noticed, where one helps.
  public let offset: Int?
  /// The tensor it happened to, where there is one.
  public let tensorName: String?

  /// Creates an error.
  init(_ path: String, _ problem: Problem, offset: Int? = nil, tensorName: String? = nil) {
    self.path = path
    self.problem = problem
    self.offset = offset
    self.tensorName = tensorName
  }

  /// The same error, said of a tensor.
  func naming(_ tensorName: String) -> CheckpointError {
    CheckpointError(path, problem, offset: offset, tensorName: tensorName)
  }

  /// What can be wrong with a file.
  public enum Problem: Hashable, Sendable {
    /// There is no file of this name.
    case missing
    /// The path names a directory.
    case directory
    /// The path names a pipe, a device or a socket, which cannot be read at any offset.
    case notAFile
    /// The file may not be read by this user.
    case permissionDenied
    /// The system refused, with its error number.
    case system(Operation, code: Int32)
    /// The file is shorter than when it was opened; offsets are in the file.
    case cut(neededEnd: Int, end: Int)
    /// The file has no bytes.
    case empty
    /// The file is something known that holds no parameters, or that cannot be read yet.
    case foreign(ForeignFormat)
    /// The file begins like nothing known; the first bytes tell.
    case unrecognized(prefix: [UInt8])
    /// The file is safetensors, and breaks its rules.
    case safetensors(SafetensorsProblem)
    /// The file is MXNet's, and breaks its rules; the position of the array that does, if one does.
    case params(ParamsProblem, arrayIndex: Int?)
    /// An array is NumPy's, and breaks its rules or holds no numbers.
    case numpy(NumPyProblem)
    /// The file is a ZIP archive, and breaks its rules.
    case zip(ZipProblem)
    /// The file is a graph of MXNet's, and breaks its rules.
    case symbol(SymbolProblem)
  }

  /// What was asked of the system.
  public enum Operation: String, Hashable, Sendable {
    /// Opening the file.
    case open
    /// Asking for its size and kind.
    case examine
    /// Reading bytes.
    case read
  }

  /// What a caller can do about an error, and what its exit status depends on.
  public enum Kind: Hashable, Sendable {
    /// There is nothing to read at this path.
    case noInput
    /// There is a file, but the system does not give its bytes.
    case unreadable
    /// The bytes were read, and are not what they have to be.
    case wrongContents
  }

  /// What a caller can do about it.
  public var kind: Kind {
    switch problem {
    case .missing, .directory: .noInput
    case .notAFile, .permissionDenied, .system, .cut: .unreadable
    case .empty, .foreign, .unrecognized, .safetensors, .params, .numpy, .zip, .symbol:
      .wrongContents
    }
  }
}
