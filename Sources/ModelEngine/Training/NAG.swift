internal import CKernels

/// Stochastic gradient descent with Nesterov's momentum.
///
/// `d = lr (g + wd w); w' = w - momentum m + (momentum + 1) (momentum m - d)`, and then
/// `m' = momentum m - lr (g + wd w')`, with the new weight, as MXNet's kernel works in place. A momentum
/// of 0 makes it plain descent.
public struct NAG: Optimizer {
  /// What all optimizers have in common.
  public var settings: OptimizerSettings
  /// How much of the last change is done again.
  public var momentum: Double

  /// Creates an optimizer; the defaults are Gluon's.
  public init(
    learningRate: Double = 0.01, momentum: Double = 0, wd: Double = 0,
    clipGradient: Double? = nil, rescaleGrad: Double = 1
  ) {
    settings = OptimizerSettings(
      learningRate: learningRate, wd: wd, clipGradient: clipGradient, rescaleGrad: rescaleGrad)
    self.momentum = momentum
  }

  /// The momentum.
  public var arguments: [InitializerArgument] {
    [.init(name: "momentum", value: .init(momentum))]
  }

  /// The last change, unless the momentum is 0.
  public var stateCount: Int { momentum != 0 ? 1 : 0 }

  /// Changes weights and momentum.
  public func apply(_ update: inout ParameterUpdate) {
    var step = update.step(rate: update.learningRate, clip: settings.clipGradient)
    guard momentum != 0 else {
      return unsafe update.run(
        { unsafe ck_plain_sgd_float($0.weights, $0.gradient, $0.count, &step) },
        { unsafe ck_plain_sgd_double($0.weights, $0.gradient, $0.count, &step) })
    }
    let momentum = argument(momentum > 0 ? momentum : 0)
    unsafe update.run(
      { unsafe ck_nag_float($0.weights, $0.gradient, $0.states[0], $0.count, &step, momentum) },
      { unsafe ck_nag_double($0.weights, $0.gradient, $0.states[0], $0.count, &step, momentum) })
  }
}
