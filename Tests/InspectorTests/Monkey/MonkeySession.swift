import Foundation
import TerminalUI
import Tensors
import TestSupport
import Words
import Workspace

@testable import Inspector
@testable import InspectorRuntime

/// The state with a live model behind it, whose messages may come late and out of order.
///
/// It stands for the program's loop, which knows no such delays; all work is the real one, but every
/// file lies in one folder.
@MainActor
struct MonkeySession {
  var state: InspectorState
  let folder: String
  var model: OpenModel
  var other: OpenModel?
  /// What jobs have said, and has not arrived yet.
  var late: [InspectorAction] = []
  /// What the next step brings.
  var awaited: [InspectorAction] = []
  /// The elements at the start; nil once the file was read anew.
  var elementsAtStart: [[UInt8]?]?

  init(_ kind: MonkeyModel, seed: UInt64, in folder: String) async throws {
    self.folder = folder
    model = try await kind.open(in: folder)
    var preferences = Preferences()
    preferences.hasMotion = seed.isMultiple(of: 2)
    let appearances = [
      Appearance(), Appearance(language: .chinese), Appearance(isASCII: true, isMonochrome: true),
    ]
    let variety = (MonkeyModel.allCases.firstIndex(of: kind) ?? 0) + Int(seed)
    state = InspectorState(
      size: Size(columns: 80, rows: 24), appearance: appearances[variety % appearances.count],
      preferences: preferences, outline: model.outline)
    state.training.keepsTime = seed.isMultiple(of: 2)
    elementsAtStart = Self.elements(of: model)
    if let path = model.path {
      try FileManager.default.copyItem(atPath: path, toPath: folder + "/kept")
    }
    await perform(start(&state))
  }

  /// Takes a step and says what is out of order then, if anything.
  mutating func problem(after step: MonkeyStep) async throws -> String? {
    late += awaited
    awaited = []
    for action in try actions(of: step.deed) {
      await take(action, step)
      if state.training.isRunning, !state.training.keepsTime { await take(.keyDone, step) }
    }
    let problem = await problem(inFrame: step.looksAtFrame)
    state.isFinished = false
    return problem
  }

  /// Undoes everything and says what is not as it was at the start.
  mutating func problemOfUndoing() async throws -> String? {
    guard let elementsAtStart else { return nil }
    if model.undoCount > 0 { _ = try await model.go(toUndoCount: 0) }
    let elements = Self.elements(of: model)
    let changed = elements.indices.first { elements[$0] != elementsAtStart[$0] }
    return changed.map { "undoing everything leaves \(model.outline.parameters[$0].name) changed" }
  }

  private mutating func actions(of deed: MonkeyStep.Deed) throws -> [InspectorAction] {
    switch deed {
    case .keys(let notation): return try KeyScript(notation).events.map { .terminal($0) }
    case .paste(let text): return [.terminal(.pasted(text))]
    case .time(let seconds): return [.clock(seconds: seconds)]
    case .file(let accident):
      guard let path = model.path else { return [] }
      elementsAtStart = nil
      return [.file(try accident.happen(to: path, in: folder))]
    }
  }

  private mutating func take(_ action: InspectorAction, _ step: MonkeyStep) async {
    await perform(reduce(&state, action))
    if step.isDelaying { return }
    var roundCount = 0
    while !late.isEmpty, roundCount < 200 {
      let action = late.remove(at: step.isReversing ? lastToArrive : 0)
      await perform(reduce(&state, action))
      roundCount += 1
    }
  }

  /// The message that arrives next if later ones overtake others; changes never do, as each is told
  /// before the next one starts.
  private var lastToArrive: Int {
    let last = late.count - 1
    return late[last].isOfChange ? late.firstIndex(where: \.isOfChange) ?? last : last
  }

  /// The bytes of every parameter; nil where there are none.
  private static func elements(of model: OpenModel) -> [[UInt8]?] {
    model.outline.parameters.indices.map { index -> [UInt8]? in
      guard let elements = try? model.elements(of: index) else { return nil }
      return try? elements.readBytes(0..<model.outline.parameters[index].byteCount)
    }
  }
}

extension InspectorAction {
  /// Whether it tells of the model as it is after a change, or in place of another one.
  fileprivate var isOfChange: Bool {
    switch self {
    case .changed, .changeFailed, .work(_, .reloaded), .work(_, .inspected): true
    default: false
    }
  }
}

extension MonkeyStep.Accident {
  /// Does it to a file, of which a copy is kept in the folder; returns what is noticed of it.
  fileprivate func happen(to path: String, in folder: String) throws -> FileState {
    let url = URL(filePath: path)
    let kept = try Data(contentsOf: URL(filePath: folder + "/kept"))
    switch self {
    case .cut where FileManager.default.fileExists(atPath: path):
      try TestSupport.cut(path, to: kept.count / 2)
    case .cut, .deleted:
      try? FileManager.default.removeItem(at: url)
      return .deleted
    case .replaced: try Data("something else".utf8).write(to: url, options: .atomic)
    case .restored: try kept.write(to: url, options: .atomic)
    }
    return .changed
  }
}
