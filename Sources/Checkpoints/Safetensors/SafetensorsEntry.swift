internal import Tensors
/// What a header says of one tensor, checked in itself but not against its neighbours.
struct SafetensorsEntry {
  let name: String
  let elementType: ElementType
  let shape: Shape
  /// The bytes, counted from the first data byte of the file.
  let range: Range<Int>

  /// Checks the fields of a tensor against each other.
  init(
    name: String, typeName: String, dimensions: [Int], begin: Int, end: Int
  ) throws(HeaderFailure) {
    guard let elementType = ElementType(safetensorsName: typeName) else {
      throw HeaderFailure(.unknownElementType(typeName))
    }
    guard begin <= end else {
      throw HeaderFailure(.reversedOffsets(begin: begin, end: end))
    }
    guard let bitCount = Self.bitCount(of: dimensions, elementType) else {
      throw HeaderFailure(.tooLarge(dimensions: dimensions, typeName: typeName))
    }
    guard bitCount.isMultiple(of: 8) else {
      throw HeaderFailure(
        .partialByte(dimensions: dimensions, typeName: typeName, bitCount: bitCount))
    }
    guard bitCount / 8 == end - begin else {
      throw HeaderFailure(
        .sizeMismatch(
          dimensions: dimensions, typeName: typeName, needed: bitCount / 8, begin: begin, end: end))
    }
    self.name = name
    self.elementType = elementType
    shape = Shape(dimensions)
    range = begin..<end
  }

  /// The size in bits, or nil if a product on the way exceeds the largest integer.
  ///
  /// Like the reference, in order: a dimension of zero does not excuse an overflow before it.
  private static func bitCount(of dimensions: [Int], _ elementType: ElementType) -> Int? {
    var count = 1
    for dimension in dimensions {
      let (product, overflows) = count.multipliedReportingOverflow(by: dimension)
      if overflows { return nil }
      count = product
    }
    let (bitCount, overflows) = count.multipliedReportingOverflow(by: elementType.bitCount)
    return overflows ? nil : bitCount
  }

  /// The tensor in its file.
  ///
  /// - Precondition: The layout was checked, so that `range` lies inside the file.
  func description(dataStart: Int) -> TensorDescription {
    TensorDescription(
      name: name, elementType: elementType, shape: shape, byteCount: range.count,
      offsetInFile: dataStart + range.lowerBound)
  }
}

extension ElementType {
  /// The types of the format, in the order of the reference (`Dtype` in `tensor.rs`).
  static let safetensorsTypes: [(name: String, elementType: ElementType)] = [
    ("BOOL", .bool), ("F4", .float4E2M1FN), ("F6_E2M3", .float6E2M3FN),
    ("F6_E3M2", .float6E3M2FN), ("U8", .uint8), ("I8", .int8), ("F8_E5M2", .float8E5M2),
    ("F8_E4M3", .float8E4M3FN), ("F8_E8M0", .float8E8M0FNU), ("F8_E4M3FNUZ", .float8E4M3FNUZ),
    ("F8_E5M2FNUZ", .float8E5M2FNUZ), ("I16", .int16), ("U16", .uint16), ("F16", .float16),
    ("BF16", .bfloat16), ("I32", .int32), ("U32", .uint32), ("F32", .float32),
    ("C64", .complex64), ("F64", .float64), ("I64", .int64), ("U64", .uint64),
  ]

  private static let bySafetensorsName = Dictionary(
    uniqueKeysWithValues: safetensorsTypes.map { ($0.name, $0.elementType) })

  /// The name in a safetensors header, or nil if the format has no such type.
  var safetensorsName: String? {
    Self.safetensorsTypes.first { $0.elementType == self }?.name
  }

  /// The type of a name that a safetensors header uses, or nil.
  init?(safetensorsName name: String) {
    guard let elementType = Self.bySafetensorsName[name] else { return nil }
    self = elementType
  }
}
