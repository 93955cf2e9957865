extension Block {
  /// All parameters, its own first, then those of its children; each once.
  ///
  /// Notes a warning where a property holds blocks in a list that is not registered.
  ///
  /// - Parameter pattern: A regular expression that the beginning of a full name must match, as in
  ///   `dense0_.*|.*bias`; nil or an empty one selects all.
  /// - Returns: The parameters.
  /// - Throws: `differentParameters` if two parameters have one name; `badPattern`.
  public func collectParams(select pattern: String? = nil) throws(ParameterError) -> ParameterDict {
    guard let pattern, !pattern.isEmpty else { return try collect(nil) }
    return try collect(try NamePattern(pattern))
  }

  private func collect(_ pattern: NamePattern?) throws(ParameterError) -> ParameterDict {
    warnOfUnregisteredBlocks()
    let all = ParameterDict(prefix: params.prefix)
    try all.update(params.filter { pattern?.matches($0.name) ?? true })
    for child in children { try all.update(child.block.collect(pattern)) }
    return all
  }

  /// All parameters by use: the path of attribute names, `0.weight`, and the parameter.
  ///
  /// These are the keys under which Gluon saves.
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
    for attribute in attributes {
      paths.append((prefix + savedKey(for: attribute.key), attribute.parameter))
    }
    for child in children { child.block.appendPaths(to: &paths, prefix: "\(prefix)\(child.key).") }
  }

  /// Initializes every parameter that can be, and defers those whose shape is not known yet.
  ///
  /// What a layer declares beats `initializer`, which must exist all the same.
  ///
  /// - Parameters:
  ///   - initializer: What draws a parameter that declares nothing.
  ///   - verbose: Whether the context's log says what was drawn.
  ///   - forceReinit: Whether to replace values that exist.
  /// - Throws: What `Parameter.initialize` throws, at the first parameter that fails.
  public func initialize(
    _ initializer: any Initializer, verbose: Bool = false, forceReinit: Bool = false
  ) throws(ParameterError) {
    try collectParams().initialize(initializer, verbose: verbose, forceReinit: forceReinit)
  }

  /// The same under Gluon's argument label.
  ///
  /// - Throws: What `Parameter.initialize` throws, at the first parameter that fails.
  public func initialize(
    init initializer: any Initializer, verbose: Bool = false, forceReinit: Bool = false
  ) throws(ParameterError) {
    try initialize(initializer, verbose: verbose, forceReinit: forceReinit)
  }

  /// Initializes with Gluon's default, `Uniform(0.07)`, which goes on logging once it was told to.
  ///
  /// - Throws: What `Parameter.initialize` throws, at the first parameter that fails.
  public func initialize(
    verbose: Bool = false, forceReinit: Bool = false
  ) throws(ParameterError) {
    let logs = ModelContext.current.defaultLogs(.block, verbose: verbose)
    try initialize(Uniform(), verbose: logs, forceReinit: forceReinit)
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

  /// Its own parameter `gamma`.
  ///
  /// - Precondition: The block has one.
  public var gamma: Parameter { required("gamma") }

  /// Its own parameter `beta`.
  ///
  /// - Precondition: The block has one.
  public var beta: Parameter { required("beta") }

  /// Its own parameter `running_mean`.
  ///
  /// - Precondition: The block has one.
  public var runningMean: Parameter { required("running_mean") }

  /// Its own parameter `running_var`.
  ///
  /// - Precondition: The block has one.
  public var runningVar: Parameter { required("running_var") }

  private func required(_ key: String) -> Parameter {
    guard let parameter = parameter(key) else {
      preconditionFailure("'\(Self.className)' object has no attribute '\(key)'")
    }
    return parameter
  }
}
