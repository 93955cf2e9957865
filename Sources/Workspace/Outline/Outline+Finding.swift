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

  /// The positions of the parameters in use whose names a regular expression finds; all for nil.
  ///
  /// - Throws: `badPattern` if the text is no regular expression.
  public func parameters(matching pattern: String?) throws(WorkspaceError) -> [Int] {
    guard let pattern else { return usedParameters }
    guard let expression = try? Regex(pattern) else { throw .badPattern(pattern) }
    return usedParameters.filter { (try? expression.firstMatch(in: parameters[$0].name)) != nil }
  }
}
