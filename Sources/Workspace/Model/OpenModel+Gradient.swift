internal import ModelEngine
extension OpenModel {
  /// The gradient of a parameter, as it was when this was called.
  ///
  /// - Throws: Gluon's message if there is none.
  public func gradient(of parameter: Int) throws(WorkspaceError) -> Elements {
    try read(parameter) { snapshot throws(ParameterError) in try snapshot.grad() }
  }
}
