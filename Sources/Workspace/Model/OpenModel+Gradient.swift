internal import ModelEngine

extension OpenModel {
  /// The gradient of a parameter, as it was when this was called.
  ///
  /// - Throws: Gluon's message if there is none.
  public func gradient(of parameter: Int) throws(WorkspaceError) -> Elements {
    guard case .network(let parameters) = content else {
      throw .noElements("\(outline.title): a file has no gradients")
    }
    do {
      return .memory(try parameters[parameter].grad())
    } catch {
      throw .noElements(error.description)
    }
  }
}
