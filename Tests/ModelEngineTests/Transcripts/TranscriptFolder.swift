import Checkpoints
import ModelEngine
import Tensors
import TestSupport
import Workspace

/// The folder in which a session saves and loads; messages have the names as the session gives them.
struct TranscriptFolder {
  private let path: String

  /// Runs a session in a folder of its own.
  static func run(_ body: (TranscriptFolder) throws -> Void) throws {
    try withTemporaryFolder { try body(TranscriptFolder(path: $0)) }
  }

  /// `block.save_parameters(name)`.
  func save(_ block: Block, _ name: String, deduplicate: Bool = false) throws {
    try block.saveParameters(to: place(name), deduplicate: deduplicate)
  }

  /// `block.load_parameters(name)`.
  func load(_ name: String, into block: Block, _ options: LoadOptions = LoadOptions()) throws {
    try block.load(opened(name), fileName: name, options: options)
  }

  /// `dict.save(name)`.
  func save(_ dict: ParameterDict, _ name: String, strippingPrefix prefix: String = "") throws {
    try dict.save(to: place(name), strippingPrefix: prefix)
  }

  /// `dict.load(name)`.
  func load(_ name: String, into dict: ParameterDict) throws {
    try dict.load(opened(name), fileName: name)
  }

  /// `list(nd.load(name).keys())`.
  func names(in name: String) throws -> [String] { try opened(name).tensors.map(\.name) }

  /// `{k: v.shape for k, v in nd.load(name).items()}`.
  func shapes(in name: String) throws -> Raw {
    let items = try opened(name).tensors.map { "\($0.name.python): \($0.shape.python)" }
    return Raw("{\(items.joined(separator: ", "))}")
  }

  /// The full path of a file.
  func place(_ name: String) -> String { path + "/" + name }

  private func opened(_ name: String) throws -> Checkpoint { try Checkpoint.open(place(name)) }
}
