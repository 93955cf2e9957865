internal import ModelEngine
internal import Tensors
/// What a forward pass takes, told from shapes.
struct ForwardCost {
  /// The number of products that are summed up.
  private var productCount = 0.0
  /// The number of elements that are made.
  private var elementCount = 0.0

  /// Whether a forward pass takes less than a second or two, and little memory.
  ///
  /// - Parameters:
  ///   - network: The network, all shapes of which are known.
  ///   - input: The shape of the input.
  /// - Returns: No also where the input does not fit.
  static func isLow(_ network: Block, _ input: Shape) -> Bool {
    var cost = ForwardCost()
    guard (try? cost.add(network, input)) != nil else { return false }
    return cost.productCount < 0x1p32
      && cost.elementCount < Double(DescriptionReader.maximumElementCount)
  }

  private mutating func add(_ block: Block, _ input: Shape) throws(BlockError) -> Shape {
    if block is any BlockContainer {
      var shape = input
      for child in block.children { shape = try add(child.block, shape) }
      return shape
    }
    if let graph = block as? GraphBlock { return try add(graph, input) }
    let output = try block.outputShape(for: input)
    count(output, block.productsPerOutput)
    return output
  }

  private mutating func add(_ graph: GraphBlock, _ input: Shape) throws(BlockError) -> Shape {
    var shapes = [input]
    for step in graph.steps {
      switch step.work {
      case .layer(let layer): shapes.append(try add(layer, shapes[step.operands[0]]))
      case .operation(let operation):
        let output = try operation.outputShape(for: step.operands.map { shapes[$0] })
        count(output, 1)
        shapes.append(output)
      }
    }
    return shapes[graph.result]
  }

  private mutating func count(_ output: Shape, _ productsPerOutput: Double) {
    let count = output.checkedElementCount.map(Double.init) ?? .infinity
    elementCount += count
    productCount += count * productsPerOutput
  }
}

extension Block {
  /// How many products are summed up, or numbers compared, for each number of the output.
  fileprivate var productsPerOutput: Double {
    let count = attributes.reduce(0.0) {
      $0 + ($1.parameter.shape.checkedElementCount.map(Double.init) ?? .infinity)
    }
    switch self {
    case let layer as Dense: return count / Double(layer.units)
    case let layer as Conv2D: return count / Double(layer.channels)
    case let layer as RecurrentLayer: return count / Double(layer.hiddenSize)
    case let layer as Pooling2D:
      return Double(layer.poolSize.height) * Double(layer.poolSize.width)
    default: return 1
    }
  }
}
