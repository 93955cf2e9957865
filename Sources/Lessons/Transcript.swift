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

/// The mean of some values, in four digits.
func mean(_ tensor: Tensor) -> String {
  let values = tensor.floats.map(Double.init)
  return NumberText.value(values.reduce(0, +) / Double(max(1, values.count)))
}

/// The length of a tensor taken as one vector, in four digits.
func norm(_ tensor: Tensor) -> String {
  NumberText.value(tensor.floats.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot())
}
