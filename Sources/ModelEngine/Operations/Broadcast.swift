internal import Tensors

/// Operations on the elements of two tensors, of which dimensions of 1 are repeated.
enum Broadcast {
  /// What is done with two elements.
  enum Rule: Hashable, Sendable {
    case sum, difference, product

    /// MXNet's name of the operation.
    var name: String {
      switch self {
      case .sum: "broadcast_add"
      case .difference: "broadcast_sub"
      case .product: "broadcast_mul"
      }
    }
  }

  /// Applies a rule to two tensors.
  ///
  /// - Throws: `broadcast`, `elementTypes`, `unsupportedElementType`.
  static func apply(
    _ rule: Rule, _ tensors: [Tensor]
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    let type = try tensors.commonElementType()
    guard let shape = tensors[0].shape.broadcast(with: tensors[1].shape) else {
      throw .shape(.broadcast(tensors[0].shape, tensors[1].shape))
    }
    return switch type {
    case .float32: apply(rule, tensors, shape, as: Float.self)
    case .float64: apply(rule, tensors, shape, as: Double.self)
    case let other: throw .unsupportedElementType(other)
    }
  }

  private static func apply<Element: RealElement>(
    _ rule: Rule, _ tensors: [Tensor], _ shape: Shape, as type: Element.Type
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let shapes = tensors.map(\.shape)
    let inputs = tensors.map { spread(Element.elements(of: $0), of: $0.shape, over: shape) }
    return (
      Element.tensor(combined(rule, inputs[0], inputs[1]), shape),
      { gradient, wanted in
        let outer = Element.elements(of: gradient)
        return wanted.indices.map { index in
          guard wanted[index] else { return nil }
          let full =
            switch rule {
            case .product: outer.elementwise(inputs[1 - index]) { $0 * $1 }
            case .difference where index == 1: outer.elementwise { -$0 }
            case .difference, .sum: outer
            }
          return Element.tensor(gathered(full, of: shape, into: shapes[index]), shapes[index])
        }
      }
    )
  }

  private static func combined<Element: RealElement>(
    _ rule: Rule, _ left: [Element], _ right: [Element]
  ) -> [Element] {
    switch rule {
    case .sum: left.elementwise(right) { $0 + $1 }
    case .difference: left.elementwise(right) { $0 - $1 }
    case .product: left.elementwise(right) { $0 * $1 }
    }
  }

  /// Elements repeated until they fill a shape.
  static func spread<Element: RealElement>(
    _ elements: [Element], of own: Shape, over shape: Shape
  ) -> [Element] {
    if own == shape { return elements }
    if elements.count == 1 {
      return [Element](repeating: elements[0], count: shape.elementCount)
    }
    var spread: [Element] = []
    spread.reserveCapacity(shape.elementCount)
    if !elements.isEmpty, shape.dimensions.suffix(own.rank) == own.dimensions[...] {
      for _ in 0..<(shape.elementCount / elements.count) { spread += elements }
      return spread
    }
    shape.forEachOffset(in: own) { spread.append(elements[$0]) }
    return spread
  }

  /// Elements summed, in 64 bits, where they were repeated.
  static func gathered<Element: RealElement>(
    _ elements: [Element], of shape: Shape, into own: Shape
  ) -> [Element] {
    if own.elementCount == elements.count { return elements }
    var sums = [Double](repeating: 0, count: own.elementCount)
    var index = 0
    shape.forEachOffset(in: own) { offset in
      sums[offset] += Double(elements[index])
      index += 1
    }
    return sums.map { Element($0) }
  }
}

extension Shape {
  /// The shape of a result of two operands, or nil if they do not fit.
  func broadcast(with other: Shape) -> Shape? {
    let rank = max(rank, other.rank)
    var dimensions: [Int] = []
    for (left, right) in zip(aligned(to: rank), other.aligned(to: rank)) {
      guard left == right || left == 1 || right == 1 else { return nil }
      dimensions.append(left == 1 ? right : left)
    }
    let shape = Shape(dimensions)
    return shape.checkedElementCount == nil ? nil : shape
  }

  /// Goes over all positions in C order, with the offset of each in a smaller operand.
  func forEachOffset(in operand: Shape, _ body: (Int) -> Void) {
    guard elementCount > 0 else { return }
    let strides = operand.strides(alignedTo: rank)
    var position = [Int](repeating: 0, count: rank)
    var offset = 0
    while true {
      body(offset)
      var axis = rank - 1
      while axis >= 0 {
        position[axis] += 1
        offset += strides[axis]
        if position[axis] < dimensions[axis] { break }
        offset -= strides[axis] * dimensions[axis]
        position[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }

  private func aligned(to rank: Int) -> [Int] {
    [Int](repeating: 1, count: rank - self.rank) + dimensions
  }

  /// How far the next element of each axis is, 0 where the only one is repeated.
  private func strides(alignedTo rank: Int) -> [Int] {
    var strides: [Int] = []
    var stride = 1
    for dimension in aligned(to: rank).reversed() {
      strides.append(dimension == 1 ? 0 : stride)
      stride *= dimension
    }
    return strides.reversed()
  }
}
