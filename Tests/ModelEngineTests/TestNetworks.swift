import ModelEngine
import Tensors

/// Fills with ones, and notes the order in which it is asked in the context's warnings.
struct Witness: Initializer {
  func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    ModelContext.current.warn("Init \(target.name) \(target.shape.pythonDescription)")
    values = values.map { _ in 1 }
  }
}

/// A tensor of ones.
func ones(_ shape: Shape) -> Tensor {
  Tensor([Float](repeating: 1, count: shape.elementCount), shape: shape)
}

/// The message of the error that some work throws, or nothing.
func message(_ body: () throws -> Void) -> String {
  do {
    try body()
    return ""
  } catch {
    return "\(error)"
  }
}

let uninitialized =
  "Parameter '%' has not been initialized. Note that you should initialize parameters and create "
  + "Trainer with Block.collect_params() instead of Block.params because the later does not include "
  + "Parameters of nested child Blocks"

let deferred =
  "Parameter '%' has not been initialized yet because initialization was deferred. Actual "
  + "initialization happens during the first forward pass. Please pass one batch of data through "
  + "the network before accessing Parameters. You can also avoid deferred initialization by "
  + "specifying in_units, num_features, etc., for network layers."

extension String {
  /// A message with a parameter's name filled in.
  func naming(_ name: String) -> String {
    split(separator: "%", omittingEmptySubsequences: false).joined(separator: name)
  }
}
