internal import CLayers
internal import Tensors

/// One run of a recurrent operation, with what its way back needs.
struct RecurrenceRun<Number: RealElement> {
  private let operation: Recurrence
  private let shapes: [Shape]
  private let steps: Int
  private let batch: Int
  /// The first states and memories, each of all layers and directions.
  private let states: [[Number]]
  /// Four arrays for each layer and direction.
  private let parameters: [[Number]]
  private let masks: [[Number]]
  /// What each layer read, and at the end the output.
  private var sequences: [[Number]] = []
  /// What each layer made, before the mask.
  private var results: [[Number]] = []
  private var traces: [Trace] = []

  /// What the steps of one direction of one layer keep.
  private struct Trace {
    var gates: [Number]
    var extra: [Number]
  }

  /// Runs all layers.
  init(_ operation: Recurrence, _ inputs: [Tensor]) {
    self.operation = operation
    shapes = inputs.map(\.shape)
    (steps, batch) =
      operation.isTimeFirst ? (shapes[0][0], shapes[0][1]) : (shapes[0][1], shapes[0][0])
    let stateCount = operation.cell.stateCount
    states = inputs[1...stateCount].map { Number.elements(of: $0) }
    parameters = inputs[(1 + stateCount)...].map { Number.elements(of: $0) }
    masks = operation.masks.map { Number.elements(of: $0) }
    let input = Number.elements(of: inputs[0])
    sequences = [operation.isTimeFirst ? input : input.swappingAxes(batch, steps)]
    for layer in 0..<operation.layerCount { run(layer) }
  }

  private mutating func run(_ layer: Int) {
    let input = sequences[layer]
    var result = Number.zeros(steps * batch * operation.directionCount * operation.hiddenSize)
    for direction in 0..<operation.directionCount {
      let (index, own) = place(layer, direction)
      var form = form(layer, direction)
      var trace = emptyTrace
      // Every array has the size that the form says.
      unsafe cl_recur(
        Number.element, &form, input, parameters[own], parameters[own + 1], parameters[own + 2],
        parameters[own + 3], part(0, index), part(1, index), &result, &trace.gates, &trace.extra)
      traces.append(trace)
    }
    results.append(result)
    sequences.append(masks.indices.contains(layer) ? result.multiplied(by: masks[layer]) : result)
  }

  private var stateLength: Int { batch * operation.hiddenSize }

  private func place(_ layer: Int, _ direction: Int) -> (index: Int, parameters: Int) {
    let index = layer * operation.directionCount + direction
    return (index, 4 * index)
  }

  private var emptyTrace: Trace {
    let length = steps * stateLength
    return Trace(
      gates: Number.zeros(length * operation.cell.gateCount),
      extra: Number.zeros(operation.cell.keepsExtra ? length : 0))
  }

  /// The first state (0) or memory (1) of one direction of one layer.
  private func part(_ kind: Int, _ index: Int) -> [Number] {
    guard states.indices.contains(kind) else { return [] }
    return Array(states[kind][(index * stateLength)..<((index + 1) * stateLength)])
  }

  private func form(_ layer: Int, _ direction: Int) -> cl_recurrence {
    let width = operation.directionCount * operation.hiddenSize
    let inputs = layer == 0 ? shapes[0][2] : width
    return cl_recurrence(
      cell: operation.cell.code, steps: steps, batch: batch, inputs: inputs,
      hidden: operation.hiddenSize, reversed: direction == 1 ? 1 : 0, output_stride: width,
      output_offset: direction * operation.hiddenSize)
  }

  /// The output, the last states, and of an LSTM the last memories.
  var outputs: [Tensor] {
    let width = operation.directionCount * operation.hiddenSize
    let last = results[operation.layerCount - 1]
    let output = operation.isTimeFirst ? last : last.swappingAxes(steps, batch)
    let outputShape: Shape = [shapes[0][0], shapes[0][1], width]
    var tensors = [Number.tensor(output, outputShape)]
    for kind in states.indices {
      var ends: [Number] = []
      for index in traces.indices { ends += kind == 0 ? lastState(index) : lastMemory(index) }
      tensors.append(Number.tensor(ends, shapes[1 + kind]))
    }
    return tensors
  }

