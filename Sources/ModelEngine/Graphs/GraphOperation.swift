public import Tensors

/// What a graph does besides calling layers.
public enum GraphOperation: Hashable, Sendable {
  /// The sum of two, with dimensions of 1 repeated.
  case sum
  /// The difference of two.
  case difference
  /// The product of two, element by element.
  case product
  /// All joined along an axis.
  case concatenation(axis: Int)
  /// One times a number.
  case scale(Double)
  /// One plus a number.
  case shift(Double)
  /// One with its first two axes exchanged.
  case exchange

  /// The number of operands, or nil for any from 1.
  public var operandCount: Int? {
    switch self {
    case .sum, .difference, .product: 2
    case .concatenation: nil
    case .scale, .shift, .exchange: 1
    }
  }

  func apply(_ operands: [Variable]) throws(BlockError) -> Variable {
    switch self {
    case .sum: try operands[0] + operands[1]
    case .difference: try operands[0] - operands[1]
    case .product: try operands[0] * operands[1]
    case .concatenation(let axis): try Variable.concatenated(operands, axis: axis)
    case .scale(let number): try operands[0] * number
    case .shift(let number): try operands[0] + number
    case .exchange: try operands[0].exchangingFirstAxes()
    }
  }

  /// The shape of the output.
  ///
  /// - Parameter operands: The shapes of the operands, as many as there have to be.
  /// - Returns: The shape.
  /// - Throws: An error if the operands do not fit.
  public func outputShape(for operands: [Shape]) throws(BlockError) -> Shape {
    switch self {
    case .sum, .difference, .product:
      guard let shape = operands[0].broadcast(with: operands[1]) else {
        throw .shape(.broadcast(operands[0], operands[1]))
      }
      return shape
    case .concatenation(let axis):
      return try Concatenation.shape(of: operands, axis: axis)
    case .scale, .shift: return operands[0]
    case .exchange: return try operands[0].exchangingFirstAxes()
    }
  }
}

extension Shape {
  fileprivate func exchangingFirstAxes() throws(BlockError) -> Shape {
    guard rank > 1 else { throw .shape(.axis(1, rank: rank)) }
    return Shape([self[1], self[0]] + dimensions.dropFirst(2))
  }
}

extension Variable {
  /// The elements with the first two axes exchanged.
  fileprivate func exchangingFirstAxes() throws(BlockError) -> Variable {
    let (own, exchanged) = (shape, try shape.exchangingFirstAxes())
    return try Variable.apply("SwapAxis", [self]) { tensors throws(BlockError) in
      let type = try tensors.commonRealType()
      return (
        tensors[0].exchangingFirstAxes(as: type, to: exchanged),
        { gradient, _ in [gradient.exchangingFirstAxes(as: type, to: own)] }
      )
    }
  }
}

extension Tensor {
  fileprivate func exchangingFirstAxes<Element: RealElement>(
    as type: Element.Type, to exchanged: Shape
  ) -> Tensor {
    Element.tensor(Element.elements(of: self).swappingAxes(shape[0], shape[1]), exchanged)
  }
}
