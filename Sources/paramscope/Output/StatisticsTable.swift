import Tensors
import TerminalUI
import Words
import Workspace

/// What `stats` prints: a row for each parameter.
struct StatisticsTable {
  private static let columns: [(title: Phrase, isRightAligned: Bool)] = [
    ("name", false), ("dtype", false), ("shape", false), ("count", true), ("bytes", true),
    ("min", true), ("max", true), ("mean", true), ("std", true), ("l2", true), ("zeros", true),
    ("nans", true), ("infs", true), ("shared with", false),
  ]

  private let report: ModelReport

  init(_ report: ModelReport) {
    self.report = report
  }

  /// The table for a person: numbers of four digits, and the histograms that were asked for.
  func text(in language: Language) -> String {
    var table = TextTable(Self.columns)
    for row in rows(shapeSeparator: "×", { $0.map(NumberText.value) ?? "-" }) { table.add(row) }
    return table.text(in: language) + histograms(in: language) + problems(in: language)
  }

  /// The table for a program: exact numbers, quoted as RFC 4180 says.
  var csv: String {
    let rows =
      [Self.columns.map(\.title.english)]
      + rows(shapeSeparator: "x") { $0.map(NumberText.shortest) ?? "" }
    return rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A row for each parameter; for complex ones a row for each part, which the type names.
  private func rows(
    shapeSeparator: String, _ number: (Double?) -> String
  ) -> [[String]] {
    report.listed.flatMap { index -> [[String]] in
      let info = report.outline.parameters[index]
      let scanned = try? report.findings?[index]?.get()
      let counts = scanned?.counts ?? ElementCounts()
      let paths = info.uses.dropFirst().map { report.outline.uses[$0].path }
      let parts = scanned?.components.map(\.summary) ?? []
      return (0..<max(1, parts.count)).map { part in
        let summary = parts.isEmpty ? nil : parts[part]
        return [
          info.name, info.elementType.name + Self.partName(part, of: parts.count),
          info.shape.dimensions.map(String.init).joined(separator: shapeSeparator),
          "\(info.elementCount ?? 0)", "\(info.byteCount)", number(summary?.minimum),
          number(summary?.maximum), number(summary?.mean), number(summary?.standardDeviation),
          number(summary?.l2), "\(counts.zeros)", "\(counts.nan)",
          "\(counts.positiveInfinity + counts.negativeInfinity)", paths.joined(separator: " "),
        ]
      }
    }
  }

  /// What a part of a complex parameter is called; nothing for the only one.
  private static func partName(_ part: Int, of count: Int) -> String {
    count < 2 ? "" : part == 0 ? " re" : " im"
  }

  /// A line for each bin of each histogram.
  private func histograms(in language: Language) -> String {
    report.listed.map { index in
      let parts = (try? report.findings?[index]?.get())?.components ?? []
      return parts.enumerated().map { part, statistics in
        guard let histogram = statistics.histogram else { return "" }
        let name = report.outline.parameters[index].name + Self.partName(part, of: parts.count)
        return "\n\(DisplayText(name).string)\n" + Self.text(of: histogram, in: language)
      }.joined()
    }.joined()
  }

  private static func text(of histogram: Histogram, in language: Language) -> String {
    var table = TextTable([("from", true), ("to", true), ("count", true), ("", false)])
    let most = max(1, histogram.counts.max() ?? 1)
    let width = (histogram.high - histogram.low) / Double(histogram.counts.count)
    for (bin, count) in histogram.counts.enumerated() {
      let low = histogram.low + Double(bin) * width
      let isLast = bin == histogram.counts.count - 1
      table.add([
        NumberText.value(low), NumberText.value(isLast ? histogram.high : low + width), "\(count)",
        String(repeating: "#", count: Int((40 * Double(count) / Double(most)).rounded(.up))),
      ])
    }
    return table.text(in: language)
  }

  /// A line for each parameter that could not be read.
  private func problems(in language: Language) -> String {
    report.listed.compactMap { index in
      guard case .failure(let failure) = report.findings?[index] else { return nil }
      return failure.message(in: language) + "\n"
    }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let cell = JSON.harmless(cell)
    guard cell.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