  private func lastState(_ index: Int) -> [Number] {
    guard steps > 0 else { return part(0, index) }
    let (layer, direction) = index.quotientAndRemainder(dividingBy: operation.directionCount)
    let width = operation.directionCount * operation.hiddenSize
    let time = direction == 0 ? steps - 1 : 0
    var state: [Number] = []
    for row in 0..<batch {
      let start = (time * batch + row) * width + direction * operation.hiddenSize
      state += results[layer][start..<(start + operation.hiddenSize)]
    }
    return state
  }

  private func lastMemory(_ index: Int) -> [Number] {
    guard steps > 0 else { return part(1, index) }
    let time = index % operation.directionCount == 0 ? steps - 1 : 0
    return Array(traces[index].extra[(time * stateLength)..<((time + 1) * stateLength)])
  }

  /// The gradients of all inputs, for those of the outputs.
  func gradients(of outputs: [Tensor?]) -> [Tensor?] {
    var totals = shapes.map { Number.zeros($0.elementCount) }
    for (kind, gradient) in outputs.dropFirst().enumerated() {
      if let gradient { totals[1 + kind] = Number.elements(of: gradient) }
    }
    var down = outputs[0].map { Number.elements(of: $0) } ?? Number.zeros(results.last?.count ?? 0)
    if !operation.isTimeFirst, outputs[0] != nil { down = down.swappingAxes(batch, steps) }
    for layer in (0..<operation.layerCount).reversed() {
      if masks.indices.contains(layer) { down = down.multiplied(by: masks[layer]) }
      down = back(layer, down, &totals)
    }
    totals[0] = operation.isTimeFirst ? down : down.swappingAxes(steps, batch)
    return zip(totals, shapes).map { Number.tensor($0, $1) }
  }

  /// Goes back through one layer; returns the gradient of what it read.
  private func back(_ layer: Int, _ down: [Number], _ totals: inout [[Number]]) -> [Number] {
    var inputGradient = Number.zeros(sequences[layer].count)
    for direction in 0..<operation.directionCount {
      let (index, own) = place(layer, direction)
      let range = (index * stateLength)..<((index + 1) * stateLength)
      var form = form(layer, direction)
      var gradients = emptyTrace
      var state = Array(totals[1][range])
      var memory = states.count > 1 ? Array(totals[2][range]) : []
      var weights = (
        Number.zeros(parameters[own].count), Number.zeros(parameters[own + 1].count),
        Number.zeros(parameters[own + 2].count), Number.zeros(parameters[own + 3].count)
      )
      // As on the way forward; the gradients are as large as what they are gradients of.
      unsafe cl_recur_backward(
        Number.element, &form, parameters[own + 1], part(0, index), part(1, index), results[layer],
        traces[index].gates, traces[index].extra, down, &state, &memory, &weights.1,
        &gradients.gates, &gradients.extra)
      unsafe cl_recur_backward_inputs(
        Number.element, &form, sequences[layer], parameters[own], gradients.gates, gradients.extra,
        &inputGradient, &weights.0, &weights.2, &weights.3)
      totals[1].replaceSubrange(range, with: state)
      if states.count > 1 { totals[2].replaceSubrange(range, with: memory) }
      let first = 1 + states.count + own
      totals.replaceSubrange(
        first..<(first + 4), with: [weights.0, weights.1, weights.2, weights.3])
    }
    return inputGradient
  }
}

extension Array where Element: RealElement {
  /// Exchanges the first two axes, of these lengths; the rest stays together.
  func swappingAxes(_ first: Int, _ second: Int) -> [Element] {
    guard first * second > 0 else { return self }
    let width = count / (first * second)
    var result: [Element] = []
    result.reserveCapacity(count)
    for column in 0..<second {
      for row in 0..<first {
        let start = (row * second + column) * width
        result.append(contentsOf: self[start..<(start + width)])
      }
    }
    return result
  }

  fileprivate func multiplied(by mask: [Element]) -> [Element] {
    zip(self, mask).map { $0 * $1 }
  }
}
