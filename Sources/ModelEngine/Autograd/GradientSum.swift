internal import Tensors

/// Gradients that arrive at one place, summed as MXNet sums them, to the bit.
///
/// Up to four are added from the last to the first, more from the first to the last. Source: MXNet
/// `ElementWiseSumCompute_` in `src/operator/tensor/elemwise_sum.h`, and `_grad_add`.
struct GradientSum {
  private var pending: [Tensor] = []

  init(_ gradients: [Tensor] = []) {
    for gradient in gradients { add(gradient) }
  }

  mutating func add(_ gradient: Tensor) {
    pending.append(gradient)
    if pending.count > Self.fromTheLastCount || isLong {
      pending = [pending.dropFirst().reduce(pending[0]) { $0.adding($1) }]
      isLong = true
    }
  }

  /// The sum, or nil if nothing arrived.
  var total: Tensor? {
    guard let last = pending.last else { return nil }
    return pending.dropLast().reversed().reduce(last) { $1.adding($0) }
  }

  private var isLong = false
  private static let fromTheLastCount = 4
}
