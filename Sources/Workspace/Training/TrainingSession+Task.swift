internal import ModelEngine
internal import Tensors

/// What is learned, and what is made small.
struct TrainingTask {
  let data: TrainingData
  let loss: Loss

  init(_ data: TrainingData, _ loss: TrainingLoss) {
    self.data = data
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
  /// - Throws: `usage` if the network cannot be run on the inputs, or its answers are not the targets'.
  func makeTask() throws(WorkspaceError) -> TrainingTask {
    guard let data = plan.data else { return try madeUpTask() }
    let output = try answer(to: data.inputs.rows(from: 0, count: 1))
    let loss = plan.loss ?? (data.targets.shape.rank < output.rank ? .softmaxCrossEntropy : .l2)
    try check(data, output, loss)
    return TrainingTask(data, loss)
  }

  private func madeUpTask() throws(WorkspaceError) -> TrainingTask {
    guard let input = input ?? network.guessedInput, input.rank > 0, input.isKnown else {
      throw .usage("the shape of an input is not known; give it, as in --input 2,20")
    }
    let sample = Shape(Array(input.dimensions.dropFirst()))
    let wordCount = network.wordCount
    let isDouble = parameters.first?.elementType == .float64
    var task = SyntheticTask(seed: plan.seed, elementType: isDouble ? .float64 : .float32)
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

  /// The shape of what a network answers to one sample.
  private func answer(to sample: Tensor) throws(WorkspaceError) -> Shape {
    do {
      let output = try Autograd.pause { try network(Variable(sample)).shape }
      guard output.dimensions.first == 1 else {
        throw WorkspaceError.usage("the output has shape \(output), not one part for each sample")
      }
      return output
    } catch let error as WorkspaceError {
      throw error
    } catch {
      throw .usage(oneLine("\(error)"))
    }
  }

  private func check(
    _ data: TrainingData, _ output: Shape, _ loss: TrainingLoss
  ) throws(WorkspaceError) {
    let answer = Array(output.dimensions.dropFirst())
    let target = Array(data.targets.shape.dimensions.dropFirst())
    switch loss {
    case .l2:
      guard target.reduce(1, *) == answer.reduce(1, *) else {
        throw .usage(
          "each target has shape \(Shape(target)), but the network answers \(Shape(answer))")
      }
    case .softmaxCrossEntropy:
      guard let classCount = answer.last, target == answer.dropLast() else {
        throw .usage(
          "each target has shape \(Shape(target)), but classes of an answer of shape "
            + "\(Shape(answer)) have \(Shape(Array(answer.dropLast())))")
      }
      let wrong = data.targets.doubles.firstIndex {
        !($0 >= 0 && $0 < Double(classCount) && $0 == $0.rounded())
      }
      guard let wrong else { return }
      throw .usage(
        "target \(wrong) is \(data.targets.doubles[wrong]), but the classes are 0 to \(classCount - 1)"
      )
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
