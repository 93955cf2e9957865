public import Tensors

/// Two axes of a tensor of any rank to look at, and where the others stand.
public struct TensorPlane: Hashable, Sendable {
  /// The shape of the tensor.
  public let shape: Shape
  /// The axis that goes down; nil where there is one row.
  public private(set) var rowAxis: Int?
  /// The axis that goes across; nil where there is one column.
  public private(set) var columnAxis: Int?
  /// The part of complex elements.
  public var part = ComplexPart.real
  /// The index along each axis that is not free.
  private var indices: [Int]

  /// Creates a plane along given axes, at the beginning of all others.
  ///
  /// - Precondition: The axes are different axes of the shape.
  public init(_ shape: Shape, rowAxis: Int?, columnAxis: Int?) {
    precondition(rowAxis == nil || rowAxis != columnAxis, "one axis cannot go both ways")
    self.shape = shape
    self.rowAxis = rowAxis
    self.columnAxis = columnAxis
    indices = [Int](repeating: 0, count: shape.rank)
  }

  /// Creates the plane along the two longest axes, the later ones where lengths are equal.
  public init(_ shape: Shape) {
    let axes = shape.dimensions.indices.sorted {
      (shape[$0], $0) > (shape[$1], $1)
    }.prefix(2).sorted()
    self.init(
      shape, rowAxis: axes.count > 1 ? axes.first : nil, columnAxis: axes.last)
  }

  /// The number of rows.
  public var rowCount: Int { rowAxis.map { shape[$0] } ?? min(1, shape.elementCount) }
  /// The number of columns.
  public var columnCount: Int { columnAxis.map { shape[$0] } ?? min(1, shape.elementCount) }
  /// The number of elements in it.
  public var elementCount: Int { isEmpty ? 0 : rowCount * columnCount }
  /// Whether the tensor has no elements.
  public var isEmpty: Bool { shape.dimensions.contains(0) }

  /// The axes that are not free, outermost first.
  public var fixedAxes: [Int] {
    shape.dimensions.indices.filter { $0 != rowAxis && $0 != columnAxis }
  }

  /// The index along an axis that is not free.
  public func index(alongFixed axis: Int) -> Int { indices[axis] }

  /// Moves along an axis that is not free, as far as it goes.
  public mutating func move(along axis: Int, to index: Int) {
    guard fixedAxes.contains(axis), shape[axis] > 0 else { return }
    indices[axis] = max(0, min(shape[axis] - 1, index))
  }

  /// The plane with rows and columns exchanged.
  public var transposed: TensorPlane {
    var plane = self
    (plane.rowAxis, plane.columnAxis) = (columnAxis, rowAxis)
    return plane
  }

  /// The position in C order of the first element.
  var firstElement: Int {
    fixedAxes.map { indices[$0] * stride(of: $0) }.reduce(0, +)
  }
  /// The distance between rows, in elements.
  var rowStride: Int { rowAxis.map(stride) ?? 0 }
  /// The distance between columns, in elements.
  var columnStride: Int { columnAxis.map(stride) ?? 0 }

  private func stride(of axis: Int) -> Int {
    shape.dimensions[(axis + 1)...].reduce(1, *)
  }

  /// The indices of an element in the tensor, outermost first.
  public func indices(row: Int, column: Int) -> [Int] {
    var all = indices
    if let rowAxis { all[rowAxis] = row }
    if let columnAxis { all[columnAxis] = column }
    return all
  }
}
