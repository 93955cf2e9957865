internal import ModelEngine
internal import Tensors

/// A task that is made up for a network: a teacher with random weights says what is right.
///
/// Inputs are uniform in [-1, 1), or words where the first layer is an embedding. Their numbers are summed
/// with random signs into 64 features, of which random normal combinations are the targets; the class
/// is the largest of them. So a linear model can learn it, and any seed gives another.
struct SyntheticTask {
  private static let featureCount = 64
  private static let mostSamples = 1024
  private static let mostElements = 1 << 24

  private var stream: RandomStream
  let elementType: ElementType

  init(seed: Int32, elementType: ElementType) {
    stream = RandomStream(seed: seed)
    self.elementType = elementType
  }

  /// How many samples are drawn: 1024, or as many as fit in 64 MiB, but a whole batch.
  static func sampleCount(of sample: Shape, batchSize: Int) -> Int {
    max(batchSize, min(mostSamples, mostElements / max(1, sample.elementCount)))
  }

  /// Draws inputs.
  ///
  /// - Parameters:
  ///   - sample: The shape of one input.
  ///   - count: How many are drawn.
  ///   - wordCount: The number of words, where inputs are words.
  /// - Returns: Inputs of shape `[count] + sample`.
  mutating func inputs(_ sample: Shape, count: Int, wordCount: Int?) -> Tensor {
    let total = count * sample.elementCount
    var elements = stream.uniform(low: wordCount == nil ? -1 : 0, high: 1, count: total)
    if let wordCount {
      // A draw may be exactly 1.
      elements = elements.map { min(($0 * Float(wordCount)).rounded(.down), Float(wordCount - 1)) }
    }
    return tensor(elements, Shape([count] + sample.dimensions))
  }

  /// What the teacher answers to inputs.
  ///
  /// - Parameters:
  ///   - inputs: The inputs, of shape `[samples, ...]`.
  ///   - output: The shape of the network's answer to one sample.
  ///   - loss: What is to be made small, which says whether classes or values are wanted.
  ///   - wordCount: The number of words, where inputs are words.
  /// - Returns: Numbers of classes of shape `[samples] + output` without the last axis, or values of
  ///   shape `[samples] + output`.
  mutating func targets(
    for inputs: Tensor, output: Shape, loss: TrainingLoss, wordCount: Int?
  ) -> Tensor {
    let count = inputs.shape[0]
    let features = features(of: inputs, wordCount: wordCount)
    let width = Self.featureCount
    let answers = max(1, output.elementCount)
    let weights = stream.normal(mean: 0, sigma: 1, count: answers * width)
    var values = [Float](repeating: 0, count: count * answers)
    for sample in 0..<count {
      for answer in 0..<answers {
        var sum: Float = 0
        for feature in 0..<width {
          sum += features[sample * width + feature] * weights[answer * width + feature]
        }
        values[sample * answers + answer] = sum
      }
    }
    guard loss == .softmaxCrossEntropy, let classCount = output.dimensions.last else {
      return tensor(values, Shape([count] + output.dimensions))
    }
    return tensor(
      classes(values, classCount), Shape([count] + output.dimensions.dropLast()))
  }

  /// The position of the largest of every so many values.
  private func classes(_ values: [Float], _ classCount: Int) -> [Float] {
    stride(from: 0, to: values.count, by: classCount).map { start in
      let range = start..<(start + classCount)
      return Float((range.max { values[$0] < values[$1] } ?? start) - start)
    }
  }

  /// Sums with random signs, of shape `[samples, 64]`; each has a variance of about 1 / 64.
  private mutating func features(of inputs: Tensor, wordCount: Int?) -> [Float] {
    let width = inputs.elementCount / inputs.shape[0]
    let signs = stream.uniform(low: -1, high: 1, count: width)
    // What each word means; other inputs are taken as they are.
    let meanings = wordCount.map { stream.uniform(low: -1, high: 1, count: $0) }
    let scale = (3 / Float(max(width, 1))).squareRoot()
    let elements = inputs.floats
    var features = [Float](repeating: 0, count: inputs.shape[0] * Self.featureCount)
    for sample in 0..<inputs.shape[0] {
      for place in 0..<width {
        let element = elements[sample * width + place]
        let value = meanings.map { $0[Int(element)] } ?? element
        features[sample * Self.featureCount + place % Self.featureCount] +=
          (signs[place] < 0 ? -value : value) * scale
      }
    }
    return features
  }

  private func tensor(_ elements: [Float], _ shape: Shape) -> Tensor {
    elementType == .float64
      ? Tensor(elements.map(Double.init), shape: shape) : Tensor(elements, shape: shape)
  }
}
