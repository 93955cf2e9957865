import Foundation

/// From a key to the end of its frame, through the real terminal, while much is read or listed.
struct KeysSection {
  private static let frameEnd = "\u{1B}[?2026l"
  /// How many keys are timed, in several runs: 4 GB are read in less than two seconds.
  private let keyCount = 500

  /// Runs and prints the section.
  func run() throws {
    Report.heading(
      "keys: from a key to the end of its frame, in a pseudo-terminal of 120x36, milliseconds "
        + "(median, 99th percentile, worst of \(keyCount))")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let large = folder.appending(path: "large.safetensors").path
    try checkpoint(1_000, 1 << 20).writeNormals(to: large)
    let small = folder.appending(path: "small.safetensors").path
    try checkpoint(1_000, 1).writeZeros(to: small)
    let rows = folder.appending(path: "rows.safetensors").path
    try checkpoint(10_000, 1).writeZeros(to: rows)
    show("the terminal alone (cat)", echoTimes())
    show("j, nothing is read", movingTimes(small))
    show("j, 4 GB are read", movingTimes(large))
    print(
      "  10,000 rows, a key or notch every 8 ms for 4 s: frames a second, the longest gap in ms")
    for (name, key) in [("j", "j"), ("PageDown", "\u{1B}[6~"), ("wheel", "\u{1B}[<65;80;10M")] {
      showScrolling(name, key, rows)
    }
  }

  private func checkpoint(_ tensorCount: Int, _ elementCount: Int) -> MadeCheckpoint {
    MadeCheckpoint(tensorCount: tensorCount, elementCount: elementCount) { index in
      String(repeating: "0", count: 5 - "\(index)".count) + "\(index).\(Self.word(index))"
    }
  }

  /// A word that differs in every letter from those of the rows before and after.
  private static func word(_ index: Int) -> String {
    let letters = [2 * index, 2 * index + 1].map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) }
    return String(repeating: String(letters), count: 4)
  }

  /// The inspector on a file, with the cursor in the table.
  private func inspector(_ path: String) -> PlayedTerminal? {
    guard
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let terminal = PlayedTerminal([program, "--inspect", path]), terminal.wait(for: "\u{1B}[c")
    else { return nil }
    // Black, frames at once, a rule in one column: what a good terminal answers.
    terminal.type(
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\\u{1B}[?2026;2$y\u{1B}[1;2R\u{1B}[?62c")
    guard terminal.wait(for: Self.frameEnd) else { return nil }
    terminal.type("\t")
    terminal.listen(for: .milliseconds(50))
    return terminal
  }

  /// How long the line discipline, `cat` and the scheduler take for 500 bytes, in seconds.
  private func echoTimes() -> [Double] {
    guard let terminal = PlayedTerminal(["cat"], isRaw: true) else { return [] }
    let text = String(repeating: "-", count: 499) + "."
    return (0..<keyCount).compactMap { _ in
      terminal.listen(for: .milliseconds(12))
      return time(terminal, typing: text) { terminal.wait(for: ".") }
    }
  }

  /// Goes down row by row; each frame is known by the name of the row.
  private func movingTimes(_ path: String) -> [Double] {
    var times: [Double] = []
    while times.count < keyCount {
      guard let terminal = inspector(path) else { return times }
      for index in 1...100 {
        terminal.listen(for: .milliseconds(10))
        let word = Self.word(index)
        let seconds = time(terminal, typing: "j") { terminal.wait(for: word, Self.frameEnd) }
        guard let seconds else { return times }
        times.append(seconds)
      }
    }
    return times
  }

  private func time(
    _ terminal: PlayedTerminal, typing text: String, _ isAnswered: () -> Bool
  ) -> Double? {
    terminal.forget()
    let start = ContinuousClock.now
    terminal.type(text)
    return isAnswered() ? start.duration(to: .now) / .seconds(1) : nil
  }

  private func show(_ name: String, _ seconds: [Double]) {
    let sorted = seconds.sorted()
    guard sorted.count >= keyCount, let worst = sorted.last else {
      return Report.note("\(name): the program did not answer")
    }
    Report.line(
      name, [sorted[sorted.count / 2], sorted[sorted.count * 99 / 100], worst].map { $0 * 1e3 })
  }

  private func showScrolling(_ name: String, _ key: String, _ path: String) {
    guard let terminal = inspector(path) else { return Report.note("\(name): no answer") }
    terminal.listen(for: .milliseconds(300))
    terminal.forget()
    var times = [ContinuousClock.now]
    for _ in 0..<500 {
      terminal.type(key)
      times += terminal.listen(for: .milliseconds(8), noting: Self.frameEnd)
    }
    let gaps = zip(times, times.dropFirst()).map { $0.duration(to: $1) / .seconds(1) }
    let whole = gaps.reduce(0, +)
    Report.line(name, [Double(gaps.count) / whole, (gaps.max() ?? 0) * 1e3])
  }
}
