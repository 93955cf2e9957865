/// Where the elements of a parameter live; this engine computes on one processor.
public enum Device: Hashable, Sendable, CustomStringConvertible {
  /// The first processor.
  case cpu

  /// What Python prints: `cpu(0)`.
  public var description: String { "cpu(0)" }
}

extension Parameter {
  /// Where its elements live, or will.
  ///
  /// - Throws: `setBeforeInitialization` if it was never initialized.
  public func devices() throws(ParameterError) -> [Device] {
    if case .uninitialized = state { throw .setBeforeInitialization(name: name) }
    return [.cpu]
  }
}

extension ParameterDict {
  /// Where the elements of all parameters live, or will; each place once.
  ///
  /// - Throws: `setBeforeInitialization` for the first parameter that was never initialized.
  public func devices() throws(ParameterError) -> [Device] {
    for parameter in parameters { _ = try parameter.devices() }
    return parameters.isEmpty ? [] : [.cpu]
  }
}
