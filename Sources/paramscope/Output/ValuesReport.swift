import Tensors
import Workspace

/// What `show` says of a parameter, as JSON.
struct ValuesReport {
  let outline: Outline
  let parameter: Int
  let slice: String?
  let isGradient: Bool
  /// The type of the elements where they lie.
  let elementType: ElementType
  /// The chosen elements.
  let values: Tensor

  /// The object of version 1; rows are nested as the shape is.
  var json: JSON {
    let info = outline.parameters[parameter]
    return .object([
      ("version", .integer(1)),
      ("model", .string(outline.locator)),
      ("name", .string(info.name)),
      ("dtype", .string(elementType.name)),
      ("shape", .array(info.shape.dimensions.map(JSON.integer))),
      ("grad", .bool(isGradient)),
      ("slice", .optional(slice)),
      ("sliceShape", .array(values.shape.dimensions.map(JSON.integer))),
      ("values", nested(leaves)),
    ])
  }

  private var leaves: [JSON] {
    if values.elementType.isInteger {
      return values.shortestDecimals.map { decimal in
        Int(decimal).map(JSON.integer) ?? .number(Double(decimal) ?? .nan)
      }
    }
    let scalars = values.doubles.map(JSON.number)
    guard values.elementType.isComplex else { return scalars }
    return stride(from: 0, to: scalars.count, by: 2).map { .array([scalars[$0], scalars[$0 + 1]]) }
  }

  private func nested(_ leaves: [JSON]) -> JSON {
    var level = leaves
    for dimension in values.shape.dimensions.dropFirst().reversed() {
      guard dimension > 0 else { break }
      level = stride(from: 0, to: level.count, by: dimension).map {
        .array(Array(level[$0..<($0 + dimension)]))
      }
    }
    return values.shape.rank == 0 ? level[0] : .array(level)
  }
}
