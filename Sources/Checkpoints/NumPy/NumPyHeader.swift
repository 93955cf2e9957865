internal import Tensors
internal import Words

/// What stands in front of the elements of an array.
///
/// Source: `numpy/lib/format.py`.
struct NumPyHeader: Hashable, Sendable {
  /// What every array begins with.
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// The longest header that is read, as in NumPy.
  static let limitInBytes = 10_000
  /// The most dimensions, as in NumPy 2.
  static let rankLimit = 64

  let type: NumPyElementType
  /// The type as the header names it.
  let typeName: String
  let shape: Shape
  let isFortran: Bool
  /// Where the elements begin.
  let byteCount: Int

  /// Reads the header at the beginning of some bytes.
  ///
  /// - Parameters:
  ///   - available: How many bytes there are.
  ///   - read: Reads some of them.
  ///   - failure: The error that a problem becomes.
  /// - Throws: An error of `read`, or of a header that breaks a rule.
  init(
    available: Int, read: (Range<Int>) throws(CheckpointError) -> [UInt8],
    failure: (NumPyProblem) -> CheckpointError
  ) throws(CheckpointError) {
    let (text, end) = try Self.text(available: available, read: read, failure: failure)
    do {
      var parser = PythonLiteralParser(text)
      self = try Self(try parser.literal(), byteCount: end)
    } catch {
      throw failure(error)
    }
  }

  private init(_ literal: PythonLiteral, byteCount: Int) throws(NumPyProblem) {
    guard case .dictionary(let entries) = literal else {
      throw .notALiteral(expected: "a dictionary", found: "another value")
    }
    let keys = entries.map(\.key)
    guard keys.sorted() == ["descr", "fortran_order", "shape"] else { throw .wrongKeys(keys) }
    let values = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0) })
    (type, typeName) = try Self.type(values["descr"])
    guard case .boolean(let isFortran)? = values["fortran_order"]?.value else {
      throw .wrongValue(
        key: "fortran_order", expected: "True or False", found: values["fortran_order"]?.text ?? "")
    }
    self.isFortran = isFortran
    shape = try Self.shape(values["shape"], typeName)
    self.byteCount = byteCount
  }

  /// The size of the elements as they are stored, which has been checked to be representable.
  var elementsByteCount: Int { shape.elementCount * type.strideInBytes }

  private static func text(
    available: Int, read: (Range<Int>) throws(CheckpointError) -> [UInt8],
    failure: (NumPyProblem) -> CheckpointError
  ) throws(CheckpointError) -> (text: String, end: Int) {
    let start = try read(0..<min(available, 8))
    guard start.starts(with: magic.prefix(start.count)) else {
      throw failure(.wrongMagic(Array(start.prefix(magic.count))))
    }
    guard start.count == 8 else {
      throw failure(.cut(.beginning, needed: 8, available: start.count))
    }
    let (major, minor) = (start[6], start[7])
    guard (1...3).contains(major), minor == 0 else {
      throw failure(.unknownVersion(major: major, minor: minor))
    }
    let textStart = major == 1 ? 10 : 12
    guard available >= textStart else {
      throw failure(.cut(.header, needed: textStart, available: available))
    }
    let length = try read(8..<textStart)
    let count = length.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard count <= limitInBytes else {
      throw failure(.headerTooLong(count, limit: limitInBytes))
    }
    guard count <= available - textStart else {
      throw failure(.cut(.header, needed: count, available: available - textStart))
    }
    let bytes = try read(textStart..<(textStart + count))
    let text =
      major == 3
      ? String(decoding: bytes, as: UTF8.self)
      : String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    return (text, textStart + count)
  }

  private static func type(
    _ entry: PythonLiteral.Entry?
  ) throws(NumPyProblem) -> (NumPyElementType, String) {
    switch entry?.value {
    case .string(let name): return (try NumPyElementType(parsing: name), name)
    case .list(let fields):
      let text = entry?.text ?? ""
      if holdsObjects(fields, depth: 0) { throw .objects(typeName: text) }
      throw .notNumeric(typeName: text, what: "records")
    default:
      throw .wrongValue(key: "descr", expected: "the name of a type", found: entry?.text ?? "")
    }
  }

  /// Whether a field of a record, or a field of a field, is a Python object.
  private static func holdsObjects(_ fields: [PythonLiteral], depth: Int) -> Bool {
    fields.contains { field in
      guard case .tuple(let parts) = field, parts.count > 1 else { return false }
      switch parts[1] {
      case .string(let name): return name.contains("O")
      case .list(let inner):
        return depth < PythonLiteralParser.depthLimit && holdsObjects(inner, depth: depth + 1)
      default: return false
      }
    }
  }

  private static func shape(
    _ entry: PythonLiteral.Entry?, _ typeName: String
  ) throws(NumPyProblem) -> Shape {
    let text = entry?.text ?? ""
    func failure() -> NumPyProblem {
      .wrongValue(key: "shape", expected: "a tuple of whole numbers from 0 on", found: text)
    }
    guard case .tuple(let items)? = entry?.value else { throw failure() }
    guard items.count <= rankLimit else {
      throw .tooManyDimensions(items.count, limit: rankLimit)
    }
    var dimensions: [Int] = []
    for item in items {
      guard case .integer(let dimension) = item, dimension >= 0 else { throw failure() }
      dimensions.append(dimension)
    }
    // The largest element has 32 bytes.
    guard let count = Shape(dimensions).checkedElementCount,
      !count.multipliedReportingOverflow(by: 32).overflow
    else { throw .tooLarge(dimensions: dimensions, typeName: typeName) }
    return Shape(dimensions)
  }
}
