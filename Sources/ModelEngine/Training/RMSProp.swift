internal import CKernels

/// RMSProp: the gradient over a mean of its square.
///
/// `n = (1 - γ1) g² + γ1 n; w = w - lr g / √(n + ε)` (T. Tieleman and G. Hinton, lecture 6.5, 2012), or
/// centered, with the mean of the gradient and a momentum γ2 (A. Graves, arXiv:1308.0850, 38 to 45).
public struct RMSProp: Optimizer {
  /// What all optimizers have in common.
  public var settings: OptimizerSettings
  /// How much the means keep.
  public var gamma1: Double
  /// How much of the last change is done again; only if it is centered.
  public var gamma2: Double
  /// What keeps the divisor from being 0.
  public var epsilon: Double
  /// Whether the mean of the gradient is taken off.
  public var isCentered: Bool
  /// The bound that weights are cut off at; none if it is nil.
  public var clipWeights: Double?

  /// Creates an optimizer; the defaults are Gluon's.
  public init(
    learningRate: Double = 0.001, gamma1: Double = 0.9, gamma2: Double = 0.9,
    epsilon: Double = 1e-8, isCentered: Bool = false, clipWeights: Double? = nil, wd: Double = 0,
    clipGradient: Double? = nil, rescaleGrad: Double = 1
  ) {
    settings = OptimizerSettings(
      learningRate: learningRate, wd: wd, clipGradient: clipGradient, rescaleGrad: rescaleGrad)
    self.gamma1 = gamma1
    self.gamma2 = gamma2
    self.epsilon = epsilon
    self.isCentered = isCentered
    self.clipWeights = clipWeights
  }

  /// What the means keep, the small number, which of the two it is, and the bound.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "gamma1", value: .init(gamma1)), .init(name: "gamma2", value: .init(gamma2)),
      .init(name: "epsilon", value: .init(epsilon)),
      .init(name: "centered", value: .flag(isCentered)),
      .init(name: "clip_weights", value: .init(clipWeights)),
    ]
  }

  /// The mean of the square; centered also that of the gradient, and the last change.
  public var stateCount: Int { isCentered ? 3 : 1 }

  /// Changes weights and means.
  public func apply(_ update: inout ParameterUpdate) {
    var step = update.step(rate: update.learningRate, clip: settings.clipGradient)
    let (first, second, tiny) = (argument(gamma1), argument(gamma2), argument(epsilon))
    let bound = clipWeights.map { $0 == 0 ? -1 : argument($0) } ?? -1
    guard isCentered else {
      return unsafe update.run(
        {
          unsafe ck_rmsprop_float(
            $0.weights, $0.gradient, $0.states[0], $0.count, &step, first, tiny, bound)
        },
        {
          unsafe ck_rmsprop_double(
            $0.weights, $0.gradient, $0.states[0], $0.count, &step, first, tiny, bound)
        })
    }
    unsafe update.run(
      {
        unsafe ck_centered_rmsprop_float(
          $0.weights, $0.gradient, $0.states[0], $0.states[1], $0.states[2], $0.count, &step, first,
          second, tiny, bound)
      },
      {
        unsafe ck_centered_rmsprop_double(
          $0.weights, $0.gradient, $0.states[0], $0.states[1], $0.states[2], $0.count, &step, first,
          second, tiny, bound)
      })
  }
}
