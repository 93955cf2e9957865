internal import CKernels

/// AdaGrad: each weight's rate falls with the sum of its squared gradients.
///
/// `h = h + g²; w = w - lr (g / √(h + ε) + wd w)`. Source: J. Duchi, E. Hazan and Y. Singer, "Adaptive
/// subgradient methods", JMLR 12 (2011).
public struct AdaGrad: Optimizer {
  /// What all optimizers have in common.
  public var settings: OptimizerSettings
  /// What keeps the divisor from being 0.
  public var eps: Double

  /// Creates an optimizer; the defaults are Gluon's.
  public init(
    learningRate: Double = 0.01, eps: Double = 1e-7, wd: Double = 0, clipGradient: Double? = nil,
    rescaleGrad: Double = 1
  ) {
    settings = OptimizerSettings(
      learningRate: learningRate, wd: wd, clipGradient: clipGradient, rescaleGrad: rescaleGrad)
    self.eps = eps
  }

  /// The small number.
  public var arguments: [InitializerArgument] { [.init(name: "eps", value: .init(eps))] }

  /// The sum of squares.
  public var stateCount: Int { 1 }

  /// Changes weights and sums.
  ///
  /// MXNet computes it with arrays, so that the numbers are not read from text, except the bound.
  public func apply(_ update: inout ParameterUpdate) {
    var step = ck_step(
      learning_rate: update.learningRate, wd: update.wd, rescale: update.rescaleGrad,
      clip: settings.clipGradient.map(argument) ?? .nan)
    unsafe update.run(
      { unsafe ck_adagrad_float($0.weights, $0.gradient, $0.states[0], $0.count, &step, eps) },
      { unsafe ck_adagrad_double($0.weights, $0.gradient, $0.states[0], $0.count, &step, eps) })
  }
}
