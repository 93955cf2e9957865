import Inspector
import TerminalUI

/// One thing that a monkey does, and how the results of the jobs come then.
struct MonkeyStep: CustomStringConvertible {
  let deed: Deed
  var isDelaying = false
  var isReversing = false
  var looksAtFrame = true

  /// What a monkey can do.
  enum Deed {
    /// Presses keys, clicks, turns the wheel, changes the size.
    case keys(String)
    /// Pastes a text.
    case paste(String)
    /// Lets some time pass.
    case time(seconds: Double)
    /// Does something to the opened file.
    case file(Accident)
  }

  /// What can become of the opened file.
  enum Accident: CaseIterable {
    case cut, deleted, replaced, restored
  }

  var description: String {
    let deed =
      switch deed {
      case .keys(let notation): notation
      case .paste(let text): "(pastes \(text.debugDescription))"
      case .time(let seconds): "(\(seconds) s)"
      case .file(let accident): "(file \(accident))"
      }
    return deed + (isDelaying ? "(late)" : isReversing ? "(reversed)" : "")
  }

  /// Leaves out pieces, from half of the steps to single ones, as long as it still fails.
  static func fewest(
    of steps: [MonkeyStep], failing: ([MonkeyStep]) async throws -> Bool
  ) async rethrows -> [MonkeyStep] {
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
