internal import Tensors

/// What an optimizer remembers of one parameter.
struct OptimizerMemory: Hashable, Sendable {
  /// How many updates there have been.
  var updateCount = 0
  /// The optimizer's own tensors.
  var states: [Tensor] = []

  /// Changes weights in place, and what is remembered.
  mutating func apply(
    _ optimizer: any Optimizer, to weights: inout Tensor, _ gradient: Tensor,
    of parameter: Parameter
  ) {
    updateCount += 1
    prepare(optimizer.stateCount, for: weights)
    let settings = optimizer.settings
    var update = ParameterUpdate(
      weights: weights, gradient: gradient, states: states,
      learningRate: settings.learningRate * parameter.lrMult, wd: settings.wd * parameter.wdMult,
      rescaleGrad: settings.rescaleGrad, number: updateCount)
    // Given away, so that the update is the only owner of the arrays.
    weights = Tensor([Float](), shape: [0])
    states = []
    optimizer.apply(&update)
    weights = update.weights
    states = update.states
  }

  /// Zeros at first; a parameter that was cast has its states cast.
  private mutating func prepare(_ count: Int, for weights: Tensor) {
    if states.count == count, states.allSatisfy({ $0.shape == weights.shape }) {
      states = states.map { $0.converted(to: weights.elementType) ?? $0 }
    } else {
      let byteCount = weights.elementCount * weights.elementType.bitCount / 8
      let zeros = Tensor(
        bytes: [UInt8](repeating: 0, count: byteCount), elementType: weights.elementType,
        shape: weights.shape)
      states = Array(repeating: zeros, count: count)
    }
  }
}
