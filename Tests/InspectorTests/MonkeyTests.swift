import Tensors
import Glibc
import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector
@testable import InspectorRuntime

/// Thousands of random keys, sizes and delays: nothing traps, and the screen stays in order.
@Suite @MainActor struct MonkeyTests {
  /// The number of keys in all: PARAMSCOPE_MONKEY_STEPS, for a long run.
  nonisolated static let stepCount =
    unsafe (getenv("PARAMSCOPE_MONKEY_STEPS").flatMap { unsafe Int(String(cString: $0)) } ?? 1440)
    / (models.count * 2)

  nonisolated static let models = [
    "example:shared-mlp", "example:mlp", "example:reuse", "deferred", "names", "specials",
    "no_tensors", "dtypes", "moe_lora_quant",
  ]

  @Test(arguments: models, [1, 2] as [UInt64])
  func `any keys keep the screen in order`(name: String, seed: UInt64) async throws {
    var monkey = Monkey(seed: seed)
    var session = Session(try open(name))
    var steps: [Step] = []
    for _ in 0..<Self.stepCount {
      steps.append(monkey.step(on: session.state.size))
      guard let problem = try await session.problem(after: steps[steps.count - 1]) else { continue }
      let fewest = try await Step.fewest(of: steps) { try await problemOfAll($0, on: name) != nil }
      Issue.record("\(name): \(problem), after \(fewest.map(\.description).joined())")
      return
    }
  }

  @Test func `the keys that a problem does not need are left out`() async throws {
    let steps = "jkxlyhz".map { Step(notation: String($0)) }
    let fewest = await Step.fewest(of: steps) { some in
      let keys = some.map(\.notation)
      return keys.contains("x") && keys.contains("z")
    }
    #expect(fewest.map(\.notation) == ["x", "z"])
  }

  private func problemOfAll(_ steps: [Step], on name: String) async throws -> String? {
    var session = Session(try open(name))
    for step in steps {
      if let problem = try await session.problem(after: step) { return problem }
    }
    return nil
  }

  private func open(_ name: String) throws -> OpenModel {
    if name.hasPrefix("example:") { return try OpenModel.open(ModelLocator(name)) }
    guard name == "deferred" else {
      return try OpenModel.open(.file(zooFile(name + ".safetensors")))
    }
    let text = "layers:\n  - dense: {units: 8}\n  - sequential: {layers: [dense: {units: 3}]}\n"
    return try withTemporaryFile(Array(text.utf8), named: "deferred.yaml") {
      try OpenModel.open(.file($0))
    }
  }
}

/// One thing that a monkey does, and how the results of the jobs come then.
private struct Step: CustomStringConvertible {
  let notation: String
  var isDelaying = false
  var isReversing = false
  var looksAtFrame = true

  var description: String { notation + (isDelaying ? "(late)" : isReversing ? "(reversed)" : "") }

  /// Leaves out pieces, from half of the steps to single ones, as long as it still fails.
  static func fewest(
    of steps: [Step], failing: ([Step]) async throws -> Bool
  ) async rethrows -> [Step] {
    var steps = steps
    var length = max(1, steps.count / 2)
    while true {
      var start = 0
      while start < steps.count {
        var fewer = steps
        fewer.removeSubrange(start..<min(start + length, steps.count))
        if try await failing(fewer) { steps = fewer } else { start += length }
      }
      guard length > 1 else { return steps }
      length /= 2
    }
  }
}

/// Random events that can be made again from a seed (Steele, Lea and Flood, "SplitMix", 2014).
private struct Monkey {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  /// Whether something that happens once in `bound` times happens.
  mutating func chance(_ bound: Int) -> Bool { next(below: bound) == 0 }

  mutating func step(on size: Size) -> Step {
    let notation: String
    switch next(below: 20) {
    case 0: notation = "<Resize \(1 + next(below: 140))x\(1 + next(below: 45))>"
    case 1: notation = "<Click \(next(below: size.columns + 5)),\(next(below: size.rows + 5))>"
    case 2..<9: notation = Self.typed[next(below: Self.typed.count)]
    default: notation = Self.keys[next(below: Self.keys.count)]
    }
    return Step(
      notation: notation, isDelaying: chance(3), isReversing: chance(4), looksAtFrame: chance(3))
  }

  private static let keys = [
    "j", "j", "k", "h", "l", "g", "G", "<Tab>", "<Tab>", "<S-Tab>", "<Enter>", "<Enter>", "<Esc>",
    "<Up>", "<Down>", "<Left>", "<Right>", "<Home>", "<End>", "<PageUp>", "<PageDown>", "<C-d>",
    "<C-u>", "<C-f>", "<C-b>", "=", "i", "i", "i", "I", "u", "u", "<C-r>", "+", "-", "L", "b", "*",
    "_", "?", "q", "z", "2", "2", "3", "4", "5", "6", "T", "a", ")", "(", ",", ":", "$", "^", "1",
    "/", "/", "f", "N", "s", "S", "m", "'", "<C-o>", "<C-p>", "{", "}", "!", "r", ".",
    "n", "y", "<C-n>", "<BS>", "<Del>", "<F1>", "<C-l>", "<C-z>", "<lt>",
  ]

