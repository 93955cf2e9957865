public import Tensors

extension Block {
  /// The values of all parameters as `save_parameters` saves them: by attribute path, depth first.
  ///
  /// - Parameter deduplicate: Whether a shared parameter is saved once, under the last of its paths,
  ///   instead of under each of them.
  /// - Returns: The tensors in the order of the paths.
  /// - Throws: `uninitialized` or `deferred` for the first parameter without values.
  public func namedTensors(deduplicate: Bool = false) throws(ParameterError) -> [NamedTensor] {
    var saved: [(path: String, parameter: Parameter)] = []
    var positions: [ObjectIdentifier: Int] = [:]
    for use in parametersByPath() {
      let identity = ObjectIdentifier(use.parameter)
      if deduplicate, let position = positions[identity] {
        saved[position].path = use.path
      } else {
        positions[identity] = saved.count
        saved.append(use)
      }
    }
    var tensors: [NamedTensor] = []
    for use in saved {
      tensors.append(NamedTensor(name: use.path, tensor: try use.parameter.data()))
    }
    return tensors
  }

  /// Loads values as `load_parameters` does.
  ///
  /// Names with a dot are attribute paths; of a shared parameter, one path is enough. Without any
  /// dot they are names of parameters without this block's prefix, as a lone layer saves them.
  /// Parameters that are deferred or uninitialized then have values and a gradient of zeros, and
  /// nothing is drawn. What was loaded before an error stays loaded, as in Gluon.
  ///
  /// - Parameters:
  ///   - source: The tensors.
  ///   - fileName: What messages call it.
  ///   - options: What may be missing, be there as well, or have another type.
  /// - Throws: An error in Gluon's words, or what reading the source throws.
  public func load(
    _ source: some TensorSource, fileName: String, options: LoadOptions = LoadOptions()
  ) throws(LoadError) {
    let uses = parametersByPath()
    if source.tensors.isEmpty && uses.isEmpty { return }
    guard source.tensors.contains(where: { $0.name.utf8.contains(UInt8(ascii: ".")) }) else {
      var options = options
      options.restorePrefix = prefix
      return try allParameters().load(source, fileName: fileName, options: options)
    }
    let saved = source.tensors.map(\.name)
    if !options.allowMissing { try checkMissing(uses, in: saved, fileName: fileName) }
    // A path that two attributes spell means the last of them, as in Python's dictionary.
    let parameters = Dictionary(uses.map { ($0.path, $0.parameter) }) { $1 }
    for (index, name) in saved.enumerated() {
      if let parameter = parameters[name] {
        try parameter.load(source, at: index, options)
      } else if !options.ignoreExtra {
        throw .extra(name: name, fileName: fileName, known: params.names)
      }
    }
  }

  private func allParameters() throws(LoadError) -> ParameterDict {
    do {
      return try collectParams()
    } catch {
      throw .parameter(error)
    }
  }

  private func checkMissing(
    _ uses: [(path: String, parameter: Parameter)], in saved: [String], fileName: String
  ) throws(LoadError) {
    let names = Set(saved)
    let found = Set(
      uses.filter { names.contains($0.path) }.map { ObjectIdentifier($0.parameter) })
    for use in uses where !found.contains(ObjectIdentifier(use.parameter)) {
      throw .missing(name: use.path, fileName: fileName, saved: saved)
    }
  }
}
