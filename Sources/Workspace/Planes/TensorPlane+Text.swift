public import Tensors
public import Words

extension TensorPlane {
  /// The plane as NumPy would index it: `[3, :, :, 0]`.
  public var text: String {
    let items = shape.dimensions.indices.map { axis in
      axis == rowAxis || axis == columnAxis ? ":" : "\(indices(row: 0, column: 0)[axis])"
    }
    return "[" + items.joined(separator: ", ") + "]"
  }

  /// Reads what `text` writes: an index or a colon for each axis, brackets or none.
  ///
  /// Indices may count from the end; axes left out at the end are free, as in NumPy; `a:b` is free
  /// and leads to a.
  ///
  /// - Returns: The plane, and where along its axes to go.
  /// - Throws: What is wrong, for the user.
  public static func reading(
    _ text: String, of shape: Shape
  ) throws(PlaneSyntaxError) -> (plane: TensorPlane, row: Int, column: Int) {
    var items = text.filter { $0 != " " && $0 != "[" && $0 != "]" }
      .split(separator: ",", omittingEmptySubsequences: false)
    if items.last == "" { items.removeLast() }
    guard items.count <= shape.rank else {
      throw .tooManyIndices(found: items.count, rank: shape.rank)
    }
    items += [Substring](repeating: ":", count: shape.rank - items.count)
    var free: [(axis: Int, start: Int)] = []
    var fixed: [(axis: Int, index: Int)] = []
    for (axis, item) in items.enumerated() {
      if let colon = item.firstIndex(of: ":") {
        let start = item[..<colon]
        free.append((axis, start.isEmpty ? 0 : try index(start, axis, shape)))
      } else {
        fixed.append((axis, try index(item, axis, shape)))
      }
    }
    guard free.count <= 2 else { throw .tooManyFree(found: free.count) }
    var plane = TensorPlane(
      shape, rowAxis: free.count > 1 ? free[0].axis : nil, columnAxis: free.last?.axis)
    for (axis, index) in fixed { plane.move(along: axis, to: index) }
    return (plane, free.count > 1 ? free[0].start : 0, free.last?.start ?? 0)
  }

  private static func index(
    _ text: Substring, _ axis: Int, _ shape: Shape
  ) throws(PlaneSyntaxError) -> Int {
    guard let number = Int(text) else { throw .noIndex(String(text.prefix(20))) }
    let length = shape[axis]
    guard number < length, number >= -length else {
      throw .outOfBounds(index: number, axis: axis, length: length)
    }
    return number < 0 ? number + length : number
  }
}

/// Why a text selects no plane.
public enum PlaneSyntaxError: ExplainedError, Hashable {
  /// There are more indices than axes.
  case tooManyIndices(found: Int, rank: Int)
  /// More than two axes are free.
  case tooManyFree(found: Int)
  /// An index is no whole number.
  case noIndex(String)
  /// An index lies outside its axis.
  case outOfBounds(index: Int, axis: Int, length: Int)

  /// One line for the user.
  public var phrase: Phrase {
    switch self {
    case .tooManyIndices(let found, let rank): "\(found) indices for \(rank) axes"
    case .tooManyFree(let found): "\(found) axes are free, two can be shown: give some an index"
    case .noIndex(let text): "'\(text)' is no index; write a whole number or a colon"
    case .outOfBounds(let index, let axis, let length):
      "index \(index) is outside axis \(axis) of length \(length)"
    }
  }
}
