extension Block {
  /// All parameters, its own first, then those of its children; each once.
  ///
  /// - Throws: `differentParameters` if two parameters have one name.
  public func collectParams() throws(ParameterError) -> ParameterDict {
    let all = ParameterDict(prefix: params.prefix)
    try all.update(params)
    for child in children { try all.update(child.block.collectParams()) }
    return all
  }

  /// All parameters by use: the path of attribute names, `0.weight`, and the parameter.
  ///
  /// A shared parameter appears under every path; so does a block that was added twice.
  public func parametersByPath() -> [(path: String, parameter: Parameter)] {
    var paths: [(path: String, parameter: Parameter)] = []
    appendPaths(to: &paths, prefix: "")
    return paths
  }

  private func appendPaths(
    to paths: inout [(path: String, parameter: Parameter)], prefix: String
  ) {
    for attribute in attributes { paths.append((prefix + attribute.key, attribute.parameter)) }
    for child in children { child.block.appendPaths(to: &paths, prefix: "\(prefix)\(child.key).") }
  }

  /// Initializes every parameter that can be, and defers those whose shape is not known yet.
  ///
  /// What a layer declares beats `initializer`, which must exist all the same.
  ///
  /// - Throws: What `Parameter.initialize` throws, at the first parameter that fails.
  public func initialize(
    _ initializer: any Initializer = Uniform(), forceReinit: Bool = false
  ) throws(ParameterError) {
    try collectParams().initialize(initializer, forceReinit: forceReinit)
  }

  /// The same under Gluon's argument label.
  ///
  /// - Throws: What `Parameter.initialize` throws, at the first parameter that fails.
  public func initialize(
    init initializer: any Initializer, forceReinit: Bool = false
  ) throws(ParameterError) {
    try initialize(initializer, forceReinit: forceReinit)
  }

  /// Its own parameter of an attribute name, if there is one.
  public func parameter(_ key: String) -> Parameter? {
    attributes.first { $0.key == key }?.parameter
  }

  /// Its own parameter `weight`.
  ///
  /// - Precondition: The block has one.
  public var weight: Parameter { required("weight") }

  /// Its own parameter `bias`.
  ///
  /// - Precondition: The block has one.
  public var bias: Parameter { required("bias") }

  private func required(_ key: String) -> Parameter {
    guard let parameter = parameter(key) else {
      preconditionFailure("'\(Self.className)' object has no attribute '\(key)'")
    }
    return parameter
  }
}
