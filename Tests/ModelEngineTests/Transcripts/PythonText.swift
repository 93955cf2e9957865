import ModelEngine
import Tensors

/// What has a text in Python's `repr`.
protocol PythonText {
  var python: String { get }
}

/// A text that stands as it is.
struct Raw: PythonText {
  let python: String

  init(_ python: String) {
    self.python = python
  }
}

/// The text of a tuple.
func tuple(_ items: (any PythonText)?...) -> Raw {
  Raw("(\(items.map { $0?.python ?? "None" }.joined(separator: ", ")))")
}

extension String: PythonText {
  var python: String {
    let lines = replacing(#"\"#, with: #"\\"#).split(
      separator: "\n", omittingEmptySubsequences: false)
    let quote = contains("'") ? "\"" : "'"
    return quote + lines.joined(separator: #"\n"#) + quote
  }
}

extension Int: PythonText {
  var python: String { description }
}

extension Double: PythonText {
  var python: String { ScalarArgument.pythonText(self) }
}

extension Bool: PythonText {
  var python: String { self ? "True" : "False" }
}

extension Shape: PythonText {
  var python: String { pythonDescription }
}

extension Tensor: PythonText {
  var python: String { mxnetDescription }
}

extension ElementType: PythonText {
  var python: String { "<class 'numpy.\(name)'>" }
}

extension Block: PythonText {
  var python: String { description }
}

extension Parameter: PythonText {
  var python: String { description }
}

extension ParameterDict: PythonText {
  var python: String { description }
}

extension Optional: PythonText where Wrapped: PythonText {
  var python: String { map(\.python) ?? "None" }
}

extension Array: PythonText where Element: PythonText {
  var python: String { "[\(map(\.python).joined(separator: ", "))]" }
}
