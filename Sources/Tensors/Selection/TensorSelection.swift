/// Some elements of a tensor, chosen along each of its axes.
public struct TensorSelection: Hashable, Sendable {
  /// The shape that is chosen from.
  public let source: Shape
  /// The positions along each axis, in pieces.
  public let axes: [Axis]

  /// The positions along one axis.
  public struct Axis: Hashable, Sendable {
    /// The positions, in pieces.
    public var pieces: [StridedIndices]
    /// Whether the axis is left out of the shape of the result: a single position was given.
    public var isDropped = false

    /// The number of positions.
    public var count: Int { pieces.reduce(0) { $0 + $1.count } }
  }

  /// Chooses all elements.
  public init(all source: Shape) {
    self.source = source
    axes = source.dimensions.map { Axis(pieces: [StridedIndices(start: 0, count: $0)]) }
  }

  init(source: Shape, axes: [Axis]) {
    self.source = source
    self.axes = axes
  }

  /// The shape of what is chosen.
  public var shape: Shape { Shape(axes.filter { !$0.isDropped }.map(\.count)) }

  /// The number of elements that are chosen.
  public var elementCount: Int { axes.reduce(1) { $0 * $1.count } }

  /// Whether all elements are chosen, in their order.
  public var isWhole: Bool { self == TensorSelection(all: source) }

  /// The elements that NumPy shows of what is chosen, if that is summarized; else all of it.
  ///
  /// Of an axis that is too long, its first and last entries remain.
  var shownByNumPy: TensorSelection {
    let layout = ArrayLayout(shape)
    let axes = axes.map { axis in
      guard !axis.isDropped else { return axis }
      let parts = layout.visibleParts(of: axis.count)
      // An axis with a gap was given in one piece.
      guard parts.count > 1, let piece = axis.pieces.first else { return axis }
      return Axis(pieces: parts.map { piece.sliced($0) })
    }
    return TensorSelection(source: source, axes: axes)
  }
}
