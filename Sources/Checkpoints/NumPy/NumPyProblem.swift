public import Words

/// What can be wrong with an array of NumPy.
public enum NumPyProblem: Error, Hashable, Sendable {
  /// The bytes end inside of a part.
  case cut(Part, needed: Int, available: Int)
  /// The bytes do not begin as an array does.
  case wrongMagic([UInt8])
  /// The header is of a version that does not exist.
  case unknownVersion(major: UInt8, minor: UInt8)
  /// The header is longer than the limit.
  case headerTooLong(Int, limit: Int)
  /// The header is no literal of Python.
  case notALiteral(expected: Phrase, found: String)
  /// The header has other keys than it must have.
  case wrongKeys([String])
  /// The value of a key is something else than it must be.
  case wrongValue(key: String, expected: Phrase, found: String)
  /// There are more dimensions than any array needs.
  case tooManyDimensions(Int, limit: Int)
  /// The size exceeds 64 bits.
  case tooLarge(dimensions: [Int], typeName: String)
  /// The elements are Python objects.
  case objects(typeName: String)
  /// The elements are no numbers.
  case notNumeric(typeName: String, what: Phrase)
  /// There is no such type of elements.
  case unknownType(typeName: String)
  /// The elements stand in Fortran's order, and are too many to be turned round in memory.
  case fortranTooLarge(byteCount: Int, limit: Int)

  /// A part of an array, in which the bytes may end.
  public enum Part: String, Hashable, Sendable {
    /// What every array begins with.
    case beginning
    /// The text that describes it.
    case header
    /// The elements.
    case elements
  }
}

extension NumPyProblem {
  /// What is wrong and what to do, as sentences.
  var phrase: Phrase {
    switch self {
    case .cut(let part, let needed, let available):
      """
      ends in its \(part.phrase): \(needed) bytes needed, \(available) left. The download may be \
      incomplete.
      """
    case .wrongMagic(let bytes):
      """
      no NumPy array: begins with \(bytes.map(Self.hexadecimal).joined(separator: " ")), expected \
      93 4E 55 4D 50 59.
      """
    case .unknownVersion(let major, let minor):
      "version \(major).\(minor) of the format, expected 1.0, 2.0 or 3.0."
    case .headerTooLong(let count, let limit):
      "claims a header of \(count) bytes, more than the limit of \(limit)."
    case .notALiteral(let expected, let found):
      "the header is no Python literal: expected \(expected), found \(found.quoted)."
    case .wrongKeys(let keys):
      """
      the header has the keys \(keys.map(\.quoted).joined(separator: ", ")), expected descr, \
      fortran_order, shape.
      """
    case .wrongValue(let key, let expected, let found):
      "the header's \(key) is \(found.quoted), expected \(expected)."
    case .tooManyDimensions(let rank, let limit):
      "claims \(rank) dimensions, more than the limit of \(limit)."
    case .tooLarge(let dimensions, let typeName):
      "\(typeName) \(dimensions) needs more bytes than 64-bit numbers can count."
    case .objects(let typeName):
      """
      holds Python objects (dtype \(typeName.quoted)), which only running a pickle could read. \
      Save it as numbers.
      """
    case .notNumeric(let typeName, let what):
      "holds \(what) (dtype \(typeName.quoted)), no numbers."
    case .unknownType(let typeName): "unknown dtype \(typeName.quoted)."
    case .fortranTooLarge(let byteCount, let limit):
      """
      \(byteCount) bytes in Fortran's order, more than the limit of \(limit). Save it by \
      numpy.ascontiguousarray.
      """
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

extension NumPyProblem.Part {
  fileprivate var phrase: Phrase {
    switch self {
    case .beginning: "beginning"
    case .header: "header"
    case .elements: "elements"
    }
  }
}
