internal import Tensors

/// Sums along axes.
enum Reduction {
  /// Sums the elements along some axes, and divides the sums.
  ///
  /// - Parameters:
  ///   - input: The tensor.
  ///   - kept: Its shape with 1 for the axes to sum.
  ///   - output: The shape of the output, which has as many elements.
  ///   - divisor: What sums are divided by.
  /// - Returns: The output, and how its gradient goes back.
  /// - Throws: `unsupportedElementType`.
  static func apply(
    _ input: Tensor, kept: Shape, output: Shape, divisor: Int
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    switch input.elementType {
    case .float32: apply(input, kept, output, Float(divisor))
    case .float64: apply(input, kept, output, Double(divisor))
    case let other: throw .unsupportedElementType(other)
    }
  }

  private static func apply<Element: RealElement>(
    _ input: Tensor, _ kept: Shape, _ output: Shape, _ divisor: Element
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let shape = input.shape
    let sums = Broadcast.gathered(Element.elements(of: input), of: shape, into: kept)
    return (
      Element.tensor(sums.elementwise { $0 / divisor }, output),
      { gradient, _ in
        let shares = Element.elements(of: gradient).elementwise { $0 / divisor }
        return [Element.tensor(Broadcast.spread(shares, of: kept, over: shape), shape)]
      }
    )
  }
}

extension Variable {
  /// The sum of all elements along some axes.
  ///
  /// - Parameters:
  ///   - axes: The axes, of which negative ones count from the end; nil for all.
  ///   - keepsDimensions: Whether summed axes stay, with length 1; otherwise a sum of everything has
  ///     shape `[1]`, as in MXNet.
  /// - Returns: The sums.
  /// - Throws: `axis` if there is no such axis, `unsupportedElementType`.
  public func sum(
    axes: [Int]? = nil, keepsDimensions: Bool = false
  ) throws(BlockError) -> Variable {
    try reduced("sum", Set(shape.resolved(axes)), keepsDimensions, isMean: false)
  }

  /// The mean of all elements along some axes.
  ///
  /// - Parameters:
  ///   - axes: The axes, of which negative ones count from the end; nil for all.
  ///   - keepsDimensions: Whether averaged axes stay, with length 1.
  /// - Returns: The means.
  /// - Throws: `axis` if there is no such axis, `unsupportedElementType`.
  public func mean(
    axes: [Int]? = nil, keepsDimensions: Bool = false
  ) throws(BlockError) -> Variable {
    try reduced("mean", Set(shape.resolved(axes)), keepsDimensions, isMean: true)
  }

  /// The mean over all axes but one.
  func mean(butAxis axis: Int) throws(BlockError) -> Variable {
    let own = try shape.resolved(axis: axis)
    let others = Set(0..<shape.rank).subtracting([own])
    return try reduced("mean", others, false, isMean: true)
  }

  private func reduced(
    _ name: String, _ axes: Set<Int>, _ keepsDimensions: Bool, isMean: Bool
  ) throws(BlockError) -> Variable {
    let indexed = shape.dimensions.enumerated()
    let kept = Shape(indexed.map { axes.contains($0.offset) ? 1 : $0.element })
    let rest = indexed.filter { !axes.contains($0.offset) }.map(\.element)
    let output = keepsDimensions ? kept : Shape(rest.isEmpty ? [1] : rest)
    let count = axes.reduce(1) { $0 * shape[$1] }
    return try Variable.apply(name, [self]) { tensors throws(BlockError) in
      try Reduction.apply(tensors[0], kept: kept, output: output, divisor: isMean ? count : 1)
    }
  }
}

extension Shape {
  /// The position of an axis, of which negative ones count from the end.
  ///
  /// - Throws: `axis` if there is no such axis.
  func resolved(axis: Int) throws(BlockError) -> Int {
    let position = axis < 0 ? axis + rank : axis
    guard dimensions.indices.contains(position) else { throw .shape(.axis(axis, rank: rank)) }
    return position
  }

  fileprivate func resolved(_ axes: [Int]?) throws(BlockError) -> [Int] {
    var positions: [Int] = []
    for axis in axes ?? Array(0..<rank) { positions.append(try resolved(axis: axis)) }
    return positions
  }
}
