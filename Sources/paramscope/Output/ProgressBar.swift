import Synchronization
import TerminalUI
import Words

/// A bar on the standard error, shown when work takes over half a second and a person reads along.
struct ProgressBar {
  private let start = ContinuousClock.now
  private let isWanted = StandardError.isTerminal
  private var shownPercentage = -1
  private let title: String

  init(_ title: Phrase, in language: Language) {
    self.title = title.said(in: language)
  }

  /// Shows a fraction done.
  mutating func show(_ fraction: Double) {
    let percentage = Int(fraction * 100)
    guard isWanted, percentage != shownPercentage, start.duration(to: .now) > .milliseconds(500)
    else { return }
    shownPercentage = percentage
    let done = percentage * 40 / 100
    let bar =
      String(repeating: Glyphs.ascii.progressDone, count: done)
      + String(repeating: Glyphs.ascii.progressLeft, count: 40 - done)
    StandardError.write("\r\(title) \(bar) \(percentage) %")
  }

  /// Shows how far some work is, and takes that away when it ends.
  ///
  /// - Parameters:
  ///   - title: What the work is.
  ///   - language: The language to say so in.
  ///   - body: The work, which reports the fraction done.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  @MainActor
  static func during<Result>(
    _ title: Phrase, in language: Language,
    _ body: (@Sendable (Double) -> Void) async throws -> Result
  ) async throws -> Result {
    let bar = Mutex(ProgressBar(title, in: language))
    defer { bar.withLock { $0.finish() } }
    return try await body { fraction in bar.withLock { $0.show(fraction) } }
  }

  /// Takes the bar away.
  func finish() {
    if shownPercentage >= 0 { StandardError.write("\r\u{1B}[K") }
  }
}
