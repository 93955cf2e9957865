import TerminalUI

/// A screen as JSON.
struct SnapshotReport {
  let frame: CellBuffer

  /// The object of PRODUCT's schema, version 1.
  var json: JSON {
    .object([
      ("version", .integer(1)),
      ("columns", .integer(frame.size.columns)),
      ("rows", .integer(frame.size.rows)),
      ("lines", .array(frame.lines.map(JSON.string))),
      ("styles", .array(styles)),
      ("cursor", cursor),
    ])
  }

  private var styles: [JSON] {
    (0..<frame.size.rows).flatMap { row in
      frame.styleRuns(row: row).filter { $0.style != .plain }.map { run in
        .object([
          ("row", .integer(row)), ("column", .integer(run.columns.lowerBound)),
          ("length", .integer(run.columns.count)),
          ("foreground", .string("\(run.style.foreground)")),
          ("background", .string("\(run.style.background)")),
          ("attributes", .array(run.style.attributes.names.map(JSON.string))),
        ])
      }
    }
  }

  private var cursor: JSON {
    guard let cursor = frame.cursor else { return .null }
    return .object([("row", .integer(cursor.row)), ("column", .integer(cursor.column))])
  }
}

extension Attributes {
  /// The words of a style in JSON.
  fileprivate var names: [String] {
    [(Attributes.bold, "bold"), (.dim, "dim"), (.reversed, "reversed")]
      .filter { contains($0.0) }.map(\.1)
  }
}
