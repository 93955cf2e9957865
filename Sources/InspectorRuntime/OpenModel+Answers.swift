internal import Inspector
internal import Tensors
internal import Workspace

extension OpenModel {
  /// Finds out what a detail wants to know, off the main actor.
  ///
  /// - Throws: Why it cannot be found out, or `CancellationError`.
  func answer(_ request: DetailRequest) async throws -> DetailAnswer {
    switch request {
    case .window(let parameter, let plane, let rows, let columns, let cursor):
      .window(
        try await elements(of: parameter).window(
          plane, rows: rows, columns: columns, exact: (cursor.row, cursor.column)))
    case .survey(let parameter, let plane, let blockRowCount, let blockColumnCount):
      .survey(
        try await elements(of: parameter).survey(
          plane, blockRowCount: blockRowCount, blockColumnCount: blockColumnCount))
    case .equalGroups: .equalGroups(try await equalGroups())
    case .recount(let parameter, let axis, let part):
      .recount(try await recount(parameter, over: axis, part))
    case .gradient(let parameter): .gradient(try await gradientReport(of: parameter))
    case .gradientNorms(let parameters):
      .gradientNorms(try await gradientNorms(of: parameters))
    case .spectrum(let parameter):
      .spectrum(
        try await elements(of: parameter).spectrum(outline.parameters[parameter].shape))
    }
  }

  private func recount(
    _ parameter: Int, over axis: DisplayAxis, _ part: ComplexPart
  ) async throws -> Recount {
    let options = ScanOptions(quantiles: false, axis: axis)
    let former = formerElements(of: parameter)
    let now = try await elements(of: parameter).scan(options)
    let before = try? await former?.scan(options)
    return Recount(
      now: part.statistics(now)?.distribution,
      before: before.flatMap(part.statistics)?.distribution)
  }
}
