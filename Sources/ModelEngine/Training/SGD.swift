internal import CKernels

/// Stochastic gradient descent, with momentum if that is above 0.
///
/// `m = momentum m - lr wd w - lr g; w = w + m`, where `g` is the rescaled gradient, clipped before
/// `lr` is applied.
public struct SGD: Optimizer {
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

  /// The last change, if there is momentum.
  public var stateCount: Int { momentum > 0 ? 1 : 0 }

  /// Changes weights and momentum.
  ///
  /// Learning rate and decay are rounded to 32 bits; MXNet passes them in a list, not as text.
  public func apply(_ update: inout ParameterUpdate) {
    var step = update.step(
      rate: Float(update.learningRate), wd: Float(update.wd), clip: settings.clipGradient)
    let momentum = argument(momentum > 0 ? momentum : 0)
    unsafe update.run(
      { unsafe ck_sgd_float($0.weights, $0.gradient, $0.states.first, $0.count, &step, momentum) },
      { unsafe ck_sgd_double($0.weights, $0.gradient, $0.states.first, $0.count, &step, momentum) })
  }
}
