/// Parameters by name, in the order in which they were added, under a common prefix.
///
/// A class, because a layer that shares the parameters of another is given that layer's dictionary.
public final class ParameterDict {
  /// What every name starts with that this dictionary gives.
  public let prefix: String
  /// Where names are looked up that are not in this dictionary.
  let shared: ParameterDict?
  /// The parameters, in the order in which they were added.
  public private(set) var parameters: [Parameter] = []
  private var indices: [String: Int] = [:]

  /// Creates an empty dictionary.
  ///
  /// - Parameters:
  ///   - prefix: What every name starts with.
  ///   - shared: Where to look for parameters before creating them.
  public init(prefix: String = "", shared: ParameterDict? = nil) {
    self.prefix = prefix
    self.shared = shared
  }

  /// Creates a dictionary of parameters that have names of their own.
  ///
  /// - Parameters:
  ///   - prefix: What every name starts with.
  ///   - aliases: The parameters that `get` gives for local names, whatever they are called.
  public convenience init(prefix: String, aliases: [(localName: String, parameter: Parameter)]) {
    self.init(prefix: prefix)
    for alias in aliases {
      insert(alias.parameter)
      indices[prefix + alias.localName] = indices[alias.parameter.name]
    }
  }

  /// The parameter of a full name.
  public subscript(name: String) -> Parameter? { indices[name].map { parameters[$0] } }

  /// The full names, in order.
  public var names: [String] { parameters.map(\.name) }

  /// Whether a full name is present.
  public func contains(_ name: String) -> Bool { indices[name] != nil }

  /// Adds parameters, such as those of another dictionary.
  ///
  /// - Throws: `differentParameters` if a name stands for two different parameters; then nothing is added.
  public func update(_ other: some Sequence<Parameter>) throws(ParameterError) {
    for parameter in other {
      if let own = self[parameter.name], own !== parameter {
        throw .differentParameters(name: parameter.name)
      }
    }
    for parameter in other { insert(parameter) }
  }

  /// Initializes every parameter, in order; what a parameter declares beats `initializer`.
  ///
  /// - Parameters:
  ///   - initializer: What draws a parameter that declares nothing.
  ///   - verbose: Whether the context's log says what was drawn.
  ///   - forceReinit: Whether to replace values that exist.
  /// - Throws: What `Parameter.initialize` throws, at the first parameter that fails.
  public func initialize(
    _ initializer: any Initializer, verbose: Bool = false, forceReinit: Bool = false
  ) throws(ParameterError) {
    for parameter in parameters {
      try parameter.initialize(
        default: initializer, verbose: verbose, forceReinit: forceReinit, among: parameters)
    }
  }

  /// Initializes every parameter with Gluon's default, which goes on logging once it was told to.
  ///
  /// - Throws: What `Parameter.initialize` throws, at the first parameter that fails.
  public func initialize(
    verbose: Bool = false, forceReinit: Bool = false
  ) throws(ParameterError) {
    let logs = ModelContext.current.defaultLogs(.parameterDict, verbose: verbose)
    try initialize(Uniform(), verbose: logs, forceReinit: forceReinit)
  }

  /// Sets all gradients to zero.
  public func zeroGrad() {
    for parameter in parameters { parameter.zeroGrad() }
  }

  /// Sets what a backward pass does with every gradient.
  public func setGradReq(_ request: GradientRequest) {
    for parameter in parameters { parameter.gradReq = request }
  }

  func insert(_ parameter: Parameter) {
    guard indices[parameter.name] == nil else { return }
    indices[parameter.name] = parameters.count
    parameters.append(parameter)
  }

  /// Puts a parameter in the place of another; at the end if that is not here.
  func replace(_ old: Parameter?, with new: Parameter) {
    if let old, let index = indices.removeValue(forKey: old.name) {
      parameters.remove(at: index)
      if !contains(new.name) { parameters.insert(new, at: index) }
      indices = Dictionary(
        parameters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    } else {
      insert(new)
    }
  }

  /// The parameter of a full name here, or in the shared dictionary, from where it is adopted.
  func find(_ name: String) -> Parameter? {
    if let own = self[name] { return own }
    guard let found = shared?[name] else { return nil }
    insert(found)
    return found
  }
}

extension ParameterDict: Sequence {
  /// Goes over the parameters in order.
  public func makeIterator() -> IndexingIterator<[Parameter]> { parameters.makeIterator() }
}

extension ParameterDict: CustomStringConvertible {
  /// What Python prints: the prefix and, between parentheses, a line for each parameter.
  public var description: String {
    let lines = parameters.map { "  \($0)" }.joined(separator: "\n")
    return (prefix.isEmpty ? "" : prefix + " ") + "(\n\(lines)\n)"
  }
}
