/// Draws frames as one SVG that shows them in turn, for ever.
///
/// What two frames have in common is drawn once: a row is drawn anew only where it changes. Viewers
/// that do not move show the last frame.
public struct SVGAnimation {
  private let frames: [CellBuffer]
  private let theme: Theme
  /// When each frame begins, and after them when the last one ends, in seconds.
  private let times: [Double]

  /// How long a frame stands, in seconds: long enough to see what has changed.
  private enum Pause {
    static let aFewRows = 0.45
    static let manyRows = 1.6
    static let last = 3.2
  }

  /// Creates an animation.
  ///
  /// - Precondition: There are frames, all of one size.
  public init(_ frames: [CellBuffer], theme: Theme = .dark) {
    precondition(!frames.isEmpty && frames.allSatisfy { $0.size == frames[0].size })
    self.frames = frames
    self.theme = theme
    var times = [0.0]
    for (index, frame) in frames.enumerated().dropLast() {
      let changed = index == 0 ? frame.size.rows : frame.changedRowCount(since: frames[index - 1])
      times.append(times[index] + (changed * 3 < frame.size.rows ? Pause.aFewRows : Pause.manyRows))
    }
    self.times = times + [times[frames.count - 1] + Pause.last]
  }

  /// The whole document; the same frames give the same bytes.
  ///
  /// - Complexity: O(cells of all frames).
  public var document: String {
    let pictures = frames.map { SVGPicture(frame: $0, theme: theme) }
    var elements = ""
    for row in 0..<frames[0].size.rows { elements += shown(pictures.map { $0.row(row) }) }
    return SVGPicture.document(
      size: frames[0].size, theme: theme, elements + shown(pictures.map(\.cursor)))
  }

  /// What stands in one place, frame by frame; equal neighbours become one.
  private func shown(_ states: [String]) -> String {
    var elements = ""
    var start = 0
    while start < states.count {
      let end = states[start...].firstIndex { $0 != states[start] } ?? states.count
      if !states[start].isEmpty { elements += shown(states[start], during: start..<end) }
      start = end
    }
    return elements
  }

  private func shown(_ state: String, during range: Range<Int>) -> String {
    guard range.count < frames.count else { return state }
    let isLast = range.upperBound == frames.count
    var keys = [(0.0, range.lowerBound == 0 ? "visible" : "hidden")]
    if range.lowerBound > 0 { keys.append((fraction(range.lowerBound), "visible")) }
    if !isLast { keys.append((fraction(range.upperBound), "hidden")) }
    return """
      <g visibility="\(isLast ? "visible" : "hidden")"><animate attributeName="visibility" \
      calcMode="discrete" repeatCount="indefinite" dur="\(times[frames.count])s" \
      keyTimes="\(keys.map { "\($0.0)" }.joined(separator: ";"))" \
      values="\(keys.map(\.1).joined(separator: ";"))"/>
      \(state)</g>

      """
  }

  /// When a frame begins, as a fraction of the whole with four digits.
  private func fraction(_ frame: Int) -> Double {
    (times[frame] / times[frames.count] * 10_000).rounded() / 10_000
  }
}

extension CellBuffer {
  fileprivate func changedRowCount(since other: CellBuffer) -> Int {
    (0..<size.rows).count { row in
      (0..<size.columns).contains { self[$0, row] != other[$0, row] }
    }
  }
}
