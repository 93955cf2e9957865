internal import CKernels
private import Glibc

/// Adam: a mean of the gradient over a mean of its square.
///
/// `m = β1 m + (1 - β1) g; v = β2 v + (1 - β2) g²; w = w - lr √(1 - β2^t) / (1 - β1^t) m / (√v + ε)`.
/// Source: D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015.
public struct Adam: Optimizer {
  /// What all optimizers have in common.
  public var settings: OptimizerSettings
  /// How much the mean of the gradient keeps.
  public var beta1: Double
  /// How much the mean of its square keeps.
  public var beta2: Double
  /// What keeps the divisor from being 0.
  public var epsilon: Double

  /// Creates an optimizer; the defaults are Gluon's.
  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8, wd: Double = 0, clipGradient: Double? = nil, rescaleGrad: Double = 1
  ) {
    settings = OptimizerSettings(
      learningRate: learningRate, wd: wd, clipGradient: clipGradient, rescaleGrad: rescaleGrad)
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  /// Both rates of decay, and the small number.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "beta1", value: .init(beta1)), .init(name: "beta2", value: .init(beta2)),
      .init(name: "epsilon", value: .init(epsilon)),
    ]
  }

  /// The mean of the gradient and that of its square.
  public var stateCount: Int { 2 }

  /// Changes weights and means.
  public func apply(_ update: inout ParameterUpdate) {
    let number = Double(update.number)
    let correction = (1 - pow(beta2, number)).squareRoot() / (1 - pow(beta1, number))
    var step = update.step(rate: update.learningRate * correction, clip: settings.clipGradient)
    let (first, second, tiny) = (argument(beta1), argument(beta2), argument(epsilon))
    unsafe update.run(
      {
        unsafe ck_adam_float(
          $0.weights, $0.gradient, $0.states[0], $0.states[1], $0.count, &step, first, second, tiny)
      },
      {
        unsafe ck_adam_double(
          $0.weights, $0.gradient, $0.states[0], $0.states[1], $0.count, &step, first, second, tiny)
      })
  }
}
