import ArgumentParser
import Tensors
import Words
import Workspace

/// Prints the statistics of every parameter.
struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Print a row of statistics for every parameter.")

  /// The largest number of bins that can be asked for.
  static let maximumBinCount = 100_000

  @OptionGroup var options: ModelOptions

  @Option(help: "List only parameters whose names this regular expression finds.")
  var filter: String?

  @Option(help: "Add a histogram with so many bins between min and max (not with --csv).")
  var bins: Int?

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Print comma-separated values.")
  var csv = false

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
    if bins != nil && csv { throw ValidationError("--bins has no place in --csv; take --json") }
    if let bins, !(1...Self.maximumBinCount).contains(bins) {
      throw ValidationError("--bins must be from 1 to \(Self.maximumBinCount), found \(bins)")
    }
  }

  @MainActor
  func run() async throws {
    let model = try options.open()
    let listed = try model.outline.parameters(matching: filter)
    let findings = await findings(of: listed, in: model)
    let report = ModelReport(outline: model.outline, listed: listed, findings: findings)
    let table = StatisticsTable(report)
    try StandardOutput.write(
      json ? report.json.text : csv ? table.csv : table.text(in: options.language))
  }

  /// Scans one parameter after the other; an unreadable one does not stop the rest.
  @MainActor
  private func findings(
    of listed: [Int], in model: OpenModel
  ) async -> [Int: Result<ScannedTensor, Failure>] {
    let total = max(1, listed.map { model.outline.parameters[$0].byteCount }.reduce(0, +))
    var doneCount = 0
    var bar = ProgressBar("reading", in: options.language)
    var findings: [Int: Result<ScannedTensor, Failure>] = [:]
    for index in listed where model.outline.parameters[index].state == .ready {
      do {
        let elements = try model.elements(of: index)
        findings[index] = .success(
          try await elements.scan(ScanOptions(binCount: bins, distribution: false)))
      } catch {
        findings[index] = .failure(Failure(error) ?? Failure(Phrase(of: error), status: 74))
      }
      doneCount += model.outline.parameters[index].byteCount
      bar.show(Double(doneCount) / Double(total))
    }
    bar.finish()
    return findings
  }
}
