internal import Tensors
/// What a `.params` file holds: its arrays and their names.
struct ParamsDirectory: Sendable {
  /// The arrays in the order of the file, without those that are none.
  let arrays: [ParamsArray]
  /// The tensors at the positions of their arrays.
  let tensors: [TensorDescription]
  /// Whether the file is a list, without names.
  let isList: Bool
  let metadata: [Checkpoint.MetadataEntry]
  /// The positions in the file of `arrays`, which differ from their own behind one that is none.
  private let numbers: [Int]

  /// Reads everything but the values.
  ///
  /// - Throws: An error at the first byte that breaks a rule.
  /// - Complexity: O(n) in the number of arrays, and in the rows of those that are sparse.
  init(reading file: ReadableFile) throws(CheckpointError) {
    var cursor = ParamsCursor(file)
    let found = try Self.arrays(&cursor)
    cursor.arrayIndex = nil
    let names = try ParamsNames(reading: &cursor, arrayCount: found.count)
    var (arrays, numbers, tensors): ([ParamsArray], [Int], [TensorDescription]) = ([], [], [])
    var notes: [Checkpoint.MetadataEntry] = []
    for (number, array) in found.enumerated() {
      let name = names[number]
      guard let array else {
        notes.append(Checkpoint.MetadataEntry(key: name, value: "no array"))
        continue
      }
      arrays.append(array)
      numbers.append(number)
      tensors.append(
        TensorDescription(
          name: name, elementType: array.elementType, shape: array.shape,
          byteCount: array.byteCount, offsetInFile: array.offsetInFile))
      if let summary = array.sparseSummary {
        notes.append(Checkpoint.MetadataEntry(key: name, value: summary))
      }
    }
    isList = names.isList
    metadata = Self.versions(of: arrays) + notes
    (self.arrays, self.numbers, self.tensors) = (arrays, numbers, tensors)
  }

  /// Reads bytes of an array, with zeros where it is sparse.
  func read(
    _ range: Range<Int>, ofArrayAt index: Int, from file: ReadableFile
  ) throws(CheckpointError) -> [UInt8] {
    switch arrays[index].storage {
    case .dense(let offset):
      try file.read((offset + range.lowerBound)..<(offset + range.upperBound))
    case .sparse(let sparse):
      try sparse.read(range, from: file, arrayIndex: numbers[index])
    }
  }

  private static func arrays(
    _ cursor: inout ParamsCursor
  ) throws(CheckpointError) -> [ParamsArray?] {
    let magic = Array(try cursor.bytes(8, .magic))
    guard magic == ParamsFormat.magic else { throw cursor.failure(.wrongMagic(magic), at: 0) }
    try cursor.skip(8, .reserved)
    let countOffset = cursor.offset
    let count = try cursor.next(UInt64.self, .arrayCount)
    guard count <= ParamsFormat.arrayLimit else {
      throw cursor.failure(
        .tooManyArrays(count, limit: ParamsFormat.arrayLimit), at: countOffset)
    }
    var arrays: [ParamsArray?] = []
    var scalarOffset: Int?
    for index in 0..<Int(count) {
      cursor.arrayIndex = index
      let start = cursor.offset
      let array = try ParamsArrayReader.read(&cursor, scalarOffset: scalarOffset)
      if array == nil { scalarOffset = start }
      arrays.append(array)
    }
    return arrays
  }

  /// The kinds of descriptions in a file: `V2`.
  private static func versions(of arrays: [ParamsArray]) -> [Checkpoint.MetadataEntry] {
    let names = Set(arrays.map(\.version)).sorted().map(\.name)
    guard !names.isEmpty else { return [] }
    return [Checkpoint.MetadataEntry(key: "version", value: names.joined(separator: ", "))]
  }
}

/// The names at the end of a `.params` file.
private struct ParamsNames {
  let isList: Bool
  private let names: [String]

  init(
    reading cursor: inout ParamsCursor, arrayCount: Int
  ) throws(CheckpointError) {
    let start = cursor.offset
    let count = try cursor.next(UInt64.self, .nameCount)
    guard count == 0 || count == arrayCount else {
      throw cursor.failure(.nameCount(count, arrayCount: arrayCount), at: start)
    }
    isList = count == 0
    var names: [String] = []
    var keys = KeyTable()
    for index in 0..<Int(count) {
      cursor.arrayIndex = index
      let offset = cursor.offset
      let name = try Self.name(&cursor)
      if let firstOffset = keys.insert(JSONScanner.Key(text: name, offset: offset)) {
        throw cursor.failure(.duplicateName(firstOffset: firstOffset), at: offset).naming(name)
      }
      names.append(name)
    }
    self.names = names
  }

  /// The name of an array; its number in a list.
  subscript(index: Int) -> String { isList ? "\(index)" : names[index] }

  private static func name(_ cursor: inout ParamsCursor) throws(CheckpointError) -> String {
    let start = cursor.offset
    let byteCount = try cursor.next(UInt64.self, .name)
    guard byteCount <= ParamsFormat.nameLimitInBytes else {
      throw cursor.failure(
        .nameTooLong(byteCount, limit: ParamsFormat.nameLimitInBytes), at: start)
    }
    let bytes = try cursor.bytes(Int(byteCount), .name)
    guard let name = String(validating: bytes, as: UTF8.self) else {
      throw cursor.failure(.nameNotUTF8, at: start + 8)
    }
    return name
  }
}