  private static let typed = [
    "x", "a", "v", "n", "o", "r", "u", "c", "z", "m", "s", "0", "1", "9", "3", ".", "e", "-", "(",
    ")", "[", "\"", ",", ":", " ", "權", "é", "👍", "\u{301}", "\u{202E}",
  ]
}

/// The state with a live model behind it, whose messages may come late and out of order.
@MainActor
private struct Session {
  var state: InspectorState
  private let model: OpenModel
  private var late: [InspectorAction] = []

  init(_ model: OpenModel) {
    self.model = model
    state = launch(model, size: Size(columns: 80, rows: 24))
  }

  /// Takes a step and says what is out of order then, if anything.
  mutating func problem(after step: Step) async throws -> String? {
    for event in try KeyScript(step.notation).events {
      await take(event, delaying: step.isDelaying, reversing: step.isReversing)
    }
    let problem = problem(inFrame: step.looksAtFrame)
    state.isFinished = false
    return problem
  }

  mutating func take(_ event: TerminalEvent, delaying: Bool, reversing: Bool) async {
    await perform(reduce(&state, .terminal(event)))
    if delaying { return }
    var roundCount = 0
    while !late.isEmpty, roundCount < 200 {
      let action = reversing ? late.removeLast() : late.removeFirst()
      await perform(reduce(&state, action))
      roundCount += 1
    }
  }

  private mutating func perform(_ effects: [InspectorEffect]) async {
    for effect in effects {
      do {
        switch effect {
        case .scan(let id, let parameter):
          do {
            let scanned = try await model.elements(of: parameter).scan(ScanOptions())
            late += [.scanProgressed(id, fraction: 0.5), .scanFinished(id, scanned)]
          } catch {
            late.append(.scanFailed(id, "\(error)"))
          }
        case .search(let id, let pattern, let start):
          let found = model.outline.search(for: pattern, from: start) { _ in true }
          late.append(.found(id, found))
        case .preview(let id, let request):
          do {
            late.append(.previewed(id, try await model.preview(request)))
          } catch {
            late.append(.previewFailed(id, "\(error)"))
          }
        case .reinitialize(let id, let request):
          await change(id) { try await $0.reinitialize(request) }
        case .share(let id, let request): await change(id) { try await $0.share(request) }
        case .train(let id, let plan, let measured):
          await change(id) { try await $0.train(plan, measuring: measured) }
        case .wait(let id, _): late.append(.waited(id))
        case .undo(let id): await change(id) { try await $0.undo() }
        case .redo(let id): await change(id) { try await $0.redo() }
        case .answer(let id, let request):
          do {
            late.append(.answered(id, try await model.answer(request)))
          } catch {
            late.append(.answerFailed(id, "\(error)"))
          }
        case .goTo(let id, let count): await change(id) { try await $0.go(toUndoCount: count) }
        case .work(let id, .openOther): late.append(.work(id, .opened(model.outline)))
        case .work(let id, .forecast(let path, let options)):
          late.append(.work(id, .forecast(await model.forecast(of: path, options))))
        // A monkey must not write files.
        case .work(let id, _): late += [.work(id, .progressed(0.5)), .work(id, .failed("no"))]
        case .cancel, .suspend, .redraw, .copy, .reportMouse: break
        }
      }
    }
  }

  private mutating func change(
    _ id: JobID, _ work: @MainActor (OpenModel) async throws -> ModelChange
  ) async {
    do {
      late.append(.changed(id, try await work(model)))
    } catch {
      late.append(.changeFailed(id, "\(error)"))
    }
  }

  /// What is out of order, if anything; the characters of the frame are looked at if wanted.
  func problem(inFrame looksAtFrame: Bool) -> String? {
    let visible = state.visibleNodes
    guard let row = visible.firstIndex(of: state.tree.selection) else {
      return "the selected node is hidden"
    }
    if state.tree.scroll < 0 || state.tree.scroll > max(0, visible.count - 1) {
      return "the tree is scrolled to \(state.tree.scroll)"
    }
    let treeRows = state.layout.treeRowCount
    if treeRows > 0, !(state.tree.scroll..<(state.tree.scroll + treeRows)).contains(row) {
      return "the selected node is out of sight"
    }
    let uses = state.selectedUses
    if state.table.selection < 0 || state.table.selection > max(0, uses.count - 1) {
      return "row \(state.table.selection) of \(uses.count) is selected"
    }
    let tableRows = state.layout.tableRowCount
    let shown = state.table.scroll..<(state.table.scroll + max(1, tableRows))
    if tableRows > 0, !shown.contains(state.table.selection) {
      return "the selected row is out of sight"
    }
    let frame = render(state)
    return looksAtFrame ? problemOfFrame(frame) : nil
  }

  private func problemOfFrame(_ frame: CellBuffer) -> String? {
    if frame.size != state.size { return "the frame has \(frame.size)" }
    if let cursor = frame.cursor, !state.size.bounds.contains(cursor) {
      return "the cursor is at \(cursor)"
    }
    var widths: [Character: Int] = [:]
    for (row, line) in frame.lines.enumerated() {
      var width = 0
      for character in line {
        if widths[character] == nil {
          if !isHarmless(character) { return "row \(row) has a control character" }
          widths[character] = CharacterWidth.of(character)
        }
        width += widths[character] ?? 0
      }
      if width > state.size.columns { return "row \(row) is too wide" }
    }
    return nil
  }

  private func isHarmless(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
      default: true
      }
    }
  }
}
