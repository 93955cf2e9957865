internal import Tensors
/// Reads the description of one array and steps over its values.
struct ParamsArrayReader {
  /// Reads the array at the cursor, which moves behind it.
  ///
  /// - Parameters:
  ///   - cursor: Where the array begins.
  ///   - scalarOffset: Where an array without dimensions was met before, for an error.
  /// - Returns: The array, or nil for one that says to be none: it has no type and no values.
  /// - Throws: An error if the description breaks a rule or the file ends.
  static func read(
    _ cursor: inout ParamsCursor, scalarOffset: Int?
  ) throws(CheckpointError) -> ParamsArray? {
    let start = cursor.offset
    let number = try cursor.next(UInt32.self, .description)
    let version = ParamsFormat.Version(rawValue: number) ?? .v0
    let kind = try Self.kind(&cursor, version)
    let stored = kind == nil ? nil : try Self.dimensions(&cursor)
    let dimensions =
      version == .v0
      ? try smallDimensions(&cursor, number: number, at: start) : try optionalDimensions(&cursor)
    guard let dimensions, version == .v3 || !dimensions.isEmpty else {
      guard version >= .v2 else { throw cursor.failure(.noDimensions, at: start) }
      return nil
    }
    // Where the values lay when they were saved: a kind of device and its number.
    try cursor.skip(8, .description)
    let type = try elementType(&cursor, scalarOffset: scalarOffset)
    let storage: ParamsArray.Storage =
      if let kind, let stored {
        .sparse(try sparse(&cursor, kind, dimensions, stored: stored, type))
      } else {
        .dense(offset: try skipValues(&cursor, dimensions, type, .values))
      }
    return ParamsArray(
      version: version, elementType: type, shape: Shape(dimensions), storage: storage,
      record: start..<cursor.offset)
  }

  private static func kind(
    _ cursor: inout ParamsCursor, _ version: ParamsFormat.Version
  ) throws(CheckpointError) -> SparseKind? {
    guard version >= .v2 else { return nil }
    let start = cursor.offset
    let code = try cursor.next(Int32.self, .description)
    switch code {
    case ParamsFormat.denseStorage: return nil
    case SparseKind.rowSparse.code: return .rowSparse
    case SparseKind.csr.code: return .csr
    default: throw cursor.failure(.unknownStorage(code), at: start)
    }
  }

  /// Dimensions of 64 bits after their number; nil for -1, which stands for no array.
  private static func optionalDimensions(
    _ cursor: inout ParamsCursor
  ) throws(CheckpointError) -> [Int]? {
    let start = cursor.offset
    let rank = try cursor.next(Int32.self, .description)
    if rank == -1 { return nil }
    try check(rank, cursor, at: start)
    var dimensions: [Int] = []
    for _ in 0..<rank {
      let place = cursor.offset
      let dimension = try cursor.next(Int64.self, .description)
      guard dimension >= 0 else { throw cursor.failure(.negativeDimension(dimension), at: place) }
      dimensions.append(Int(dimension))
    }
    return dimensions
  }

  static func dimensions(_ cursor: inout ParamsCursor) throws(CheckpointError) -> [Int] {
    let start = cursor.offset
    if let dimensions = try optionalDimensions(&cursor) { return dimensions }
    throw cursor.failure(.negativeRank(-1), at: start)
  }

  /// Dimensions of 32 bits, whose number has been read.
  private static func smallDimensions(
    _ cursor: inout ParamsCursor, number: UInt32, at start: Int
  ) throws(CheckpointError) -> [Int] {
    let rank = Int32(bitPattern: number)
    try check(rank, cursor, at: start)
    var dimensions: [Int] = []
    for _ in 0..<rank {
      dimensions.append(Int(try cursor.next(UInt32.self, .description)))
    }
    return dimensions
  }

  private static func check(
    _ rank: Int32, _ cursor: ParamsCursor, at offset: Int
  ) throws(CheckpointError) {
    guard rank >= 0 else { throw cursor.failure(.negativeRank(rank), at: offset) }
    guard rank <= ParamsFormat.rankLimit else {
      throw cursor.failure(
        .tooManyDimensions(Int(rank), limit: ParamsFormat.rankLimit), at: offset)
    }
  }

  static func elementType(
    _ cursor: inout ParamsCursor, scalarOffset: Int?
  ) throws(CheckpointError) -> ElementType {
    let start = cursor.offset
    let code = try cursor.next(Int32.self, .description)
    guard let type = ElementType(paramsCode: code) else {
      throw cursor.failure(
        .unknownElementType(code, scalarOffset: scalarOffset), at: start)
    }
    return type
  }

  /// Steps over as many values as some dimensions have, and returns where they begin.
  static func skipValues(
    _ cursor: inout ParamsCursor, _ dimensions: [Int], _ type: ElementType, _ part: ParamsPart
  ) throws(CheckpointError) -> Int {
    let start = cursor.offset
    try cursor.skip(try byteCount(cursor, dimensions, type), part)
    return start
  }

  static func byteCount(
    _ cursor: ParamsCursor, _ dimensions: [Int], _ type: ElementType
  ) throws(CheckpointError) -> Int {
    guard let elementCount = Shape(dimensions).checkedElementCount,
      let byteCount = type.byteCount(ofElementCount: elementCount)
    else {
      throw cursor.failure(
        .tooLarge(dimensions: dimensions, typeName: type.name), at: cursor.offset)
    }
    return byteCount
  }
}
