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
    lines.withLock { $0 += text }
  }
}

/// Prints into the transcript of the step; hides the standard library's function of the same form.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  Transcript.current.write(items.map { "\($0)" }.joined(separator: separator) + terminator)
}

/// Shows values as a notebook shows the last expression of a cell; several stand in parentheses.
func show(_ values: (any CustomStringConvertible)?...) {
  let texts = values.map { $0.map { $0.description } ?? "nil" }
  print(texts.count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))")
}

/// Shows a tensor as MXNet prints it.
func show(_ tensor: Tensor) {
  print(tensor.mxnetDescription)
}
