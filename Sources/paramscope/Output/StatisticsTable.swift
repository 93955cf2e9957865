import Tensors
import Workspace

/// What `stats` prints: a row for each parameter.
struct StatisticsTable {
  private static let columns: [(title: String, isRightAligned: Bool)] = [
    ("name", false), ("dtype", false), ("shape", false), ("count", true), ("bytes", true),
    ("min", true), ("max", true), ("mean", true), ("std", true), ("l2", true), ("zeros", true),
    ("nans", true), ("infs", true), ("shared with", false),
  ]

  private let report: ModelReport

  init(_ report: ModelReport) {
    self.report = report
  }

  /// The table for a person: numbers of four digits.
  var text: String {
    var table = TextTable(Self.columns)
    for index in report.listed {
      table.add(row(index, shapeSeparator: "×") { $0.map(NumberText.value) ?? "-" })
    }
    return table.text + problems
  }

  /// The table for a program: exact numbers, quoted as RFC 4180 says.
  var csv: String {
    let rows =
      [Self.columns.map(\.title)]
      + report.listed.map { row($0, shapeSeparator: "x") { $0.map(NumberText.shortest) ?? "" } }
    return rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private func row(
    _ index: Int, shapeSeparator: String, number: (Double?) -> String
  ) -> [String] {
    let info = report.outline.parameters[index]
    let scanned = try? report.findings?[index]?.get()
    let summary = scanned?.components.first?.summary
    let counts = scanned?.counts ?? ElementCounts()
    let paths = info.uses.dropFirst().map { report.outline.uses[$0].path }
    return [
      info.name, info.elementType.name,
      info.shape.dimensions.map(String.init).joined(separator: shapeSeparator),
      "\(info.elementCount ?? 0)", "\(info.byteCount)", number(summary?.minimum),
      number(summary?.maximum), number(summary?.mean), number(summary?.standardDeviation),
      number(summary?.l2), "\(counts.zeros)", "\(counts.nan)",
      "\(counts.positiveInfinity + counts.negativeInfinity)", paths.joined(separator: " "),
    ]
  }

  /// A line for each parameter that could not be read.
  private var problems: String {
    report.listed.compactMap { index in
      guard case .failure(let failure) = report.findings?[index] else { return nil }
      return "\(failure.message)\n"
    }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let cell = JSON.harmless(cell)
    guard cell.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
