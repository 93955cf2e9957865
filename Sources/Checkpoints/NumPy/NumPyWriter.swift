public import Tensors
internal import Words

/// What stands in front of the elements of an array of NumPy, version 1.0, as NumPy pads it.
///
/// - Parameters:
///   - elementType: The type of the elements.
///   - shape: The dimensions.
/// - Returns: As many bytes as a multiple of 64, or nil if NumPy has no such type.
public func numPyHeader(_ elementType: ElementType, _ shape: Shape) -> [UInt8]? {
  guard let name = NumPyElementType.names[elementType] else { return nil }
  let order = elementType.bitCount == 8 ? "|" : "<"
  let text =
    "{'descr': '\(order)\(name)', 'fortran_order': False, 'shape': \(shape.pythonDescription), }"
  let start = NumPyHeader.magic + [1, 0]
  let padding = 63 - (start.count + 2 + text.utf8.count) % 64
  let line = Array((text + String(repeating: " ", count: padding) + "\n").utf8)
  return start + UInt16(truncatingIfNeeded: line.count).littleEndianBytes + line
}

/// The parts of a file of NumPy: one array, or an archive of stored ones.
struct NumPyWriter {
  private(set) var parts: [FilePart] = []

  /// One array.
  init(array contents: CheckpointContents) throws(CheckpointWriteError.Problem) {
    guard let tensor = contents.tensors.first, contents.tensors.count == 1 else {
      throw .needsOneTensor(count: contents.tensors.count, .npy)
    }
    parts = [.bytes(try Self.header(of: tensor, .npy)), .elements(tensor.source)]
  }

  /// An archive with an array for each tensor.
  ///
  /// - Complexity: O(n) in the size of all tensors, which are read once for their check sums.
  init(
    archive contents: CheckpointContents, path: String, checkSums: Bool
  ) throws(CheckpointWriteError) {
    var offset = 0
    var directory: [UInt8] = []
    for tensor in contents.tensors {
      do {
        let header = try Self.header(of: tensor, .npz)
        let member = ZipRecord(
          name: Array((tensor.name + ".npy").utf8), offset: offset,
          byteCount: header.count + tensor.source.byteCount,
          crc: checkSums ? try Self.checkSum(header, tensor.source, path) : 0)
        guard member.name.count <= Int(UInt16.max) else {
          throw CheckpointWriteError(path, .impossibleName(tensor.name))
        }
        let local = member.localHeader
        parts += [.bytes(local + header), .elements(tensor.source)]
        offset += local.count + member.byteCount
        directory += member.directoryEntry
      } catch let problem as CheckpointWriteError.Problem {
        throw CheckpointWriteError(path, problem)
      } catch let error as CheckpointWriteError {
        throw error
      } catch {
        throw CheckpointWriteError(path, .unreadableSource(Phrase(of: error)))
      }
    }
    let end = ZipRecord.end(
      entryCount: contents.tensors.count, directoryByteCount: directory.count, offset: offset)
    parts.append(.bytes(directory + end))
  }

  private static func header(
    of tensor: CheckpointContents.Item, _ format: CheckpointFormat
  ) throws(CheckpointWriteError.Problem) -> [UInt8] {
    let type = tensor.source.elementType
    guard let header = numPyHeader(type, tensor.source.shape) else {
      throw .unsupported(type, tensorName: tensor.name, format)
    }
    guard header.count <= NumPyHeader.limitInBytes else {
      throw .headerTooLong(byteCount: header.count, limit: NumPyHeader.limitInBytes)
    }
    return header
  }

  private static func checkSum(
    _ header: [UInt8], _ source: CheckpointContents.Source, _ path: String
  ) throws(CheckpointWriteError) -> UInt32 {
    var crc = CRC32()
    crc.add(header)
    let part = FilePart.elements(source)
    for range in part.chunks(of: 4 << 20) {
      guard !Task.isCancelled else { throw CheckpointWriteError(path, .cancelled) }
      crc.add(try part.bytes(range, writing: path))
    }
    return crc.value
  }
}

/// One stored entry of an archive that is written.
private struct ZipRecord {
  let name: [UInt8]
  let offset: Int
  let byteCount: Int
  let crc: UInt32

  /// The first of January 1980, as NumPy writes it, so that equal arrays give equal files.
  private static let date: [UInt8] = [0, 0, 0x21, 0]

  private var extra: [UInt8] {
    guard byteCount >= UInt32.max || offset >= UInt32.max else { return [] }
    return ZipFormat.longSizesID.littleEndianBytes + UInt16(24).littleEndianBytes
      + [byteCount, byteCount, offset].flatMap { UInt64($0).littleEndianBytes }
  }

  /// What both headers have in common, from the version needed to the lengths.
  private var common: [UInt8] {
    let size = (extra.isEmpty ? UInt32(byteCount) : .max).littleEndianBytes
    let version = UInt16(extra.isEmpty ? 20 : 45).littleEndianBytes
    return version + ZipFormat.utf8Flag.littleEndianBytes + [0, 0] + Self.date
      + crc.littleEndianBytes + size + size + UInt16(name.count).littleEndianBytes
      + UInt16(extra.count).littleEndianBytes
  }

  var localHeader: [UInt8] { ZipFormat.localSignature.littleEndianBytes + common + name + extra }

  var directoryEntry: [UInt8] {
    let place = extra.isEmpty ? UInt32(offset) : .max
    return ZipFormat.entrySignature.littleEndianBytes + UInt16(45).littleEndianBytes + common
      + [UInt8](repeating: 0, count: 10) + place.littleEndianBytes + name + extra
  }

  /// The end of an archive, with numbers of 64 bits where 32 are too few.
  static func end(entryCount: Int, directoryByteCount: Int, offset: Int) -> [UInt8] {
    let counts = [entryCount, entryCount].map(UInt64.init)
    let sizes = [directoryByteCount, offset].map(UInt64.init)
    var bytes: [UInt8] = []
    if entryCount >= UInt16.max || directoryByteCount >= UInt32.max || offset >= UInt32.max {
      bytes += ZipFormat.longEndSignature.littleEndianBytes + UInt64(44).littleEndianBytes
      bytes += [45, 0, 45, 0] + [UInt8](repeating: 0, count: 8)
      bytes += (counts + sizes).flatMap(\.littleEndianBytes)
      bytes += ZipFormat.longEndLocatorSignature.littleEndianBytes + UInt32(0).littleEndianBytes
      bytes += UInt64(offset + directoryByteCount).littleEndianBytes + UInt32(1).littleEndianBytes
    }
    bytes += ZipFormat.endSignature.littleEndianBytes + [0, 0, 0, 0]
    bytes += counts.flatMap { UInt16(clamping: $0).littleEndianBytes }
    bytes += sizes.flatMap { UInt32(clamping: $0).littleEndianBytes }
    return bytes + [0, 0]
  }
}
