internal import ModelEngine
internal import Synchronization
internal import Tensors

/// What the code of a step prints.
///
/// A class behind a lock, because initializers print from wherever they are called.
final class Transcript: Sendable {
  @TaskLocal static var current = Transcript()

  private let lines = Mutex("")

  /// Everything printed so far.
  var text: String { lines.withLock { $0 } }

  func write(_ text: String) {
    lines.withLock { $0 += text + "\n" }
  }
}

/// Prints into the transcript of the step, with spaces between items.
func print(_ items: Any...) {
  Transcript.current.write(items.map { "\($0)" }.joined(separator: " "))
}

/// Shows values as a notebook shows the last expression of a cell; several stand in parentheses.
func show(_ values: (any CustomStringConvertible)?...) {
  let texts = values.map { $0.map { $0.description } ?? "nil" }
  Transcript.current.write(texts.count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))")
}

/// Shows a tensor as MXNet prints it.
func show(_ tensor: Tensor) {
  Transcript.current.write(tensor.mxnetDescription)
}
