internal import Tensors
/// Reads elements of a tensor by their positions in C order, wherever the tensor is.
///
/// Of complex elements it reads the real parts, or the imaginary ones.
struct ElementReader {
  let elementType: ElementType
  let elementCount: Int
  private let storage: Storage
  /// Which of the numbers that make up an element is read.
  private let lane: Int

  private enum Storage {
    case floats([Float])
    case doubles([Double])
    case bytes((Range<Int>) throws -> [UInt8])
  }

  /// The longest stretch of bytes that is read to pick elements out of it.
  private static let maximumSpan = 1 << 20
  /// From so many bytes between elements on, each is read alone.
  private static let sparseStride = 4096

  init(_ elements: Elements, _ part: ComplexPart = .real) {
    switch elements {
    case .memory(let tensor):
      (elementType, elementCount) = (tensor.elementType, tensor.elementCount)
      switch tensor.elementType {
      case .float32: storage = .floats(tensor.floats)
      case .float64: storage = .doubles(tensor.doubles)
      default:
        let bytes = tensor.bytes
        storage = .bytes { Array(bytes[$0]) }
      }
    case .source(let source, let index):
      let tensor = source.tensors[index]
      (elementType, elementCount) = (tensor.elementType, tensor.shape.elementCount)
      storage = .bytes { try source.readBytes($0, ofTensorAt: index) }
    }
    lane = min(part.rawValue, elementType.laneCount - 1)
  }

  /// Reads `count` elements, each `stride` after the one before it.
  ///
  /// - Precondition: All of them lie inside the tensor; `stride` is positive if `count` is above 1.
  /// - Throws: An error of the source.
  func values(from start: Int, count: Int, stride: Int) throws -> [Double] {
    guard count > 0 else { return [] }
    switch storage {
    case .floats(let floats): return (0..<count).map { Double(floats[start + $0 * stride]) }
    case .doubles(let doubles): return (0..<count).map { doubles[start + $0 * stride] }
    case .bytes(let read):
      if count == 1 || stride == 1 { return try run(from: start, count: count, read) }
      return try strided(from: start, count: count, stride: stride, read)
    }
  }

  private func strided(
    from start: Int, count: Int, stride: Int, _ read: (Range<Int>) throws -> [UInt8]
  ) throws -> [Double] {
    let isSparse = stride >= Self.sparseStride * 8 / elementType.bitCount
    let pieceCount = isSparse ? 1 : max(1, Self.maximumSpan / stride)
    var result: [Double] = []
    result.reserveCapacity(count)
    while result.count < count {
      let taken = min(pieceCount, count - result.count)
      let span = try run(
        from: start + result.count * stride, count: (taken - 1) * stride + 1, read)
      result += (0..<taken).map { span[$0 * stride] }
    }
    return result
  }

  /// Elements next to each other; eight of any type fill whole bytes.
  private func run(
    from start: Int, count: Int, _ read: (Range<Int>) throws -> [UInt8]
  ) throws -> [Double] {
    let first = start / 8 * 8
    let end = min(elementCount, (start + count + 7) / 8 * 8)
    let bits = elementType.bitCount
    let bytes = try read((first / 8 * bits)..<((end * bits + 7) / 8))
    let decoded = elementType.decodedDoubles(from: bytes, elementCount: end - first)
    let lanes = elementType.laneCount
    return (0..<count).map { decoded[(start - first + $0) * lanes + lane] }
  }

  /// The element at a position as it is written: all digits it needs, none more.
  ///
  /// - Throws: An error of the source.
  func exactText(at position: Int) throws -> ExactElement {
    let lanes = elementType.laneCount
    if case .bytes(let read) = storage {
      let bits = elementType.bitCount
      let first = position / 8 * 8
      let end = min(elementCount, first + 8)
      let bytes = try read((first / 8 * bits)..<((end * bits + 7) / 8))
      if let integer = wideInteger(bytes, at: position - first) {
        return ExactElement(decimal: integer, hexadecimal: nil)
      }
      let decoded = elementType.decodedDoubles(from: bytes, elementCount: end - first)
      let parts = (0..<lanes).map { decoded[(position - first) * lanes + $0] }
      return ExactElement(parts, elementType)
    }
    return ExactElement(try values(from: position, count: 1, stride: 1), elementType)
  }

  /// An integer of 64 bits, which a double may not hold.
  private func wideInteger(_ bytes: [UInt8], at index: Int) -> String? {
    guard elementType == .int64 || elementType == .uint64 else { return nil }
    let bits = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[index * 8 + $1]) << (8 * $1) }
    return elementType == .int64 ? "\(Int64(bitPattern: bits))" : "\(bits)"
  }
}
