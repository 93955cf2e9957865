public import Tensors

/// What an initializer has to be told of the model before it can fill a parameter.
public struct InitializerNeeds: Hashable, Sendable {
  /// Whether it starts from the parameter's present values.
  public let presentValues: Bool
  /// The names of the parameters whose values it looks at.
  public let parameters: [String]
  /// Whether it looks at the shapes of the other parameters.
  public let shapes: Bool

  /// Creates needs; none unless told otherwise.
  public init(presentValues: Bool = false, parameters: [String] = [], shapes: Bool = false) {
    self.presentValues = presentValues
    self.parameters = parameters
    self.shapes = shapes
  }

  /// Whether there are none.
  public var isEmpty: Bool { !presentValues && parameters.isEmpty && !shapes }
}

/// What is around a parameter that is initialized; only what an initializer needs has to be there.
public struct InitializerSurroundings: Hashable, Sendable {
  /// The parameter's values until now.
  public var present: Tensor?
  /// The values of other parameters by name.
  public var tensors: [String: Tensor]
  /// The shapes of all parameters by name.
  public var shapes: [String: Shape]

  /// Creates surroundings; empty ones unless told otherwise.
  public init(
    present: Tensor? = nil, tensors: [String: Tensor] = [:], shapes: [String: Shape] = [:]
  ) {
    self.present = present
    self.tensors = tensors
    self.shapes = shapes
  }
}
