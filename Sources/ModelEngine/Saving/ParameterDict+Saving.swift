public import Tensors

extension ParameterDict {
  /// The values of all parameters as `ParameterDict.save` saves them: by full name.
  ///
  /// - Parameter prefix: What every name starts with and is left out.
  /// - Returns: A tensor for each parameter, in order.
  /// - Throws: `prefix` if a name does not start with it, or `parameter` for one without values.
  public func namedTensors(strippingPrefix prefix: String = "") throws(SaveError) -> [NamedTensor] {
    var tensors: [NamedTensor] = []
    for parameter in parameters {
      let tensor: Tensor
      do {
        tensor = try parameter.data()
      } catch {
        throw .parameter(error)
      }
      guard parameter.name.hasPrefix(prefix) else {
        throw .prefix(prefix, name: parameter.name)
      }
      tensors.append(
        NamedTensor(name: String(parameter.name.dropFirst(prefix.count)), tensor: tensor))
    }
    return tensors
  }

  /// Loads values as `ParameterDict.load` does: by full name, `arg:` and `aux:` left out.
  ///
  /// What was loaded before an error stays loaded, as in Gluon.
  ///
  /// - Parameters:
  ///   - source: The tensors.
  ///   - fileName: What messages call it.
  ///   - options: What may be missing, be there as well, or have another type, and a prefix.
  /// - Throws: An error in Gluon's words, or what reading the source throws.
  public func load(
    _ source: some TensorSource, fileName: String, options: LoadOptions = LoadOptions()
  ) throws(LoadError) {
    let prefix = options.restorePrefix
    for name in names where !name.hasPrefix(prefix) { throw .prefix(prefix, name: name) }
    let saved = SavedNames(source.tensors, prefix: prefix)
    if !options.allowMissing {
      for name in names where saved[name] == nil {
        throw .missingInDict(
          name: String(name.dropFirst(prefix.count)), fileName: fileName, saved: saved.names)
      }
    }
    for name in saved.names {
      if let parameter = self[name] {
        try parameter.load(source, at: saved[name] ?? 0, options)
      } else if !options.ignoreExtra {
        throw .extraInDict(
          name: String(name.dropFirst(prefix.count)), fileName: fileName, known: names)
      }
    }
  }
}

/// The full names of saved tensors: each once, in order, with the last of equal ones.
private struct SavedNames {
  private(set) var names: [String] = []
  private var indices: [String: Int] = [:]

  init(_ tensors: [TensorDescription], prefix: String) {
    for (index, tensor) in tensors.enumerated() {
      let name = prefix + withoutSymbolMark(tensor.name)
      if indices.updateValue(index, forKey: name) == nil { names.append(name) }
    }
  }

  subscript(name: String) -> Int? { indices[name] }
}
