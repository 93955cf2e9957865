internal import Inspector
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
    }
  }
}
