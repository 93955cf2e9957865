internal import ModelEngine
internal import Tensors
internal import Words

/// What is learned, and what is made small.
struct TrainingTask {
  let data: TrainingData
  let loss: Loss
  let kind: TrainingLoss

  init(_ data: TrainingData, _ loss: TrainingLoss) {
    self.data = data
    kind = loss
    self.loss =
      switch loss {
      case .softmaxCrossEntropy: SoftmaxCrossEntropyLoss(prefix: "loss_")
      case .l2: L2Loss(prefix: "loss_")
      }
  }
}

extension TrainingSession {
  /// Takes the plan's data, or makes a task up.
  ///
  /// - Throws: `usage`, or `wrongData` for data of a file, if the network cannot be run on the inputs, or
  ///   its answers are not the targets'.
  func makeTask() throws(WorkspaceError) -> TrainingTask {
    guard let data = try plan.data?.converted(to: elementType) else { return try madeUpTask() }
    let output: Shape
    do {
      output = try answer(to: data.inputs.rows(from: 0, count: 1))
    } catch {
      throw data.failure(error.phrase)
    }
    let targetCount = data.targets.elementCount / data.sampleCount
    let loss = plan.loss ?? (targetCount == output.elementCount ? .l2 : .softmaxCrossEntropy)
    try check(data, output, loss)
    return TrainingTask(data, loss)
  }

  private func madeUpTask() throws(WorkspaceError) -> TrainingTask {
    guard let input = input ?? network.guessedInput, input.rank > 0, input.isKnown else {
      throw .usage("the shape of an input is not known; give it, as in --input 2,20")
    }
    let sample = Shape(Array(input.dimensions.dropFirst()))
    let wordCount = network.wordCount
    var task = SyntheticTask(seed: plan.seed, elementType: elementType)
    let inputs = task.inputs(
      sample, count: SyntheticTask.sampleCount(of: sample, batchSize: plan.batchSize),
      wordCount: wordCount)
    let output = try answer(to: inputs.rows(from: 0, count: 1))
    let loss = plan.loss ?? (output.dimensions.last ?? 0 > 1 ? .softmaxCrossEntropy : .l2)
    let targets = task.targets(
      for: inputs, output: Shape(Array(output.dimensions.dropFirst())), loss: loss,
      wordCount: wordCount)
    return TrainingTask(try TrainingData(inputs: inputs, targets: targets), loss)
  }

  /// What the network computes with.
  private var elementType: ElementType {
    parameters.first?.elementType == .float64 ? .float64 : .float32
  }

  /// The shape of what a network answers to one sample.
  private func answer(to sample: Tensor) throws(WorkspaceError) -> Shape {
    do {
      let output = try ModelContext.$current.withValue(context) {
        try Autograd.pause { try network(Variable(sample)).shape }
      }
      guard output.dimensions.first == 1 else {
        throw WorkspaceError.usage(
          "the output has shape \(output.pythonDescription), not one part for each sample")
      }
      return output
    } catch let error as WorkspaceError {
      throw error
    } catch {
      throw .usage(Phrase(verbatim: oneLine("\(error)")))
    }
  }

  private func check(
    _ data: TrainingData, _ output: Shape, _ loss: TrainingLoss
  ) throws(WorkspaceError) {
    let answer = Shape(Array(output.dimensions.dropFirst()))
    let target = Shape(Array(data.targets.shape.dimensions.dropFirst()))
    switch loss {
    case .l2:
      guard target.elementCount == answer.elementCount else {
        throw data.failure(
          """
          each target has shape \(target.pythonDescription), but the network answers \
          \(answer.pythonDescription)
          """)
      }
    case .softmaxCrossEntropy:
      let places = Shape(Array(answer.dimensions.dropLast()))
      guard let classCount = answer.dimensions.last, target.elementCount == places.elementCount
      else {
        throw data.failure(
          """
          each target has shape \(target.pythonDescription), but the classes of an answer of shape \
          \(answer.pythonDescription) have \(places.pythonDescription)
          """)
      }
      let wrong = data.targets.doubles.firstIndex {
        !($0 >= 0 && $0 < Double(classCount) && $0 == $0.rounded())
      }
      guard let wrong else { return }
      throw data.failure(
        """
        target \(wrong) is \(NumberText.shortest(data.targets.doubles[wrong])), but the classes \
        are 0 to \(classCount - 1)
        """)
    }
  }
}

extension Block {
  /// The block that is given the input itself.
  fileprivate var entrance: Block {
    var block = self
    while block is any BlockContainer, let first = block.children.first { block = first.block }
    return block
  }

  /// How many words there are, where the input is words.
  fileprivate var wordCount: Int? { (entrance as? Embedding)?.inputDim }

  /// The shape of an input of one sample, where the first layer tells it.
  fileprivate var guessedInput: Shape? {
    guard let dense = entrance as? Dense, dense.weight.isShapeKnown else { return nil }
    return [1, dense.weight.shape[1]]
  }
}
