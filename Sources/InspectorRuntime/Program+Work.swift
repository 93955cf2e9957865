internal import Inspector
internal import LessonScreen
internal import Lessons
internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Program {
  /// Starts some work off the screen.
  func begin(_ id: JobID, _ request: WorkRequest) {
    // Another model waits for the changes under way, as they would be lost.
    let start = request.replacesModel ? jobs.startChange : jobs.start
    start(id) { [self] in
      await inbox.report(id, { .work($0, .failed($1)) }) {
        .work(id, try await report(on: request, id))
      }
    }
  }

  private func report(on request: WorkRequest, _ id: JobID) async throws -> WorkReport {
    switch request {
    case .save(let path, let options):
      let saved = try await save(path, options, id)
      watch?.acknowledge()
      return .saved(saved, model.outline)
    case .forecast(let path, let options):
      return .forecast(await model.forecast(of: PathCompletion.expanded(path), options))
    case .completePath(let text): return .paths(await PathCompletion.paths(startingWith: text))
    case .export(let parameter, let slice, let target):
      try await export(parameter, slice, try path(of: target))
      return .exported(target.path)
    case .writeText(let text, let target):
      try await TextExport.write(text, to: try path(of: target), sparing: model.openedFiles)
      return .exported(target.path)
    case .copyValues(let parameter):
      let elements = try model.elements(of: parameter)
      return .text(try await elements.numpyDescription())
    case .reload: return .reloaded(try reload())
    case .openOther(let locator):
      let opened = try OpenModel.open(ModelLocator(PathCompletion.expanded(locator)))
      other = opened
      return .opened(opened.outline)
    case .inspect(let locator, let options): return .inspected(try inspect(locator, options, id))
    case .lesson(let seed, let language):
      return .lesson(try await LessonPage.prepared(seed: seed, language: language))
    case .readSamples(let path):
      return .samples(try await TrainingData.read(PathCompletion.expanded(path)))
    case .compare(let first, let second, let tolerance):
      let elements = (try model.elements(of: first), try otherElements(of: second))
      return .compared(try await compare(elements.0, elements.1, tolerance, id))
    case .overlay(let first, let second):
      // What has no elements yet has no distribution.
      let elements = (
        first.flatMap { try? model.elements(of: $0) },
        second.flatMap { try? otherElements(of: $0) }
      )
      return .overlaid(try await OverlaidFigures.compute(elements.0, elements.1))
    }
  }

  /// Opens a model in place of the first; whatever was asked of that one is not wanted any more.
  private func inspect(
    _ locator: String, _ options: BuildOptions, _ id: JobID
  ) throws -> Outline {
    let opened = try OpenModel.open(
      ModelLocator(PathCompletion.expanded(locator)), options: options)
    jobs.cancelAll(but: id)
    (model, other) = (opened, nil)
    attend()
    return model.outline
  }

  private func reload() throws -> Reload {
    // What is written while it is read is noticed afterwards.
    watch?.acknowledge()
    let reopened = try model.reopened()
    model = reopened.model
    return Reload(
      outline: model.outline, hasSameParameters: reopened.hasSameParameters,
      undoCount: model.undoCount, edits: model.edits)
  }

  private func otherElements(of parameter: Int) throws -> Elements {
    guard let other else { throw WorkspaceError.usage("no second model is open") }
    return try other.elements(of: parameter)
  }

  /// Compares, and reports its progress, newest first.
  private func compare(
    _ first: Elements, _ second: Elements, _ tolerance: Double, _ id: JobID
  ) async throws -> ElementDifference {
    let (fractions, reporter) = AsyncStream.makeStream(
      of: Double.self, bufferingPolicy: .bufferingNewest(1))
    async let difference = first.difference(
      to: second, tolerance: tolerance, reportingTo: reporter)
    for await fraction in fractions { inbox.send(.work(id, .progressed(fraction))) }
    return try await difference
  }

  /// Saves, and reports its progress, newest first.
  private func save(_ path: String, _ options: SaveOptions, _ id: JobID) async throws -> SavedModel
  {
    let (fractions, reporter) = AsyncStream.makeStream(
      of: Double.self, bufferingPolicy: .bufferingNewest(1))
    async let saved = model.save(
      to: PathCompletion.expanded(path), options, reportingTo: reporter)
    for await fraction in fractions { inbox.send(.work(id, .progressed(fraction))) }
    return try await saved
  }

  /// The path of a file to write; one that is there is only replaced if that is meant.
  private func path(of target: ExportTarget) throws -> String {
    let path = PathCompletion.expanded(target.path)
    if !target.replaces { try model.checkFree(path) }
    return path
  }

  private func export(_ parameter: Int, _ slice: String, _ path: String) async throws {
    let elements = try model.elements(of: parameter)
    let selection = try TensorSelection(slice, of: elements.shape)
    guard let kind = TensorExport(endingOf: path) else {
      throw WorkspaceError.usage("\(path) must end in .npy, .csv or .txt")
    }
    try await kind.write(elements, selection, to: path, sparing: model.openedFiles)
  }
}

extension OpenModel {
  /// Saves; the end of the reports is the end of the work.
  fileprivate func save(
    to path: String, _ options: SaveOptions, reportingTo reporter: AsyncStream<Double>.Continuation
  ) async throws -> SavedModel {
    defer { reporter.finish() }
    return try await save(to: path, options) { reporter.yield($0) }
  }
}

extension Elements {
  /// Compares; the end of the reports is the end of the work.
  @concurrent
  fileprivate func difference(
    to other: Elements, tolerance: Double,
    reportingTo reporter: AsyncStream<Double>.Continuation
  ) async throws -> ElementDifference {
    defer { reporter.finish() }
    return try await difference(to: other, tolerance: tolerance) { reporter.yield($0) }
  }
}

extension WorkRequest {
  /// Whether another model takes the place of the first.
  fileprivate var replacesModel: Bool {
    switch self {
    case .reload, .inspect: true
    default: false
    }
  }
}

extension LessonPage {
  /// Runs the lesson off the main actor.
  @concurrent
  fileprivate static func prepared(seed: Int, language: Language) async throws -> [LessonPage] {
    try all(seed: seed, language: language == .chinese ? .chinese : .english)
  }
}

extension TrainingData {
  /// Reads samples off the main actor.
  @concurrent
  fileprivate static func read(_ path: String) async throws -> TrainingData {
    try TrainingData(reading: path)
  }
}
