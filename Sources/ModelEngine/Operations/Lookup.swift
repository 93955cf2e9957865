internal import CLayers
internal import Tensors

/// Takes the rows of a table at the places that a tensor names.
///
/// Places are cut to whole numbers and into the table, as MXNet does; NaN names the first row.
struct Lookup {
  /// Takes rows.
  ///
  /// - Parameter inputs: The places, of any type and shape, and the table of shape `[rows, width]`.
  /// - Returns: A tensor with one more axis, of `width`. The places have no gradient.
  /// - Throws: An error if the table's elements cannot be computed with.
  /// - Precondition: The table has rows.
  /// - Complexity: O(n) in the number of elements of the output.
  func apply(
    _ inputs: [Tensor]
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    let type = try [inputs[1]].commonRealType()
    return apply(type, inputs[0], inputs[1])
  }

  private func apply<Number: RealElement>(
    _ type: Number.Type, _ places: Tensor, _ table: Tensor
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let rows = rowNumbers(places, below: table.shape[0])
    let (shape, width) = (table.shape, table.shape[1])
    let elements = Number.elements(of: table)
    var result: [Number] = []
    result.reserveCapacity(rows.count * width)
    for row in rows {
      result.append(contentsOf: elements[(Int(row) * width)..<((Int(row) + 1) * width)])
    }
    let output = Shape(places.shape.dimensions + [width])
    return (
      Number.tensor(result, output),
      { gradient, _ in
        var tableGradient = Number.zeros(shape.elementCount)
        // Every row number lies in the table, and the gradient has a row for each.
        unsafe cl_add_rows(
          Number.element, rows, rows.count, width, Number.elements(of: gradient), &tableGradient)
        return [nil, Number.tensor(tableGradient, shape)]
      }
    )
  }

  private func rowNumbers(_ places: Tensor, below count: Int) -> [Int64] {
    places.doubles.map { place in
      place.isNaN ? 0 : Int64(min(max(place, 0), Double(count - 1)))
    }
  }
}
