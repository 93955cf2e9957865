import ArgumentParser
import Glibc
import Synchronization
import Tensors
import Words
import Workspace

/// Compares the parameters of two models.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two models: what changed, and by how much.",
    discussion: """
      Parameters meet by the paths of their uses, across formats and element types. NaN equals NaN. \
      The exit status is 0 if all are the same, and 1 if any is changed, added, removed, reshaped \
      or retyped.
      """)

  @Argument(help: "The first model: a description, a file, or example:NAME.")
  var first: String

  @Argument(help: "The second model.")
  var second: String

  @OptionGroup var build: BuildArguments

  @OptionGroup var spoken: LanguageArguments

  @Option(help: "Elements that differ by no more than this count as the same.")
  var tolerance = 0.0

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    guard tolerance >= 0, tolerance.isFinite else {
      throw ValidationError("--tolerance must be a number from 0, found \(tolerance)")
    }
  }

  @MainActor
  func run() async throws {
    let models = (try build.open(first), try build.open(second))
    let comparison = ModelComparison(models.0.outline, models.1.outline)
    let bar = Mutex(ProgressBar("comparing", in: spoken.chosen))
    var findings: [Int: ElementDifference] = [:]
    let total = Double(max(1, comparison.pairs.count))
    for (index, pair) in comparison.pairs.enumerated() where pair.kind.isComparable {
      findings[index] = try await difference(pair, models.0, models.1) { fraction in
        bar.withLock { $0.show((Double(index) + fraction) / total) }
      }
    }
    bar.withLock { $0.finish() }
    let report = DiffReport(
      first: models.0.outline, second: models.1.outline, comparison: comparison,
      findings: findings)
    try StandardOutput.write(json ? report.json.text : report.text(in: spoken.chosen))
    if !report.isSame { Glibc.exit(1) }
  }

  /// Compares the elements of a pair; nil if neither has any yet.
  @MainActor
  private func difference(
    _ pair: ModelComparison.Pair, _ first: OpenModel, _ second: OpenModel,
    _ report: @Sendable (Double) -> Void
  ) async throws -> ElementDifference? {
    guard let left = pair.first, let right = pair.second else { return nil }
    if first.outline.parameters[left].state != .ready,
      second.outline.parameters[right].state != .ready
    {
      return nil
    }
    return try await first.elements(of: left).difference(
      to: try second.elements(of: right), tolerance: tolerance, report: report)
  }
}
