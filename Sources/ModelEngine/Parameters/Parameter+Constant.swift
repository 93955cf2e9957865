public import Tensors

extension Parameter {
  /// Creates a parameter with a value that training never changes.
  ///
  /// - Parameters:
  ///   - name: The full name.
  ///   - value: The value, which it has after initialization, whatever the network's initializer.
  /// - Returns: The parameter.
  public static func constant(_ name: String, _ value: Tensor) -> Parameter {
    Parameter(
      name, value.shape, value.elementType, .numpyClass, .null, ConstantValue(name, value), 1, 1,
      false, false, constantValue: value)
  }
}

extension ParameterDict {
  /// The constant of a local name: this dictionary's, a shared one, or a new one.
  ///
  /// - Parameters:
  ///   - localName: The name without the prefix.
  ///   - value: The value; nil accepts any, and makes none.
  /// - Returns: The constant.
  /// - Throws: `noConstant` if there is none and no value, `notConstant`, or `otherConstant`.
  @discardableResult
  public func getConstant(
    _ localName: String, _ value: Tensor? = nil
  ) throws(ParameterError) -> Parameter {
    let name = prefix + localName
    guard let existing = find(name) else {
      guard let value else { throw .noConstant(name: name) }
      let constant = Parameter.constant(name, value)
      insert(constant)
      return constant
    }
    guard let value else { return existing }
    guard let stored = existing.constantValue else { throw .notConstant(name: name) }
    guard stored.shape == value.shape, stored.doubles == value.doubles else {
      throw .otherConstant(name: name)
    }
    return existing
  }
}

/// Fills a constant with its value.
private struct ConstantValue: Initializer {
  static let name = "constant_value"
  let target: String
  let value: Tensor

  init(_ target: String, _ value: Tensor) {
    self.target = target
    self.value = value
  }

  var description: String { "constant_\(target)" }

  func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    values = value.floats
  }

  func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    guard let tensor = value.converted(to: target.elementType) else {
      throw .unsupportedElementType(target.elementType)
    }
    return tensor
  }
}
