/// A type of number that tensors hold in native arrays: 32-bit and 64-bit floats.
public protocol NativeFloat: BinaryFloatingPoint, Sendable {
  /// The elements of a tensor of this type, or nil if it is of another.
  static func elements(of storage: Tensor.Storage) -> [Self]?
  /// Elements as a tensor holds them.
  static func storage(of elements: [Self]) -> Tensor.Storage
}

extension Float: NativeFloat {
  /// The elements of a float32 tensor.
  public static func elements(of storage: Tensor.Storage) -> [Float]? {
    if case .float32(let elements) = storage { elements } else { nil }
  }

  /// Elements of a float32 tensor.
  public static func storage(of elements: [Float]) -> Tensor.Storage { .float32(elements) }
}

extension Double: NativeFloat {
  /// The elements of a float64 tensor.
  public static func elements(of storage: Tensor.Storage) -> [Double]? {
    if case .float64(let elements) = storage { elements } else { nil }
  }

  /// Elements of a float64 tensor.
  public static func storage(of elements: [Double]) -> Tensor.Storage { .float64(elements) }
}

extension Tensor {
  /// Lends the elements to be changed: in place, unless another tensor shares them.
  ///
  /// - Parameters:
  ///   - type: The native type of the elements.
  ///   - body: May change elements, not their number.
  /// - Returns: What the body returns, or nil without calling it if the elements are of another type.
  /// - Precondition: The body leaves as many elements as there were.
  @discardableResult
  public mutating func withElements<Element: NativeFloat, Result>(
    as type: Element.Type, _ body: (inout [Element]) -> Result
  ) -> Result? {
    guard var elements = Element.elements(of: storage) else { return nil }
    // Given away first, so that the array has one owner.
    storage = .float32([])
    let result = body(&elements)
    precondition(elements.count == shape.elementCount, "the number of elements changed")
    storage = Element.storage(of: elements)
    return result
  }
}
