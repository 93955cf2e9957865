public import Tensors
internal import Words

/// How a network is trained.
public struct TrainingPlan: Hashable, Sendable {
  /// The optimizer as text: `sgd(learning_rate: 0.1, momentum: 0.9)`.
  public var optimizer: String
  /// What is made small; nil takes the one that suits what is learned.
  public var loss: TrainingLoss?
  /// The number of samples in a step.
  public var batchSize: Int
  /// What is learned; nil is a task that is made up for the network.
  public var data: TrainingData?
  /// The seed of the task that is made up.
  public var seed: Int32

  /// Creates a plan; by default a made-up task, with an optimizer that moves any small network.
  public init(
    optimizer: String = "adam(learning_rate: 0.01)", loss: TrainingLoss? = nil, batchSize: Int = 64,
    data: TrainingData? = nil, seed: Int32 = 0
  ) {
    self.optimizer = optimizer
    self.loss = loss
    self.batchSize = batchSize
    self.data = data
    self.seed = seed
  }

  /// The most steps of one run.
  public static let maximumStepCount = 1_000_000

  /// The number of steps that go so many times through all samples; at least one, and bounded.
  public func stepCount(epochs: Int, samples: Int) -> Int {
    let (total, overflow) = samples.multipliedReportingOverflow(by: epochs)
    guard !overflow, total <= Self.maximumStepCount * batchSize else {
      return Self.maximumStepCount
    }
    return max(1, (total + batchSize - 1) / batchSize)
  }
}

/// What training makes small.
public enum TrainingLoss: String, Hashable, Sendable, CaseIterable {
  /// The cross entropy between the softmax of the output and the number of a class.
  case softmaxCrossEntropy = "softmax-ce"
  /// Half of the squared difference between output and target.
  case l2
}

/// Samples to learn from.
public struct TrainingData: Hashable, Sendable {
  /// What the network is given, of shape `[samples, ...]`.
  public let inputs: Tensor
  /// What it should answer: numbers of classes, or values in the shape of the output.
  public let targets: Tensor
  /// The file that they come from, which errors name; nil if there is none.
  let source: String?

  /// Creates samples.
  ///
  /// - Throws: `usage` if there are none, or not as many inputs as targets.
  public init(inputs: Tensor, targets: Tensor) throws(WorkspaceError) {
    try self.init(inputs: inputs, targets: targets, source: nil)
  }

  init(inputs: Tensor, targets: Tensor, source: String?) throws(WorkspaceError) {
    let counts = [inputs, targets].map { $0.shape.dimensions.first ?? 0 }
    guard counts[0] > 0, inputs.elementCount > 0 else {
      throw .usage(
        "the inputs have shape \(inputs.shape.pythonDescription), which holds no samples")
    }
    guard counts[0] == counts[1] else {
      throw .usage("there are \(counts[0]) inputs but \(counts[1]) targets; expected one for each")
    }
    self.inputs = inputs
    self.targets = targets
    self.source = source
  }

  /// What does not fit, as an error of the file where there is one.
  func failure(_ message: Phrase) -> WorkspaceError {
    source.map { .wrongData("\($0): \(message)") } ?? .usage(message)
  }

  /// The same samples in another type of elements.
  ///
  /// - Throws: `wrongData` or `usage` if there is no such conversion.
  func converted(to elementType: ElementType) throws(WorkspaceError) -> TrainingData {
    guard let inputs = inputs.converted(to: elementType),
      let targets = targets.converted(to: elementType)
    else { throw failure("samples cannot be converted to \(elementType.name)") }
    return try TrainingData(inputs: inputs, targets: targets, source: source)
  }

  /// The number of samples.
  public var sampleCount: Int { inputs.shape[0] }

  /// The samples of a step: batch follows batch, and after the last sample comes the first.
  ///
  /// - Complexity: O(elements of the batch).
  func batch(_ number: Int, size: Int) -> TrainingData.Batch {
    let start = (number % sampleCount) * (size % sampleCount) % sampleCount
    return Batch(
      inputs: inputs.rows(from: start, count: size),
      targets: targets.rows(from: start, count: size))
  }

  /// The samples of one step.
  struct Batch {
    let inputs: Tensor
    let targets: Tensor
  }
}

extension Tensor {
  /// So many parts along the first axis, from one on and round again.
  func rows(from start: Int, count: Int) -> Tensor {
    let rowShape = Array(shape.dimensions.dropFirst())
    let shape = Shape([count] + rowShape)
    switch storage {
    case .float64(let elements):
      return Tensor(elements.rows(from: start, count: count, of: self.shape[0]), shape: shape)
    default:
      return Tensor(floats.rows(from: start, count: count, of: self.shape[0]), shape: shape)
    }
  }
}

extension Array {
  /// So many of `total` rows, from one on and round again.
  fileprivate func rows(from start: Int, count rowCount: Int, of total: Int) -> [Element] {
    let width = count / total
    var rows: [Element] = []
    rows.reserveCapacity(rowCount * width)
    var (next, missing) = (start, rowCount)
    while missing > 0 {
      let length = Swift.min(missing, total - next)
      rows += self[(next * width)..<((next + length) * width)]
      (next, missing) = (0, missing - length)
    }
    return rows
  }
}
