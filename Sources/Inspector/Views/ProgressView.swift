internal import Tensors
internal import TerminalUI
internal import Words

extension Screen {
  /// Draws how far the scan is: a bar, a percentage, bytes, rate, time left.
  mutating func drawProgress() {
    let rect = layout.status
    let scanning = state.scanning
    var end = rect.maxColumn - 1
    for (index, text) in progressFacts.enumerated() {
      let width = CharacterWidth.displayWidth(of: text)
      guard end - width > rect.column + 24 else { break }
      write(text, endingAt: end, rect.row, index == 0 ? Style(.dim) : Style(.text))
      end -= width + 2
    }
    let start = write("scanning", rect.column + 1, rect.row, Style(.accent).bold) + 1
    drawBar(scanning.fraction, in: start..<max(start, end), row: rect.row)
  }

  /// The facts from right to left.
  private var progressFacts: [String] {
    let scanning = state.scanning
    let total = scanning.doneByteCount + scanning.remainingByteCount
    let left = scanning.pace.map { say("\(Self.duration($0.secondsLeft)) left") }
    let rate = scanning.pace.map { "\(NumberText.bytes(Int($0.bytesPerSecond)))/s" }
    let bytes = say(
      "\(NumberText.bytes(scanning.doneByteCount)) of \(NumberText.bytes(total))")
    let percent = "\(Int(scanning.fraction * 100)) %"
    return [left, rate, bytes, String(repeating: " ", count: max(0, 4 - percent.count)) + percent]
      .compactMap { $0 }
  }

  /// A duration in two digits: `1.7 s`, `42 s`, `5.0 min`, `3.2 h`.
  static func duration(_ seconds: Double) -> String {
    let (value, unit) =
      seconds < 99.5
      ? (seconds, "s") : seconds < 5970 ? (seconds / 60, "min") : (seconds / 3600, "h")
    if value < 9.95 {
      let tenths = Int((value * 10).rounded())
      return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return value < 1e6 ? "\(Int(value.rounded())) \(unit)" : "days"
  }

  /// Draws what is done and what is left of a job.
  mutating func drawBar(
    _ fraction: Double, in columns: Range<Int>, row: Int, on back: RowLook? = nil
  ) {
    let done = min(columns.count, max(0, Int(fraction * Double(columns.count))))
    let accent = back?.style(.accent) ?? Style(.accent)
    let rule = back?.style(.dim) ?? Style(.rule)
    let column = write(
      String(repeating: glyphs.progressDone, count: done), columns.lowerBound, row, accent)
    write(String(repeating: glyphs.progressLeft, count: columns.count - done), column, row, rule)
  }
}
