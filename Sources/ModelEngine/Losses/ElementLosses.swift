internal import Tensors

/// Half of the squared difference, averaged over each sample.
public final class L2Loss: Loss {
  /// Creates a loss.
  public init(weight: Scalar = 1.0, batchAxis: Int = 0, prefix: String? = nil) {
    super.init(weight: weight, batchAxis: batchAxis, prefix: prefix)
  }

  /// Half of the weight.
  public override var factor: Scalar? { lossWeight.map { Scalar($0.value / 2) } }

  /// The squared differences, in the shape of the prediction.
  public override func forward(
    _ prediction: Variable, _ label: Variable
  ) throws(BlockError) -> Variable {
    try (label.reshaped(to: prediction.shape) - prediction).square()
  }
}

/// The absolute difference, averaged over each sample.
public final class L1Loss: Loss {
  /// Creates a loss.
  public override init(weight: Scalar? = nil, batchAxis: Int = 0, prefix: String? = nil) {
    super.init(weight: weight, batchAxis: batchAxis, prefix: prefix)
  }

  /// The absolute differences, in the shape of the prediction.
  public override func forward(
    _ prediction: Variable, _ label: Variable
  ) throws(BlockError) -> Variable {
    try (label.reshaped(to: prediction.shape) - prediction).abs()
  }
}

/// Gluon's short name.
public typealias SigmoidBCELoss = SigmoidBinaryCrossEntropyLoss

/// The cross entropy between labels from 0 to 1 and the probabilities of two classes.
public final class SigmoidBinaryCrossEntropyLoss: Loss {
  /// Whether predictions are probabilities already.
  public let fromSigmoid: Bool
  /// What is added before a logarithm is taken of a probability.
  private static let epsilon = 1e-12

  /// Creates a loss.
  public init(
    fromSigmoid: Bool = false, weight: Scalar? = nil, batchAxis: Int = 0, prefix: String? = nil
  ) {
    self.fromSigmoid = fromSigmoid
    super.init(weight: weight, batchAxis: batchAxis, prefix: prefix)
  }

  /// The cross entropies, in the shape of the prediction.
  public override func forward(
    _ prediction: Variable, _ label: Variable
  ) throws(BlockError) -> Variable {
    let label = try label.reshaped(to: prediction.shape)
    guard fromSigmoid else {
      let correction = try (-prediction.abs()).applying(.softrelu)
      return try prediction.relu() - prediction * label + correction
    }
    let yes = try (prediction + Self.epsilon).log() * label
    let no = try (1 - prediction + Self.epsilon).log() * (1 - label)
    return try -(yes + no)
  }
}
