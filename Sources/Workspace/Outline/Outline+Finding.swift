internal import ModelEngine

extension Outline {
  /// The parameter of a name, or of the path of a use.
  ///
  /// - Throws: An error that names the nearest one.
  public func parameter(named name: String) throws(WorkspaceError) -> Int {
    // Names that look alike and have other bytes are different names.
    let bytes = Array(name.utf8)
    if let index = parameters.firstIndex(where: { $0.name.utf8.elementsEqual(bytes) }) {
      return index
    }
    if let use = uses.first(where: { $0.path.utf8.elementsEqual(bytes) }) { return use.parameter }
    let known = parameters.prefix(10_000).map(\.name)
    let hint = nearestName(to: name, among: known).map { "; did you mean '\($0)'?" } ?? "."
    throw .usage("there is no parameter '\(name)'\(hint) See paramscope tree")
  }
}
