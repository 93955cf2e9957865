internal import Tensors

/// How far statistics are being read, and how fast.
public struct ScanningState: Hashable, Sendable {
  /// What is read without being asked for.
  public internal(set) var reach = Reach.inSight
  /// The bytes read since the last pause.
  public internal(set) var doneByteCount = 0
  /// The bytes that are still to be read, in all.
  public internal(set) var remainingByteCount = 0
  /// The first parameter that the walk through the model has not looked at.
  var cursor = 0
  /// When the present stretch of reading began, and the last time heard, in seconds.
  private(set) var startTime: Double?
  private(set) var time = 0.0
  /// What is said of the rate: changes once a second, so that it can be read.
  private(set) var pace: Pace?
  /// Whether the last key had something to say that is more important than progress.
  var isOvershadowed = false

  /// What is read without being asked for.
  public enum Reach: Hashable, Sendable {
    /// What is on the screen.
    case inSight
    /// What is on the screen, then the rest of the model.
    case everything
    /// Nothing, until another row is selected than this one.
    case stopped(node: Int, row: Int)
  }

  /// How fast it goes.
  struct Pace: Hashable, Sendable {
    /// The bytes read in a second.
    var bytesPerSecond: Double
    /// The seconds that are left.
    var secondsLeft: Double
    fileprivate var time: Double
  }

  /// The largest model that is read to its end without being asked for.
  static let mostParameters = 4096
  static let mostBytes = 8 << 30
  /// Reading that is over sooner is not talked about.
  static let shortestToMention = 0.5

  /// Whether the line of progress is worth its place.
  var isWorthMentioning: Bool {
    guard let startTime, !isOvershadowed else { return false }
    return time - startTime >= Self.shortestToMention
  }

  /// The fraction that is done.
  var fraction: Double {
    let total = doneByteCount + remainingByteCount
    return total == 0 ? 1 : Double(doneByteCount) / Double(total)
  }

  /// Hears what time it is.
  mutating func tick(_ seconds: Double) {
    time = seconds
    guard let startTime else {
      startTime = seconds
      return
    }
    let elapsed = seconds - startTime
    guard elapsed > 0, seconds - (pace?.time ?? -1) >= 1 || pace == nil else { return }
    let rate = Double(doneByteCount) / elapsed
    guard rate > 0 else { return }
    pace = Pace(
      bytesPerSecond: rate, secondsLeft: Double(remainingByteCount) / rate, time: seconds)
  }

  /// Notes that nothing is being read.
  mutating func rest() {
    (startTime, pace, doneByteCount) = (nil, nil, 0)
  }
}

/// What deserves a look: what cannot be read, and what is not finite.
public struct Findings: Hashable, Sendable {
  /// The uses of parameters that cannot be read, ascending.
  public private(set) var unreadableUses: [Int] = []
  /// The parameters that cannot be read.
  public private(set) var unreadable: Set<Int> = []
  /// The parameters with elements that are not finite.
  public private(set) var nonfinite: Set<Int> = []

  /// Notes what is known of a parameter now.
  mutating func note(_ parameter: Int, uses: [Int], _ content: Figure.Content?) {
    if unreadable.remove(parameter) != nil {
      unreadableUses.removeAll { uses.contains($0) }
    }
    nonfinite.remove(parameter)
    switch content {
    case .failed:
      unreadable.insert(parameter)
      for use in uses {
        let position = unreadableUses.position(notAfter: use).map { $0 + 1 } ?? 0
        unreadableUses.insert(use, at: position)
      }
    case .ready(let scanned) where scanned.counts.finite < scanned.counts.count:
      nonfinite.insert(parameter)
    default: break
    }
  }

  /// The number of unreadable uses in a range.
  func unreadableCount(in uses: Range<Int>) -> Int {
    guard !uses.isEmpty, !unreadableUses.isEmpty else { return 0 }
    let first = unreadableUses.position(notAfter: uses.lowerBound - 1).map { $0 + 1 } ?? 0
    let last = unreadableUses.position(notAfter: uses.upperBound - 1).map { $0 + 1 } ?? 0
    return last - first
  }
}
