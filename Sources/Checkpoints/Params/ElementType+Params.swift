public import Tensors

extension ElementType {
  /// The types of the format at the positions of their codes (`TypeFlag` in mshadow's `base.h`).
  static let paramsTypes: [ElementType] = [
    .float32, .float64, .float16, .uint8, .int32, .int8, .int64, .bool, .int16, .uint16, .uint32,
    .uint64, .bfloat16,
  ]

  /// The type of a code in a `.params` file, or nil.
  init?(paramsCode code: Int32) {
    guard let index = Int(exactly: code), Self.paramsTypes.indices.contains(index) else {
      return nil
    }
    self = Self.paramsTypes[index]
  }

  /// The code in a `.params` file, or nil if the format has no such type.
  public var paramsCode: Int32? { Self.paramsTypes.firstIndex(of: self).map(Int32.init) }
}
