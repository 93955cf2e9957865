public import Tensors

/// What a layer wants of a parameter; what is left out accepts anything that is stored.
public struct ParameterAttributes {
  /// The dimensions; 0 for unknown ones.
  public var shape: Shape?
  /// The type of the elements.
  public var elementType: ElementType?
  /// How the description spells the type.
  public var elementTypeSpelling = Parameter.ElementTypeSpelling.numpyClass
  /// What to use instead of the network's initializer.
  public var initializer: (any Initializer)?
  /// What the learning rate is multiplied by.
  public var lrMult: Double?
  /// What the weight decay is multiplied by.
  public var wdMult: Double?
  /// What a backward pass does with the gradient.
  public var gradReq: GradientRequest?
  /// Whether initialization may wait for the first forward pass; only for a new parameter.
  public var allowDeferredInit = false
  /// Whether a gradient can be asked for; only for a new parameter.
  public var isDifferentiable = true

  /// Creates attributes that accept anything.
  public init() {}

  /// Creates the attributes that Gluon's layers ask for.
  ///
  /// - Parameters:
  ///   - shape: The dimensions, with 0 for unknown ones.
  ///   - elementType: The type of the elements; nil accepts any, and a new parameter has float32.
  ///   - initializer: What to use instead of the network's initializer.
  public init(shape: Shape, elementType: ElementType? = nil, initializer: (any Initializer)?) {
    self.shape = shape
    self.elementType = elementType
    self.initializer = initializer
    elementTypeSpelling = elementType == nil ? .numpyClass : .name
    allowDeferredInit = true
  }
}

extension ParameterDict {
  /// The parameter of a local name: this dictionary's, a shared one, or a new one.
  ///
  /// One that exists is reconciled: unknown dimensions of either shape become known, a missing
  /// initializer is filled in, and everything else must be equal.
  ///
  /// - Parameters:
  ///   - localName: The name without the prefix.
  ///   - attributes: What is wanted.
  /// - Returns: The parameter.
  /// - Throws: `attributeMismatch` if an existing parameter has another attribute.
  @discardableResult
  public func get(
    _ localName: String, _ attributes: ParameterAttributes = ParameterAttributes()
  ) throws(ParameterError) -> Parameter {
    let name = prefix + localName
    if let existing = find(name) {
      try existing.reconcile(with: attributes)
      return existing
    }
    let parameter = Parameter(
      name, shape: attributes.shape, elementType: attributes.elementType ?? .float32,
      elementTypeSpelling: attributes.elementTypeSpelling, gradReq: attributes.gradReq ?? .write,
      initializer: attributes.initializer, lrMult: attributes.lrMult ?? 1,
      wdMult: attributes.wdMult ?? 1, allowDeferredInit: attributes.allowDeferredInit,
      isDifferentiable: attributes.isDifferentiable)
    insert(parameter)
    return parameter
  }

  /// The parameter of a local name, whatever its attributes; a new one has the given shape.
  ///
  /// - Throws: `attributeMismatch` if an existing parameter has another shape.
  @discardableResult
  public func get(_ localName: String, shape: Shape) throws(ParameterError) -> Parameter {
    var attributes = ParameterAttributes()
    attributes.shape = shape
    return try get(localName, attributes)
  }
}

extension Parameter {
  fileprivate func reconcile(with wanted: ParameterAttributes) throws(ParameterError) {
    if let request = wanted.gradReq, request != gradReq {
      throw mismatch("grad_req", request.rawValue, gradReq.rawValue)
    }
    if let shape = wanted.shape {
      guard let merged = storedShape.map({ shape.merged(with: $0) }) ?? shape else {
        throw mismatch("shape", shape.pythonDescription, self.shape.pythonDescription)
      }
      self.shape = merged
    }
    if let type = wanted.elementType, type != elementType {
      let spelled = Parameter(
        "", shape: [], elementType: type, elementTypeSpelling: wanted.elementTypeSpelling)
      throw mismatch("dtype", spelled.elementTypeText, elementTypeText)
    }
    try reconcileInitializer(wanted.initializer)
    try check("lr_mult", wanted.lrMult, lrMult)
    try check("wd_mult", wanted.wdMult, wdMult)
  }

  private func reconcileInitializer(_ wanted: (any Initializer)?) throws(ParameterError) {
    guard let wanted else { return }
    guard let own = initializer else {
      initializer = wanted
      return
    }
    guard own.isEqual(to: wanted) else {
      throw mismatch("init", wanted.description, own.description)
    }
  }

  private func check(
    _ attribute: String, _ desired: Double?, _ stored: Double
  ) throws(ParameterError) {
    guard let desired, desired != stored else { return }
    throw mismatch(
      attribute, ScalarArgument.pythonText(desired), ScalarArgument.pythonText(stored))
  }

  private func mismatch(
    _ attribute: String, _ desired: String, _ stored: String
  ) -> ParameterError {
    .attributeMismatch(name: name, attribute: attribute, desired: desired, stored: stored)
  }
}
