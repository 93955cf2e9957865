public import Words

extension CheckpointError: ExplainedError {
  /// One line for the user: the file, what is wrong and where, and what to do about it.
  ///
  /// Whatever the file itself contributes is shortened and has no control characters.
  public var phrase: Phrase {
    var place: Phrase = ""
    if let tensorName {
      place = ", tensor \(tensorName.quoted)"
    } else if case .params(_, let arrayIndex?) = problem {
      place = ", array \(arrayIndex)"
    }
    if isOfContents, let offset { place = "\(place), byte \(offset)" }
    let shownPath = path.isEmpty ? "\"\"" : path.display()
    return "\(shownPath)\(place): \(problem.phrase)"
  }

  /// Whether the place of the problem is a byte of the file.
  private var isOfContents: Bool {
    switch problem {
    case .safetensors, .params, .numpy, .zip, .symbol: true
    default: false
    }
  }
}

extension CheckpointError.Problem {
  /// What is wrong and what to do, as sentences.
  var phrase: Phrase {
    switch self {
    case .missing: "no such file. Check the path."
    case .directory: "is a directory. Name one file in it."
    case .notAFile:
      "is a pipe or a device. Tensors are read at any offset: save it as a file first."
    case .permissionDenied: "may not be read. Check its permissions."
    case .system(let operation, let code):
      "could not \(operation.phrase): \(systemMessage(code)) (error \(code))."
    case .cut(let neededEnd, let end):
      """
      needs the bytes up to \(neededEnd), but the file now ends at \(end); another program may \
      have cut it. Open it again.
      """
    case .empty: "the file is empty. The download may have failed: fetch it again."
    case .foreign(let format): format.phrase
    case .unrecognized(let prefix):
      """
      not a known kind of file: it begins with \(Self.hexadecimal(prefix)). This build reads \
      \(Self.readableFormats).
      """
    case .safetensors(let problem): problem.phrase
    case .params(let problem, _): problem.phrase
    case .numpy(let problem): problem.phrase
    case .zip(let problem): problem.phrase
    case .symbol(let problem): problem.phrase
    }
  }

  /// The formats that can be opened, as a list in a sentence.
  fileprivate static var readableFormats: String {
    CheckpointFormat.allCases.map(\.name).joined(separator: ", ")
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "0" + digits : digits
    }
    .joined(separator: " ")
  }
}

extension CheckpointError.Operation {
  fileprivate var phrase: Phrase {
    switch self {
    case .open: "be opened"
    case .examine: "be examined"
    case .read: "be read"
    }
  }
}

extension ForeignFormat {
  /// What the file is and what to do, as sentences.
  fileprivate var phrase: Phrase {
    let readable = CheckpointError.Problem.readableFormats
    let notYet: Phrase = "This build reads \(readable), not yet"
    return switch self {
    case .gitLFSPointer(let byteCount?):
      "a Git LFS pointer, not the file itself (\(byteCount) bytes). Run: git lfs pull"
    case .gitLFSPointer(nil): "a Git LFS pointer, not the file itself. Run: git lfs pull"
    case .html: "an HTML page, probably an error saved in place of the file. Download it again."
    case .zip: "a zip archive without NumPy arrays, as PyTorch and Keras write. \(notYet) these."
    case .legacyPyTorch: "a PyTorch file from before version 1.6. \(notYet) this."
    case .pickle: "a Python pickle. \(notYet) this."
    case .gguf: "a GGUF file. \(notYet) GGUF."
    case .hdf5: "an HDF5 file, as Keras writes. \(notYet) this."
    case .gzip: "compressed with gzip. Uncompress it first."
    case .json: "JSON text, without tensors. Name the file that holds them, such as a .safetensors."
    case .text: "text, not a file of parameters. This build reads \(readable)."
    }
  }
}
