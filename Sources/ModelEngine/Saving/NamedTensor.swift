public import Tensors

/// A tensor and the name under which it is saved.
public struct NamedTensor: Hashable, Sendable {
  /// The name: an attribute path, `0.weight`, or the full name of a parameter.
  public let name: String
  /// The values.
  public let tensor: Tensor

  /// Creates a named tensor.
  public init(name: String, tensor: Tensor) {
    self.name = name
    self.tensor = tensor
  }
}

/// A name without the `arg:` or `aux:` that MXNet puts before the names of a symbol's parameters.
func withoutSymbolMark(_ name: String) -> String {
  name.hasPrefix("arg:") || name.hasPrefix("aux:") ? String(name.dropFirst(4)) : name
}
