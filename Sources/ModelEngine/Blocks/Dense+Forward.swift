import Tensors

extension Dense {
  /// How many numbers of the input make one output.
  func width(of input: Shape) -> Int {
    guard flatten, input.rank > 0 else { return input.dimensions.last ?? 0 }
    return input.dimensions.dropFirst().reduce(1, *)
  }

  func outputShape(of input: Shape) -> Shape {
    if flatten { return [input.rank > 0 ? input[0] : 1, units] }
    return Shape(input.dimensions.dropLast() + [units])
  }

  /// Learns the weight's shape from the first input.
  func inferShape(input: Shape, width: Int) throws(BlockError) {
    let unknown = attributes.map(\.parameter).filter { !$0.shape.isKnown }
    guard width > 0 else {
      let arguments = unknown.map { BlockError.Argument(name: $0.name, shape: $0.shape) }
      throw .undecidableShape(input: input, unknown: arguments)
    }
    do {
      try weight.setShape([units, width])
    } catch {
      throw .inferenceFailed(
        operation: "\(name)_fwd", provided: weight.shape, inferred: [units, width])
    }
  }

  /// Computes `activation(x W^T + b)` for `inputs` of shape `[batch, width]`.
  func product(
    _ inputs: [Float], _ weights: [Float], _ biases: [Float], width: Int
  ) -> [Float] {
    let batch = inputs.count / width
    var outputs: [Float] = []
    outputs.reserveCapacity(batch * units)
    for row in 0..<batch {
      for unit in 0..<units {
        var sum = biases.isEmpty ? 0 : Double(biases[unit])
        for column in 0..<width {
          sum += Double(inputs[row * width + column]) * Double(weights[unit * width + column])
        }
        outputs.append(activation?(Float(sum)) ?? Float(sum))
      }
    }
    return outputs
  }
}
