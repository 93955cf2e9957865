import ModelEngine
import Tensors
import TestSupport
import Testing

/// One transcript of a Python session, statement by statement beside what Swift does.
///
/// Each statement of the fixture must be named in order; what it yields, prints, warns of or fails with
/// is compared with what the engine does. A class, because a session goes on.
final class Transcript {
  /// A session that MXNet recorded.
  struct Recording: Decodable, Sendable {
    let id: String
    let seed: Int
    let steps: [Step]
  }

  /// A statement and what Python answered.
  struct Step: Decodable, Sendable {
    let src: String
    let stdout: String?
    let value: String?
    let warnings: [String]?
    let exc: String?
    let msg: String?
  }

  /// How many statements say the same in Swift, which in a way of its own, which not at all.
  struct Counts: Hashable, CustomStringConvertible {
    var same = 0
    var different: [Reason: Int] = [:]
    var omitted: [Reason: Int] = [:]

    var description: String {
      func list(_ counts: [Reason: Int]) -> String {
        counts.sorted { $0.key.rawValue < $1.key.rawValue }
          .map { "\n  \($0.value) \($0.key.rawValue)" }.joined()
      }
      return "\(same) the same\nin Swift's way:\(list(different))\nnot in Swift:\(list(omitted))"
    }
  }

  let recording: Recording
  private(set) var counts = Counts()
  private var position = 0
  private var printed = ""

  init(_ recording: Recording) {
    self.recording = recording
  }

  /// Notes a line that the session prints.
  func print(_ line: String) { printed += line + "\n" }

  /// A class that the tests declare in Swift.
  func declare(_ source: String) {
    _ = next(source)
    counts.same += 1
  }

  /// A statement that yields nothing in Python.
  @discardableResult
  func run<Result>(_ source: String, _ body: () throws -> Result) throws -> Result {
    let step = next(source)
    let result = try body()
    #expect(step?.exc == nil && step?.value == nil, "\(place): Python yields something")
    finish(step)
    return result
  }

  /// An expression whose text is compared.
  func show(_ source: String, _ body: () throws -> any PythonText) {
    let step = next(source)
    do {
      #expect(try body().python == step?.value, "\(place)")
    } catch {
      Issue.record("\(place): \(error)")
    }
    finish(step)
  }

  /// A statement that fails in both languages with one message.
  func fails(_ source: String, _ body: () throws -> Void) {
    let step = next(source)
    do {
      try body()
      Issue.record("\(place): does not fail")
    } catch {
      if case .deferredInitialization(let failure)? = error as? BlockError {
        printed += failure.printed
      }
      #expect(pythonMessage(of: error, as: step?.exc) == step?.msg, "\(place)")
    }
    finish(step)
  }

  /// A statement whose natural form in Swift does something else, which the closure checks.
  func differs(_ source: String, _ reason: Reason, _ body: () throws -> Void) {
    _ = next(source)
    do {
      try body()
    } catch {
      Issue.record("\(place): \(error)")
    }
    printed = ""
    _ = ModelContext.current.takeWarnings()
    counts.different[reason, default: 0] += 1
  }

  /// A statement without a counterpart.
  func skip(_ source: String, _ reason: Reason) {
    _ = next(source)
    counts.omitted[reason, default: 0] += 1
  }

  /// Expects that no statement is left.
  func end() {
    #expect(position == recording.steps.count, "\(recording.id): statements are left")
  }

  /// How Python's exception class presents the engine's message.
  private func pythonMessage(of error: any Error, as exception: String?) -> String {
    switch exception {
    case "mxnet.base.MXNetError": "MXNetError: \(error)"
    case "builtins.KeyError": "\"\(error)\""
    default: "\(error)"
    }
  }

  private var place: String { "\(recording.id)[\(position - 1)]" }

  private func next(_ source: String) -> Step? {
    defer { position += 1 }
    guard recording.steps.indices.contains(position) else {
      Issue.record("\(recording.id): no statement \(position)")
      return nil
    }
    let step = recording.steps[position]
    #expect(step.src == source, "\(recording.id)[\(position)]")
    return step
  }

  private func finish(_ step: Step?) {
    #expect(printed == step?.stdout ?? "", "\(place)")
    let warnings = ModelContext.current.takeWarnings().map { "UserWarning: " + $0 }
    #expect(warnings == step?.warnings ?? [], "\(place)")
    printed = ""
    counts.same += 1
  }
}
