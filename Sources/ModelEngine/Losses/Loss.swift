public import Tensors

/// A block that says how far predictions are from labels, for each sample.
///
/// One of your own overrides `forward(_:_:)`.
open class Loss: HybridBlock {
  /// What losses are multiplied by; nil for nothing.
  public let lossWeight: Scalar?
  /// The axis of the samples.
  public let batchAxis: Int

  /// Creates a loss.
  ///
  /// - Parameters:
  ///   - weight: What losses are multiplied by.
  ///   - batchAxis: The axis of the samples.
  ///   - prefix: What names start with.
  public init(weight: Scalar?, batchAxis: Int, prefix: String? = nil) {
    lossWeight = weight
    self.batchAxis = batchAxis
    super.init(prefix: prefix)
  }

  /// The losses of single elements, before they are weighted and averaged over each sample.
  ///
  /// - Throws: An error if label and prediction do not fit.
  open func forward(_ prediction: Variable, _ label: Variable) throws(BlockError) -> Variable {
    throw .notImplemented(block: Self.className)
  }

  /// What the losses of single elements are multiplied by.
  open var factor: Scalar? { lossWeight }

  /// The loss of each sample.
  ///
  /// - Parameters:
  ///   - prediction: What a network computed.
  ///   - label: What it should have computed.
  ///   - sampleWeight: What single losses are multiplied by, of a shape that can be repeated.
  /// - Returns: A vector of as many losses as there are samples.
  /// - Throws: An error if the shapes do not fit.
  public func callAsFunction(
    _ prediction: Variable, _ label: Variable, sampleWeight: Variable? = nil
  ) throws(BlockError) -> Variable {
    var loss = try calling { () throws(BlockError) in try forward(prediction, label) }
    if let sampleWeight { loss = try loss * sampleWeight }
    if let factor { loss = try loss * factor.value }
    return try loss.mean(butAxis: batchAxis)
  }

  /// The same for a label that needs no gradient.
  ///
  /// - Throws: An error if the shapes do not fit.
  public func callAsFunction(
    _ prediction: Variable, _ label: Tensor, sampleWeight: Tensor? = nil
  ) throws(BlockError) -> Variable {
    try self(prediction, Variable(label), sampleWeight: sampleWeight.map { Variable($0) })
  }

  /// What Python prints: `L2Loss(batch_axis=0, w=1.0)`.
  open override var description: String {
    "\(Self.className)(batch_axis=\(batchAxis), w=\(lossWeight?.description ?? "None"))"
  }
}
