public import Tensors

/// Why parameters cannot be saved, in the words of Gluon 1.9.1.
public enum SaveError: Error {
  /// A parameter has no values.
  case parameter(ParameterError)
  /// A name does not start with the prefix that is to be left out.
  case prefix(String, name: String)
}

extension SaveError: CustomStringConvertible {
  /// The message of Gluon.
  public var description: String {
    switch self {
    case .parameter(let error): error.description
    case .prefix(let prefix, let name):
      "Prefix '\(prefix)' is to be striped before saving, but Parameter's name '\(name)' does not "
        + "start with '\(prefix)'. this may be due to your Block shares parameters from other "
        + "Blocks or you forgot to use 'with name_scope()' when creating child blocks. "
        + namingHelp
    }
  }
}

/// Why parameters cannot be loaded, in the words of Gluon 1.9.1.
public enum LoadError: Error {
  /// A path of the block is not in the file.
  case missing(name: String, fileName: String, saved: [String])
  /// The file has a path that the block has not; `known` are the block's own parameters.
  case extra(name: String, fileName: String, known: [String])
  /// A name of the dictionary is not in the file.
  case missingInDict(name: String, fileName: String, saved: [String])
  /// The file has a name that the dictionary has not.
  case extraInDict(name: String, fileName: String, known: [String])
  /// A known dimension is another one in the file.
  case shape(name: String, expected: Shape, saved: Shape)
  /// The elements have another type in the file.
  case elementType(name: String, expected: String, saved: ElementType)
  /// A name does not start with the prefix that the file leaves out.
  case prefix(String, name: String)
  /// A parameter refuses the values.
  case parameter(ParameterError)
  /// The source cannot be read.
  case source(any Error)
}

extension LoadError: CustomStringConvertible {
  /// The message of Gluon.
  public var description: String {
    switch self {
    case .missing(let name, let fileName, let saved):
      "Parameter '\(name)' is missing in file '\(fileName)', which contains parameters: "
        + "\(briefList(saved)). Set allow_missing=True to ignore missing parameters."
    case .extra(let name, let fileName, let known):
      "Parameter '\(name)' loaded from file '\(fileName)' is not present in ParameterDict, which "
        + "contains parameters \(briefList(known)). Set ignore_extra=True to ignore. "
    case .missingInDict(let name, let fileName, let saved):
      "Parameter '\(name)' is missing in file: \(fileName), which contains parameters: "
        + "\(briefList(saved)). \(prefixHelp)\(namingHelp)"
    case .extraInDict(let name, let fileName, let known):
      "Parameter '\(name)' loaded from file: \(fileName) is not present in ParameterDict, choices "
        + "are: \(briefList(known)). Set ignore_extra to True to ignore. \(prefixHelp)\(namingHelp)"
    case .shape(let name, let expected, let saved):
      "Failed loading Parameter '\(name)' from saved params: shape incompatible expected "
        + "\(expected.pythonDescription) vs saved \(saved.pythonDescription)"
    case .elementType(let name, let expected, let saved):
      "Failed loading Parameter '\(name)' from saved params: dtype incompatible expected "
        + "\(expected) vs saved \(pythonClass(saved)). Set cast_dtype=True to cast the dtype of "
        + "saved params."
    case .prefix(let prefix, let name):
      "restore_prefix is '\(prefix)' but Parameters name '\(name)' does not start with "
        + "'\(prefix)'. \(namingHelp)"
    case .parameter(let error): error.description
    case .source(let error): "\(error)"
    }
  }
}

private let prefixHelp = "Please make sure source and target networks have the same prefix."

private let namingHelp =
  "For more info on naming, please see "
  + "https://mxnet.io/api/python/docs/tutorials/packages/gluon/blocks/naming.html"

/// At most seven quoted names: of more, the first three and the last four.
///
/// Source: `_brief_print_list` in `gluon/utils.py`.
private func briefList(_ names: [String]) -> String {
  func quoted(_ names: some Sequence<String>) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
  let limit = 7
  guard names.count > limit else { return quoted(names) }
  return quoted(names.prefix(limit / 2)) + ", ..., " + quoted(names.suffix(limit - limit / 2))
}

/// The type as Python prints it; NumPy has none for bfloat16, which MXNet shows as a structure.
private func pythonClass(_ type: ElementType) -> String {
  switch type {
  case .bfloat16: "[('bfloat16', '<u2')]"
  case .bool: "<class 'numpy.bool_'>"
  default: "<class 'numpy.\(type.name)'>"
  }
}
