internal import Tensors

/// The logarithms of the probabilities that predictions along an axis stand for.
enum LogSoftmax {
  /// Computes them; sums are formed in 64 bits.
  ///
  /// - Throws: `unsupportedElementType`.
  static func apply(
    _ input: Tensor, axis: Int
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    switch input.elementType {
    case .float32: apply(input, axis, as: Float.self)
    case .float64: apply(input, axis, as: Double.self)
    case let other: throw .unsupportedElementType(other)
    }
  }

  private static func apply<Element: RealElement>(
    _ input: Tensor, _ axis: Int, as type: Element.Type
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let layout = AxisLayout(input.shape, axis: axis)
    let shape = input.shape
    var values = Element.elements(of: input)
    for run in 0..<layout.count { normalize(&values, layout, layout.start(run)) }
    return (
      Element.tensor(values, shape),
      { [values] gradient, _ in
        var outer = Element.elements(of: gradient)
        for run in 0..<layout.count { pull(&outer, values, layout, layout.start(run)) }
        return [Element.tensor(outer, shape)]
      }
    )
  }

  private static func normalize<Element: RealElement>(
    _ values: inout [Element], _ layout: AxisLayout, _ start: Int
  ) {
    let offsets = stride(from: start, to: start + layout.length * layout.stride, by: layout.stride)
    var largest = -Element.infinity
    for offset in offsets where !(values[offset] <= largest) { largest = values[offset] }
    var sum = 0.0
    for offset in offsets { sum += Double(Element.exp(values[offset] - largest)) }
    let logarithm = Double.log(sum)
    for offset in offsets {
      values[offset] = Element(Double(values[offset] - largest) - logarithm)
    }
  }

  /// Replaces the gradient of a run: `g - softmax · sum(g)`.
  private static func pull<Element: RealElement>(
    _ outer: inout [Element], _ values: [Element], _ layout: AxisLayout, _ start: Int
  ) {
    let offsets = stride(from: start, to: start + layout.length * layout.stride, by: layout.stride)
    var sum = 0.0
    for offset in offsets { sum += Double(outer[offset]) }
    for offset in offsets { outer[offset] -= Element.exp(values[offset]) * Element(sum) }
  }
}

extension Variable {
  /// The logarithms of the softmax along an axis.
  ///
  /// - Throws: `axis`, `unsupportedElementType`.
  public func logSoftmax(axis: Int = -1) throws(BlockError) -> Variable {
    let position = try shape.resolved(axis: axis)
    return try Variable.apply("log_softmax", [self]) { tensors throws(BlockError) in
      try LogSoftmax.apply(tensors[0], axis: position)
    }
  }
}
