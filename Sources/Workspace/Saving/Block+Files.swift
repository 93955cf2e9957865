internal import Checkpoints
public import ModelEngine
internal import Tensors
extension Block {
  /// Saves the values of all parameters, as Gluon's `save_parameters` does.
  ///
  /// The file is MXNet's `.params`, byte for byte, or safetensors if its name says so; it appears
  /// only when it is complete.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - deduplicate: Whether a shared parameter is saved under the last of its paths only.
  /// - Throws: `ParameterError` for the first parameter without values, or `CheckpointWriteError`.
  public func saveParameters(to path: String, deduplicate: Bool = false) throws {
    try write(try namedTensors(deduplicate: deduplicate), to: path)
  }

  /// Loads the values of parameters, as Gluon's `load_parameters` does.
  ///
  /// - Parameters:
  ///   - path: The name of a file of any format that can be opened.
  ///   - options: What may be missing, be there as well, or have another type.
  /// - Throws: `LoadError` in Gluon's words, or `CheckpointError`.
  public func loadParameters(from path: String, options: LoadOptions = LoadOptions()) throws {
    try load(try Checkpoint.open(path), fileName: path, options: options)
  }
}

extension ParameterDict {
  /// Saves the values of all parameters under their full names, as `ParameterDict.save` does.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - prefix: What every name starts with and is left out.
  /// - Throws: `SaveError` in Gluon's words, or `CheckpointWriteError`.
  public func save(to path: String, strippingPrefix prefix: String = "") throws {
    try write(try namedTensors(strippingPrefix: prefix), to: path)
  }

  /// Loads the values of parameters by their full names, as `ParameterDict.load` does.
  ///
  /// - Parameters:
  ///   - path: The name of a file of any format that can be opened.
  ///   - options: What may be missing, be there as well, or have another type, and a prefix.
  /// - Throws: `LoadError` in Gluon's words, or `CheckpointError`.
  public func load(from path: String, options: LoadOptions = LoadOptions()) throws {
    try load(try Checkpoint.open(path), fileName: path, options: options)
  }
}

/// Writes named tensors to a file whose name says what it is; `.params` unless it is safetensors.
private func write(_ tensors: [NamedTensor], to path: String) throws {
  let contents = CheckpointContents(
    tensors: tensors.map { .init(name: $0.name, source: .tensor($0.tensor)) })
  try contents.write(to: path, as: CheckpointFormat(endingOf: path) ?? .params)
}
