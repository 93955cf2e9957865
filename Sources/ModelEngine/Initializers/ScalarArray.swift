public import Tensors

/// Numbers in nested lists, as Python has them; a single number has rank 0.
public struct ScalarArray: Hashable, Sendable {
  /// The most lists within lists that a text may have.
  public static let maximumDepth = 16

  /// How many numbers each list has, outermost first.
  public let shape: Shape
  /// The numbers in C order.
  public let elements: [Scalar]

  /// Creates an array.
  ///
  /// - Precondition: `elements` has as many elements as `shape`.
  public init(_ elements: [Scalar], shape: Shape) {
    precondition(elements.count == shape.elementCount, "elements do not fill the shape")
    self.shape = shape
    self.elements = elements
  }

  /// Creates an array of the values of a tensor.
  public init(_ tensor: Tensor) {
    self.init(tensor.doubles.map { Scalar($0) }, shape: tensor.shape)
  }

  /// The array under NumPy's rules of broadcasting, as 64-bit floats in C order.
  ///
  /// - Returns: As many elements as `target` has, or nil if the shapes do not fit.
  func broadcast(to target: Shape) -> [Double]? {
    let missing = target.rank - shape.rank
    guard missing >= 0 else { return nil }
    var strides = [Int](repeating: 0, count: target.rank)
    var stride = 1
    for axis in shape.dimensions.indices.reversed() {
      guard shape[axis] == target[axis + missing] || shape[axis] == 1 else { return nil }
      if shape[axis] > 1 { strides[axis + missing] = stride }
      stride *= shape[axis]
    }
    return (0..<target.elementCount).map { position in
      var rest = position
      var offset = 0
      for axis in target.dimensions.indices.reversed() {
        offset += rest % target[axis] * strides[axis]
        rest /= target[axis]
      }
      return elements[offset].value
    }
  }
}

extension ScalarArray: CustomStringConvertible {
  /// The text in Python and in JSON: `[[1.0, 2.0], [3.0, 4.0]]`.
  public var description: String {
    if shape.rank == 0 { return elements[0].description }
    if elements.isEmpty { return "[]" }
    var texts = elements.map(\.description)
    for length in shape.dimensions.reversed() {
      texts = stride(from: 0, to: texts.count, by: length).map { start in
        "[\(texts[start..<(start + length)].joined(separator: ", "))]"
      }
    }
    return texts[0]
  }
}
