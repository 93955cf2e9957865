internal import Tensors
/// The parts of a `.params` file, as MXNet 1.9.1 writes one.
///
/// Arrays are described as V2, which every MXNet reads by default. A scalar, which V2 cannot store,
/// or an array that is V3 already makes the whole file V3: MXNet reads those under NumPy's shapes.
struct ParamsWriter {
  private(set) var parts: [FilePart] = []

  init(_ contents: CheckpointContents) throws(CheckpointWriteError.Problem) {
    let count = contents.tensors.count
    guard count <= ParamsFormat.arrayLimit else {
      throw .headerTooLong(byteCount: count, limit: ParamsFormat.arrayLimit)
    }
    let records = contents.tensors.map(\.source.record)
    let isNumPy = zip(contents.tensors, records).contains { tensor, record in
      tensor.source.shape.rank == 0 || record?.version == .v3
    }
    let version: ParamsFormat.Version = isNumPy ? .v3 : .v2
    var pending = ParamsFormat.magic + UInt64(0).littleEndianBytes + UInt64(count).littleEndianBytes
    for (tensor, record) in zip(contents.tensors, records) {
      if let record, (record.version == .v3) == isNumPy {
        flush(&pending)
        parts.append(.copy(record.file, record.range))
      } else {
        pending += try Self.description(of: tensor, version)
        flush(&pending)
        parts.append(.elements(tensor.source))
      }
    }
    pending += try Self.names(of: contents)
    flush(&pending)
  }

  private mutating func flush(_ bytes: inout [UInt8]) {
    if !bytes.isEmpty { parts.append(.bytes(bytes)) }
    bytes = []
  }

  /// What stands in front of the values: version, storage, shape, device (cpu, 0), type.
  private static func description(
    of tensor: CheckpointContents.Item, _ version: ParamsFormat.Version
  ) throws(CheckpointWriteError.Problem) -> [UInt8] {
    guard let code = tensor.source.elementType.paramsCode else {
      throw .unsupported(tensor.source.elementType, tensorName: tensor.name, .params)
    }
    let dimensions = tensor.source.shape.dimensions
    guard dimensions.count <= ParamsFormat.rankLimit else {
      throw .headerTooLong(byteCount: dimensions.count, limit: ParamsFormat.rankLimit)
    }
    let cpu: [Int32] = [1, 0]
    return version.rawValue.littleEndianBytes + ParamsFormat.denseStorage.littleEndianBytes
      + Int32(dimensions.count).littleEndianBytes
      + dimensions.flatMap { Int64($0).littleEndianBytes }
      + (cpu + [code]).flatMap(\.littleEndianBytes)
  }

  private static func names(
    of contents: CheckpointContents
  ) throws(CheckpointWriteError.Problem) -> [UInt8] {
    guard !contents.isList else { return UInt64(0).littleEndianBytes }
    var bytes = UInt64(contents.tensors.count).littleEndianBytes
    for tensor in contents.tensors {
      let name = Array(tensor.name.utf8)
      guard name.count <= ParamsFormat.nameLimitInBytes else { throw .impossibleName(tensor.name) }
      bytes += UInt64(name.count).littleEndianBytes + name
    }
    return bytes
  }
}

extension CheckpointContents.Source {
  /// The record of a `.params` file that has these elements, or nil.
  fileprivate var record: (file: ReadableFile, version: ParamsFormat.Version, range: Range<Int>)? {
    guard case .stored(let source, let index) = self, let checkpoint = source as? Checkpoint,
      let array = checkpoint.params?.arrays[index]
    else { return nil }
    return (checkpoint.file, array.version, array.record)
  }
}

extension FixedWidthInteger {
  /// The bytes, lowest first.
  var littleEndianBytes: [UInt8] {
    stride(from: 0, to: Self.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: self >> $0) }
  }
}
