internal import Tensors
extension OpenModel {
  /// Finds parameters with equal elements that are not one object.
  ///
  /// - Returns: The positions of each group, ascending; groups in the order of their first.
  /// - Throws: `CancellationError`; parameters that cannot be read are left out.
  /// - Complexity: Reads a few bytes of every parameter, and all of those that look alike.
  public func equalGroups() async throws -> [[Int]] {
    let candidates = outline.parameters.indices.compactMap { index -> ByteReader? in
      let info = outline.parameters[index]
      guard info.state == .ready, !info.uses.isEmpty, info.byteCount > 0,
        let elements = try? elements(of: index)
      else { return nil }
      return ByteReader(
        parameter: index, key: .init(type: info.elementType, shape: info.shape),
        byteCount: info.byteCount, elements: elements)
    }
    return try await EqualitySearch(candidates: candidates).groups()
  }
}

/// The bytes of one parameter.
private struct ByteReader: Sendable {
  let parameter: Int
  let key: Key
  let byteCount: Int
  let elements: Elements

  /// What must be the same in any case.
  struct Key: Hashable, Sendable {
    let type: ElementType
    let shape: Shape
  }

  func read(_ range: Range<Int>) throws -> [UInt8] {
    switch elements {
    case .memory(let tensor): Array(tensor.bytes[range])
    case .source(let source, let index): try source.readBytes(range, ofTensorAt: index)
    }
  }

  /// A few bytes from the beginning, the middle and the end.
  func sample() throws -> [UInt8] {
    let length = min(byteCount, EqualitySearch.sampleLength)
    return try [0, (byteCount - length) / 2, byteCount - length].flatMap {
      try read($0..<($0 + length))
    }
  }
}

/// The search for equal bytes among parameters of one type and shape.
private struct EqualitySearch: Sendable {
  static let sampleLength = 1024
  private static let chunkLength = 1 << 20

  let candidates: [ByteReader]

  @concurrent
  func groups() async throws -> [[Int]] {
    var found: [[Int]] = []
    let alike = Dictionary(grouping: candidates, by: \.key).values.filter { $0.count > 1 }
    for family in alike {
      var bySample: [[UInt8]: [ByteReader]] = [:]
      for reader in family {
        try Task.checkCancellation()
        guard let sample = try? reader.sample() else { continue }
        bySample[sample, default: []].append(reader)
      }
      for looksEqual in bySample.values where looksEqual.count > 1 {
        found += try split(looksEqual)
      }
    }
    return found.sorted { $0[0] < $1[0] }
  }

  /// Splits what looks equal into what is.
  private func split(_ readers: [ByteReader]) throws -> [[Int]] {
    var classes: [[ByteReader]] = []
    for reader in readers.sorted(by: { $0.parameter < $1.parameter }) {
      let index = try classes.firstIndex { try isEqual($0[0], reader) }
      if let index { classes[index].append(reader) } else { classes.append([reader]) }
    }
    return classes.filter { $0.count > 1 }.map { $0.map(\.parameter) }
  }

  private func isEqual(_ left: ByteReader, _ right: ByteReader) throws -> Bool {
    for start in stride(from: 0, to: left.byteCount, by: Self.chunkLength) {
      try Task.checkCancellation()
      let range = start..<min(left.byteCount, start + Self.chunkLength)
      guard let bytes = try? left.read(range), let others = try? right.read(range),
        bytes == others
      else { return false }
    }
    return true
  }
}
