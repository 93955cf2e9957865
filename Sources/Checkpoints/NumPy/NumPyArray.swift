internal import Synchronization
internal import Tensors
/// One array of NumPy, in a file of its own or in an archive.
///
/// A class, because it keeps elements that had to be turned round.
final class NumPyArray: Sendable {
  /// The largest array in Fortran's order that is turned round in memory.
  static let fortranLimitInBytes = 1 << 30

  let name: String
  let header: NumPyHeader
  private let place: Place
  private let path: String
  /// The elements in C order, once they have been asked for; nil if they are stored so.
  private let turned = Mutex<[UInt8]?>(nil)

  /// Where the bytes are.
  enum Place: Sendable {
    case file(ReadableFile)
    case member(ZipMember)

    var byteCount: Int {
      switch self {
      case .file(let file): file.byteCount
      case .member(let member): member.entry.byteCount
      }
    }

    func read(_ range: Range<Int>) throws(CheckpointError) -> [UInt8] {
      switch self {
      case .file(let file): try file.read(range)
      case .member(let member): try member.read(range)
      }
    }
  }

  /// Reads the header of an array.
  ///
  /// - Throws: An error if the array is damaged, or holds no numbers.
  init(_ name: String, at place: Place, of path: String) throws(CheckpointError) {
    func failure(_ problem: NumPyProblem) -> CheckpointError {
      CheckpointError(path, .numpy(problem), tensorName: name)
    }
    header = try NumPyHeader(
      available: place.byteCount,
      read: { range throws(CheckpointError) in try place.read(range) }, failure: failure)
    let available = place.byteCount - header.byteCount
    guard header.elementsByteCount <= available else {
      throw failure(.cut(.elements, needed: header.elementsByteCount, available: available))
    }
    if case .member(let member) = place { member.mark() }
    self.name = name
    self.place = place
    self.path = path
  }

  /// The array as a source names it.
  var description: TensorDescription {
    TensorDescription(
      name: name, elementType: header.type.elementType, shape: header.shape,
      byteCount: header.shape.elementCount * elementByteCount, offsetInFile: offsetInFile)
  }

  private var elementByteCount: Int { header.type.elementType.bitCount / 8 }

  private var offsetInFile: Int? {
    switch place {
    case .file: header.byteCount
    case .member(let member): member.offsetInFile.map { $0 + header.byteCount }
    }
  }

  /// What is unusual about how the array is stored, or nil.
  var note: String? {
    var notes: [String] = []
    if !header.type.isNative { notes.append("dtype \(header.typeName)") }
    if header.isFortran { notes.append("Fortran order") }
    if offsetInFile == nil { notes.append("deflated") }
    let trailing = place.byteCount - header.byteCount - header.elementsByteCount
    if trailing > 0 { notes.append("\(trailing) bytes behind the elements") }
    return notes.isEmpty ? nil : notes.joined(separator: ", ")
  }

  /// Reads bytes of the elements, as if they were stored in C order, little-endian.
  func read(_ range: Range<Int>) throws(CheckpointError) -> [UInt8] {
    if isTurned { return Array(try turnedElements()[range]) }
    let first = range.lowerBound / elementByteCount
    let end = (range.upperBound + elementByteCount - 1) / elementByteCount
    let stored = try place.read(storedRange(first..<end))
    let elements = header.type.decoded(stored)
    let start = range.lowerBound - first * elementByteCount
    return start == 0 && elements.count == range.count
      ? elements : Array(elements[start..<(start + range.count)])
  }

  private func storedRange(_ elements: Range<Int>) -> Range<Int> {
    let stride = header.type.strideInBytes
    return
      (header.byteCount + elements.lowerBound * stride)..<(header.byteCount
      + elements.upperBound * stride)
  }

  /// Whether the order of the elements is another one than C's.
  private var isTurned: Bool {
    header.isFortran && header.shape.dimensions.filter { $0 != 1 }.count > 1
  }

  private func turnedElements() throws(CheckpointError) -> [UInt8] {
    try turned.withLock { turned throws(CheckpointError) in
      if let turned { return turned }
      guard header.elementsByteCount <= Self.fortranLimitInBytes else {
        throw CheckpointError(
          path,
          .numpy(
            .fortranTooLarge(byteCount: header.elementsByteCount, limit: Self.fortranLimitInBytes)),
          tensorName: name)
      }
      let stored = try place.read(storedRange(0..<header.shape.elementCount))
      let elements = header.shape.inCOrder(
        header.type.decoded(stored), elementByteCount: elementByteCount)
      turned = elements
      return elements
    }
  }
}

extension Shape {
  /// Elements whose first index runs fastest, in the order in which the last one does.
  ///
  /// - Complexity: O(n).
  fileprivate func inCOrder(_ bytes: [UInt8], elementByteCount: Int) -> [UInt8] {
    guard elementCount > 0 else { return [] }
    var strides: [Int] = []
    var stride = elementByteCount
    for dimension in dimensions {
      strides.append(stride)
      stride *= dimension
    }
    var turned: [UInt8] = []
    turned.reserveCapacity(bytes.count)
    var indices = [Int](repeating: 0, count: rank)
    var offset = 0
    while true {
      turned += bytes[offset..<(offset + elementByteCount)]
      var axis = rank - 1
      while axis >= 0 {
        indices[axis] += 1
        offset += strides[axis]
        if indices[axis] < dimensions[axis] { break }
        offset -= strides[axis] * dimensions[axis]
        indices[axis] = 0
        axis -= 1
      }
      if axis < 0 { return turned }
    }
  }
}
