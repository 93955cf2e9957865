internal import ModelEngine
internal import Words

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
    guard let nearest = nearestName(to: name, among: known) else {
      throw .usage("there is no parameter '\(name)'. See paramscope tree")
    }
    throw .usage("there is no parameter '\(name)'; did you mean '\(nearest)'? See paramscope tree")
  }

  /// The positions of the parameters in use whose names a regular expression finds; all for nil.
  ///
  /// Capitals matter, unless `(?i)` stands in front. Takes linear time, whatever the expression.
  ///
  /// - Throws: `badPattern` if the text is no regular expression.
  public func parameters(matching pattern: String?) throws(WorkspaceError) -> [Int] {
    guard let pattern else { return usedParameters }
    let program: PatternProgram
    do {
      program = try PatternParser.parse(pattern)
    } catch {
      throw .badPattern(pattern, reason: error.words)
    }
    return usedParameters.filter {
      program.firstMatch(in: Array(parameters[$0].name.unicodeScalars), from: 0) != nil
    }
  }
}
