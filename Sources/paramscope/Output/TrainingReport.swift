import Checkpoints
import Tensors
import Words
import Workspace

/// What `train` did: the loss of each step, and every parameter before and after.
struct TrainingReport {
  /// The model afterwards.
  private(set) var outline: Outline
  private(set) var steps: [Step] = []
  private(set) var progress: TrainingProgress?
  /// What a parameter was before the first step and after the last.
  private(set) var before: [Int: Ends] = [:]
  private(set) var after: [Int: Ends] = [:]
  /// The file that was written, if one was asked for.
  var saved: SavedModel?
  let plan: TrainingPlan
  /// The file of samples; nil for a made-up task.
  let dataPath: String?

  /// The losses of the samples of one step.
  struct Step {
    let loss: Double
    let counts: ElementCounts
  }

  /// The statistics of a parameter at one end: of the gradient, those of the first or the last step.
  struct Ends {
    var weights: ScannedTensor?
    var gradient: ScannedTensor?
  }

  @MainActor
  init(model: OpenModel, plan: TrainingPlan, dataPath: String?) {
    outline = model.outline
    self.plan = plan
    self.dataPath = dataPath
  }

  /// Trains until as many steps are done as are wanted.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - goal: The number of steps, for a number of samples that there are in all.
  ///   - show: Called with the fraction done.
  /// - Throws: Why a step cannot be done.
  @MainActor
  mutating func train(
    _ model: OpenModel, goal: (Int) -> Int, show: (Double) -> Void
  ) async throws {
    for index in outline.parameters.indices {
      before[index] = Ends(weights: await Self.scan(try? model.elements(of: index)))
    }
    let change = try await model.train(plan, measuring: []) { progress in
      steps.append(Step(loss: progress.loss ?? .nan, counts: progress.lossCounts))
      if steps.count == 1 {
        for index in outline.parameters.indices {
          before[index]?.gradient = await Self.scan(try? model.gradient(of: index))
        }
      }
      let count = goal(progress.sampleCount)
      show(Double(steps.count) / Double(count))
      return steps.count >= count
    }
    (progress, outline) = (change.training, change.outline)
    for index in outline.parameters.indices {
      after[index] = Ends(
        weights: await Self.scan(try? model.elements(of: index)),
        gradient: await Self.scan(try? model.gradient(of: index)))
    }
  }

  private static func scan(_ elements: Elements?) async -> ScannedTensor? {
    try? await elements?.scan(ScanOptions(distribution: false))
  }
}

extension TrainingReport {
  /// How many steps the text lists at most, beside the last.
  private static let listedStepCount = 20

  /// A line on the run, some steps, then a row for each parameter.
  func text(in language: Language) -> String {
    headline.said(in: language) + "\n\n" + lossTable.text(in: language) + "\n"
      + parameterTable.text(in: language)
      + (saved.map { $0.phrase.said(in: language) + "\n" } ?? "")
  }

  private var headline: Phrase {
    let count = steps.count
    let run: Phrase =
      count == 1 ? "1 step of \(plan.batchSize)" : "\(count) steps of \(plan.batchSize)"
    let optimizer = progress?.optimizer ?? plan.optimizer
    let loss = progress?.lossKind?.rawValue ?? ""
    return dataPath.map { "\(outline.title): \(run), \(optimizer), \(loss), on \($0)" }
      ?? "\(outline.title): \(run), \(optimizer), \(loss), on a made-up task, seed \(plan.seed)"
  }

  private var lossTable: TextTable {
    var table = TextTable([("step", true), ("loss", true)])
    let stride = (steps.count + Self.listedStepCount - 1) / Self.listedStepCount
    for (index, step) in steps.enumerated()
    where index == 0 || (index + 1).isMultiple(of: stride) || index == steps.count - 1 {
      table.add(["\(index + 1)", NumberText.value(step.loss)])
    }
    return table
  }

  private var parameterTable: TextTable {
    var table = TextTable([
      ("name", false), ("shape", false), ("weights l2", true), ("after", true),
      ("gradient l2", true), ("after", true), ("nans", true), ("infs", true), ("uses", false),
    ])
    for (index, info) in outline.parameters.enumerated() {
      let (first, last) = (before[index], after[index])
      let counts = last?.weights?.counts ?? ElementCounts()
      table.add([
        info.name, info.shape.dimensions.map(String.init).joined(separator: "×"),
        Self.length(first?.weights), Self.length(last?.weights), Self.length(first?.gradient),
        Self.length(last?.gradient), "\(counts.nan)",
        "\(counts.positiveInfinity + counts.negativeInfinity)", uses(of: index),
      ])
    }
    return table
  }

  private static func length(_ scanned: ScannedTensor?) -> String {
    guard let summary = scanned?.components.first?.summary else { return "-" }
    return summary.finite == 0 && summary.count > 0
      ? NumberText.value(.nan) : summary.l2.map(NumberText.value) ?? "-"
  }

  /// What each use contributed: `1 62.1 %, 2 37.9 %`.
  private func uses(of parameter: Int) -> String {
    (progress?.uses[parameter] ?? []).map { use in
      let share = use.share.map { NumberText.fixed(100 * $0, 1) + " %" } ?? "-"
      return "\(use.label) \(share)"
    }.joined(separator: ", ")
  }
}

extension TrainingReport {
  /// The object of PRODUCT's schema, version 1.
  var json: JSON {
    let model = ModelReport(outline: outline, listed: [], findings: nil)
    return .object([
      ("version", .integer(1)),
      ("steps", .array(steps.enumerated().map { Self.json($1, number: $0 + 1) })),
      (
        "parameters",
        .array(
          outline.parameters.indices.map { index in
            .object(
              model.description(of: index) + [
                ("before", Self.json(before[index])), ("after", Self.json(after[index])),
                ("uses", .array((progress?.uses[index] ?? []).map(Self.json))),
              ])
          })
      ),
      ("model", .string(outline.locator)),
      ("optimizer", .string(progress?.optimizer ?? plan.optimizer)),
      ("loss", .optional(progress?.lossKind?.rawValue)),
      ("batch", .integer(plan.batchSize)),
      ("samples", .integer(progress?.sampleCount ?? 0)),
      ("data", .optional(dataPath)),
      ("seed", .integer(Int(plan.seed))),
      ("output", saved?.json ?? .null),
    ])
  }

  private static func json(_ step: Step, number: Int) -> JSON {
    .object([
      ("step", .integer(number)), ("loss", .number(step.loss)),
      ("samples", .integer(step.counts.count)), ("nan", .integer(step.counts.nan)),
      ("posInf", .integer(step.counts.positiveInfinity)),
      ("negInf", .integer(step.counts.negativeInfinity)),
    ])
  }

  private static func json(_ ends: Ends?) -> JSON {
    .object([
      ("weights", .object(ModelReport.statistics(of: ends?.weights))),
      ("gradient", .object(ModelReport.statistics(of: ends?.gradient))),
    ])
  }

  private static func json(_ use: TrainedUse) -> JSON {
    .object([
      ("use", .string(use.label)), ("share", .optional(use.share)),
      ("l2", .optional(use.norms.last)),
    ])
  }
}
