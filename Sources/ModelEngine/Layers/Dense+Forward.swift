internal import Tensors

extension Dense {
  /// How many numbers of the input make one output.
  func width(of input: Shape) throws(ShapeProblem) -> Int {
    flatten && input.rank > 0 ? try input.countBehindFirst() : input.dimensions.last ?? 0
  }

  /// Computes the output before the activation, for inputs whose last axis or axes are the weight's.
  func linear(_ input: Tensor, _ values: [Tensor], shape: Shape) throws(BlockError) -> Tensor {
    let weight = values[0]
    guard input.elementType == weight.elementType else {
      throw .elementTypes(input: input.elementType, weight: weight.elementType)
    }
    let biases = values.count > 1 ? values[1] : nil
    switch (input.storage, weight.storage) {
    case (.float32(let inputs), .float32(let weights)):
      let sums = sums(inputs, weights, biases?.doubles ?? [], width: weight.shape[1])
      return Tensor(sums.map { Float($0) }, shape: shape)
    case (.float64(let inputs), .float64(let weights)):
      return Tensor(
        sums(inputs, weights, biases?.doubles ?? [], width: weight.shape[1]), shape: shape)
    default: throw .unsupportedElementType(weight.elementType)
    }
  }

  /// Forms `x W^T + b` in 64 bits, for `inputs` of shape `[batch, width]`.
  private func sums<Value: BinaryFloatingPoint>(
    _ inputs: [Value], _ weights: [Value], _ biases: [Double], width: Int
  ) -> [Double] {
    guard width > 0 else { return [] }
    var outputs: [Double] = []
    outputs.reserveCapacity(inputs.count / width * units)
    for row in 0..<(inputs.count / width) {
      for unit in 0..<units {
        var sum = biases.isEmpty ? 0 : biases[unit]
        for column in 0..<width {
          sum += Double(inputs[row * width + column]) * Double(weights[unit * width + column])
        }
        outputs.append(sum)
      }
    }
    return outputs
  }
}
