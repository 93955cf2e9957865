import Foundation
import LessonScreen
import Lessons
import Tensors
import Words
import Workspace

@testable import Inspector
@testable import InspectorRuntime

extension MonkeySession {
  /// Does what the screen asks for, and keeps what becomes of it for later.
  mutating func perform(_ effects: [InspectorEffect]) async {
    for effect in effects {
      switch effect {
      case .scan(let id, let parameter):
        await report(InspectorAction.scanFailed, id) {
          let scanned = try await $0.elements(of: parameter).scan(ScanOptions())
          return [.scanProgressed(id, fraction: 0.5), .scanFinished(id, scanned)]
        }
      case .search(let id, let pattern, let start):
        late.append(.found(id, model.outline.search(for: pattern, from: start) { _ in true }))
      case .sort(let id): late.append(.sorted(id, state.rowOrder.sorted()))
      case .preview(let id, let request):
        await report(InspectorAction.previewFailed, id) {
          [.previewed(id, try await $0.preview(request))]
        }
      case .answer(let id, let request):
        await report(InspectorAction.answerFailed, id) {
          [.answered(id, try await $0.answer(request))]
        }
      case .reinitialize(let id, let request):
        await change(id) { try await $0.reinitialize(request) }
      case .share(let id, let request): await change(id) { try await $0.share(request) }
      case .train(let id, let plan, let measured):
        await change(id) { try await $0.train(plan, measuring: measured) }
      case .undo(let id): await change(id) { try await $0.undo() }
      case .redo(let id): await change(id) { try await $0.redo() }
      case .goTo(let id, let count): await change(id) { try await $0.go(toUndoCount: count) }
      case .wait(let id, _): awaited.append(.waited(id))
      case .work(let id, let request): await work(id, request)
      case .cancel, .suspend, .redraw, .copy, .reportMouse: break
      }
    }
  }

  private mutating func change(
    _ id: JobID, _ work: @MainActor (OpenModel) async throws -> ModelChange
  ) async {
    await report(InspectorAction.changeFailed, id) { [.changed(id, try await work($0))] }
  }

  private mutating func report(
    _ failure: (JobID, Phrase) -> InspectorAction, _ id: JobID,
    _ work: @MainActor (OpenModel) async throws -> [InspectorAction]
  ) async {
    do {
      late += try await work(model)
    } catch {
      late.append(failure(id, Phrase(of: error)))
    }
  }

  private mutating func work(_ id: JobID, _ request: WorkRequest) async {
    switch request {
    case .save, .compare: late.append(.work(id, .progressed(0.5)))
    default: break
    }
    do {
      late.append(.work(id, try await outcome(of: request)))
    } catch {
      late.append(.work(id, .failed(Phrase(of: error))))
    }
  }

  private mutating func outcome(of request: WorkRequest) async throws -> WorkReport {
    switch request {
    case .save(let path, let options):
      elementsAtStart = options.replacesOpenedFile ? nil : elementsAtStart
      return .saved(try await model.save(to: inFolder(path), options), model.outline)
    case .forecast(let path, let options):
      return .forecast(await model.forecast(of: inFolder(path), options))
    case .completePath(let text): return .paths([text + "a", text + "權/"])
    case .export(let parameter, let slice, let target):
      try await export(parameter, slice, target.path)
      return .exported(target.path)
    case .writeText(let text, let target):
      try await TextExport.write(text, to: inFolder(target.path), sparing: model.openedFiles)
      return .exported(target.path)
    case .copyValues(let parameter):
      return .text(try await model.elements(of: parameter).numpyDescription())
    case .openOther(let locator):
      let opened = try await (locator == "other" ? .likeLayers : MonkeyModel.sharedMLP)
        .open(in: folder + "/other")
      other = opened
      return .opened(opened.outline)
    case .compare(let first, let second, let tolerance):
      let elements = try other?.elements(of: second)
      guard let elements else { throw WorkspaceError.usage("no second model is open") }
      return .compared(
        try await model.elements(of: first).difference(
          to: elements, tolerance: tolerance))
    case .overlay(let first, let second):
      return .overlaid(
        try await OverlaidFigures.compute(
          first.flatMap { try? model.elements(of: $0) },
          second.flatMap { try? other?.elements(of: $0) }))
    case .reload: return .reloaded(try reload())
    case .inspect(let locator, let options): return .inspected(try await inspect(locator, options))
    case .lesson(let seed, _): return .lesson(try LessonPage.all(seed: seed, language: .chinese))
    case .readSamples(let path): return .samples(try TrainingData(reading: inFolder(path)))
    }
  }

  private mutating func inspect(
    _ locator: String, _ options: BuildOptions
  ) async throws -> Outline {
    let opened =
      locator == "other"
      ? try await MonkeyModel.sharedMLP.open(in: folder + "/other")
      : try OpenModel.open(ModelLocator(inFolder(locator)), options: options)
    (model, other, elementsAtStart) = (opened, nil, nil)
    return model.outline
  }

  private mutating func reload() throws -> Reload {
    let reopened = try model.reopened()
    (model, elementsAtStart) = (reopened.model, nil)
    return Reload(
      outline: model.outline, hasSameParameters: reopened.hasSameParameters,
      undoCount: model.undoCount, edits: model.edits)
  }

  private func export(_ parameter: Int, _ slice: String, _ path: String) async throws {
    let elements = try model.elements(of: parameter)
    let selection = try TensorSelection(slice, of: elements.shape)
    guard let kind = TensorExport(endingOf: path) else { throw WorkspaceError.usage("\(path)") }
    try await kind.write(
      elements, selection, to: inFolder(path), sparing: model.openedFiles)
  }

  /// Where a monkey may write: under the last part of a name, in its folder.
  private func inFolder(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return path == model.path || name == ".." ? path : folder + "/" + name
  }
}
