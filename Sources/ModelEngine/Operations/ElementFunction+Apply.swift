internal import Tensors

extension ElementFunction {
  /// Applies the function to each element.
  ///
  /// - Throws: `unsupportedElementType` for anything but float32 and float64.
  func apply(
    _ input: Tensor
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    switch input.elementType {
    case .float32: apply(input, as: Float.self)
    case .float64: apply(input, as: Double.self)
    case let other: throw .unsupportedElementType(other)
    }
  }

  private func apply<Element: RealElement>(
    _ input: Tensor, as type: Element.Type
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let x = Element.elements(of: input)
    let y = values(x)
    return (
      Element.tensor(y, input.shape),
      { gradient, _ in
        let slopes = slopes(x, y)
        let product = Element.elements(of: gradient).elementwise(slopes) { $0 * $1 }
        return [Element.tensor(product, gradient.shape)]
      }
    )
  }

  // The choice stands outside of the loop for the function that most networks have.

  private func values<Element: RealElement>(_ x: [Element]) -> [Element] {
    if self == .relu { return x.elementwise { ElementFunction.relu.value($0) } }
    return x.elementwise { value($0) }
  }

  private func slopes<Element: RealElement>(_ x: [Element], _ y: [Element]) -> [Element] {
    if self == .relu { return x.elementwise { ElementFunction.relu.derivative($0, $0) } }
    return x.elementwise(y) { derivative($0, $1) }
  }
}

extension Variable {
  /// Applies a function to each element.
  func applying(_ function: ElementFunction, named name: String) throws(BlockError) -> Variable {
    try Variable.apply(name, [self]) { tensors throws(BlockError) in
      try function.apply(tensors[0])
    }
  }
}
