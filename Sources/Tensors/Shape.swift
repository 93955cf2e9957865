/// The dimensions of a tensor, outermost first.
///
/// A dimension of 0 means "not known yet" in a Gluon parameter, and "no elements" in a tensor.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The dimensions, outermost first; none is negative.
  public let dimensions: [Int]

  /// Creates a shape.
  ///
  /// - Precondition: No dimension is negative.
  public init(_ dimensions: [Int]) {
    precondition(dimensions.allSatisfy { $0 >= 0 }, "a dimension is negative")
    self.dimensions = dimensions
  }

  /// Creates a shape from its dimensions.
  public init(arrayLiteral elements: Int...) {
    self.init(elements)
  }

  /// The number of dimensions.
  public var rank: Int { dimensions.count }

  /// The number of elements, or nil if it exceeds the largest integer.
  public var checkedElementCount: Int? {
    if dimensions.contains(0) { return 0 }
    var count = 1
    for dimension in dimensions {
      let (product, overflows) = count.multipliedReportingOverflow(by: dimension)
      if overflows { return nil }
      count = product
    }
    return count
  }

  /// The number of elements.
  ///
  /// - Precondition: The product of the dimensions is representable.
  public var elementCount: Int {
    guard let count = checkedElementCount else { preconditionFailure("the shape is too large") }
    return count
  }

  /// The dimension at `axis`.
  public subscript(axis: Int) -> Int { dimensions[axis] }

  /// The text Python prints for a tuple of the dimensions: `(256, 20)`, `(8,)`, `()`.
  public var pythonDescription: String {
    let items = dimensions.map(String.init).joined(separator: ", ")
    return dimensions.count == 1 ? "(\(items),)" : "(\(items))"
  }
}
