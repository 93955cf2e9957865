internal import Tensors

/// Gluon's short name.
public typealias SoftmaxCELoss = SoftmaxCrossEntropyLoss

/// The cross entropy between labels and the softmax of predictions.
public final class SoftmaxCrossEntropyLoss: Loss {
  /// The axis of the classes; -1 is the last.
  public let axis: Int
  /// Whether labels are numbers of classes; otherwise they are probabilities in the prediction's shape.
  public let sparseLabel: Bool
  /// Whether predictions are logarithms of probabilities already.
  public let fromLogits: Bool

  /// Creates a loss.
  ///
  /// - Parameters:
  ///   - axis: The axis of the classes.
  ///   - sparseLabel: Whether labels are numbers of classes.
  ///   - fromLogits: Whether predictions are logarithms of probabilities already.
  ///   - weight: What losses are multiplied by.
  ///   - batchAxis: The axis of the samples.
  ///   - prefix: What names start with.
  public init(
    axis: Int = -1, sparseLabel: Bool = true, fromLogits: Bool = false, weight: Scalar? = nil,
    batchAxis: Int = 0, prefix: String? = nil
  ) {
    self.axis = axis
    self.sparseLabel = sparseLabel
    self.fromLogits = fromLogits
    super.init(weight: weight, batchAxis: batchAxis, prefix: prefix)
  }

  /// The cross entropies, with one element where the classes were.
  ///
  /// Numbers of classes that do not exist count as the nearest one, as in MXNet.
  public override func forward(
    _ prediction: Variable, _ label: Variable
  ) throws(BlockError) -> Variable {
    let logarithms = fromLogits ? prediction : try prediction.logSoftmax(axis: axis)
    if sparseLabel { return try -logarithms.picked(label.value, axis: axis) }
    let product = try logarithms * label.reshaped(to: prediction.shape)
    return try -product.sum(axes: [axis], keepsDimensions: true)
  }
}
