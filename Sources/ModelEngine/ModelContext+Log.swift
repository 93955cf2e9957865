internal import Tensors

/// Gluon's default initializers: objects that live as long as the process, each with its own memory.
///
/// One that was made verbose stays so. Source: `engine.md`, section 0, item 18.
enum DefaultInitializer: Hashable {
  /// The default of `Block.initialize`.
  case block
  /// The default of `ParameterDict.initialize`.
  case parameterDict
}

extension ModelContext {
  /// Logs what filled a parameter, and the root of the mean square of its values.
  func logInitialization(of name: String, as rule: String, values: Tensor) {
    log("Initialized \(name) as \(rule): \(values.rootMeanSquareText)")
  }
}

extension Tensor {
  /// `norm(x) / sqrt(size)` in the element type, as NumPy prints a scalar.
  fileprivate var rootMeanSquareText: String {
    switch elementType {
    case .float64: ScalarArgument.pythonText(rootMeanSquare(doubles))
    case .float16: ScalarArgument.pythonText(rootMeanSquare(doubles.map { Float16($0) }))
    default: ScalarArgument.pythonText(rootMeanSquare(floats))
    }
  }
}

/// The root of the mean square, in the order and with the roundings of MXNet's reduction.
///
/// Source: `nrm2` in MXNet `src/operator/mshadow_op.h`, measured with version 1.9.1.
private func rootMeanSquare<Value: BinaryFloatingPoint>(_ values: [Value]) -> Value {
  var sum: Value = 0
  var scale: Value = 0
  for magnitude in values.lazy.map(\.magnitude) where magnitude != 0 {
    if scale < magnitude {
      sum = 1 + sum * (scale / magnitude) * (scale / magnitude)
      scale = magnitude
    } else {
      sum += (magnitude / scale) * (magnitude / scale)
    }
  }
  return scale * sum.squareRoot() / Value(Double(values.count).squareRoot())
}
