internal import CLayers
private import Glibc
internal import Tensors

extension RealElement {
  /// What the loops of layers in C call this type.
  static var element: cl_element { self == Double.self ? cl_double : cl_float }

  /// Zeros to write to or to add to.
  static func zeros(_ count: Int) -> [Self] {
    unsafe [Self](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // All bytes zero are the number 0, and the buffer has room for `count` of them.
      if let start = buffer.baseAddress {
        unsafe memset(start, 0, count * MemoryLayout<Self>.stride)
      }
      initializedCount = count
    }
  }
}

extension [Tensor] {
  /// The type of the elements, which is the same for all, for operations whose loops are in C.
  ///
  /// - Throws: `elementTypes` if it is not; `unsupportedElementType`.
  func commonRealType() throws(BlockError) -> any RealElement.Type {
    switch try commonElementType() {
    case .float32: Float.self
    case .float64: Double.self
    case let other: throw .unsupportedElementType(other)
    }
  }
}
