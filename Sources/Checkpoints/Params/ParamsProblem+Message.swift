internal import Tensors
internal import Words

extension ParamsProblem {
  /// What is wrong and what to do, as sentences; where MXNet has words for it, with these.
  var phrase: Phrase {
    guard let words = mxnetWords else { return sentences }
    return "\(sentences) MXNet: \(words)"
  }

  private var sentences: Phrase {
    switch self {
    case .cut(let part, let needed, let available):
      """
      the file ends in \(part.phrase): \(needed) bytes needed, \(available) left. The download may \
      be incomplete.
      """
    case .wrongMagic(let bytes):
      """
      begins with \(Self.hexadecimal(bytes)), expected \(Self.hexadecimal(ParamsFormat.magic)). \
      The file is damaged or is no .params file.
      """
    case .tooManyArrays(let count, let limit):
      "claims \(count) arrays, more than the limit of \(limit). The file is damaged."
    case .unknownStorage(let code):
      "unknown storage type \(code). Known are 0 (dense), 1 (row_sparse), 2 (csr)."
    case .negativeRank(let rank): "claims \(rank) dimensions. The file is damaged."
    case .noDimensions:
      "has no dimensions, which only files written under NumPy's shapes can store."
    case .tooManyDimensions(let rank, let limit):
      "claims \(rank) dimensions, more than the limit of \(limit). The file is damaged."
    case .negativeDimension(let dimension): "a dimension is \(dimension), expected 0 or more."
    case .tooLarge(let dimensions, let typeName):
      "\(typeName) \(Self.text(dimensions)) needs more bytes than 64-bit numbers can count."
    case .unknownElementType(let code, let scalarOffset):
      """
      unknown element type \(code), expected 0 to \(ElementType.paramsTypes.count - 1). \
      \(Self.cause(scalarOffset))
      """
    case .sparseShape(let kind, let dimensions, let stored, let indices):
      """
      \(kind.rawValue) \(Self.text(dimensions)) does not fit its \(Self.text(stored)) values and \
      \(indices.map(Self.text).joined(separator: ", ")) indices.
      """
    case .sparseIndexType(let name): "\(name) indices, expected int64 or int32."
    case .sparseTooLarge(let byteCount, let limit):
      "has \(byteCount) bytes with its zeros, more than the limit of \(limit)."
    case .sparseOrder(let index, let previous):
      "the index \(index) follows \(previous), but indices have to ascend."
    case .sparseIndexOutside(let index, let limit):
      "the index \(index) is outside of 0 to \(limit)."
    case .nameCount(let count, let arrayCount):
      "\(count) names for \(arrayCount) arrays, expected none or one for each."
    case .nameTooLong(let byteCount, let limit):
      "a name claims \(byteCount) bytes, more than the limit of \(limit). The file is damaged."
    case .nameNotUTF8: "the name is not UTF-8 text. The file is damaged."
    case .duplicateName(let firstOffset):
      "stands twice among the names, first at byte \(firstOffset). Names must be unique."
    }
  }

  /// What MXNet 1.9.1 says of such a file, or nil where it says nothing; a quotation, in English.
  ///
  /// Source: `NDArray::Load` in `src/ndarray/ndarray.cc`; measured with version 1.9.1.
  private var mxnetWords: String? {
    let format = "Invalid NDArray file format."
    return switch self {
    case .cut(let part, _, _): "Check failed: \(part.stage): \(format)"
    case .wrongMagic: "Check failed: header == kMXAPINDArrayListMagic: \(format)"
    case .unknownStorage(let code): "Unknown storage type\(code)."
    case .negativeRank(let rank):
      "Check failed: ndim >= -1 (\(rank) vs. -1) : ndim cannot be less than -1, received \(rank)."
    case .noDimensions: "Check failed: \(ParamsPart.description.stage): \(format)"
    case .negativeDimension(let dimension):
      """
      Check failed: dim_size_is_known(*it): Shape dim size cannot be a negative value \(dimension).
      """
    case .unknownElementType(let code, _): "Unknown type enum \(code)."
    case .nameCount:
      "Check failed: keys->size() == 0 || keys->size() == data->size(): \(format)"
    default: nil
    }
  }

  private static func cause(_ scalarOffset: Int?) -> Phrase {
    guard let scalarOffset else { return "The file is damaged." }
    return """
      The array without dimensions at byte \(scalarOffset) was probably written outside of NumPy's \
      shapes, and cannot be read back: save it with the shape (1,).
      """
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "0" + digits : digits
    }
    .joined(separator: " ")
  }

  private static func text(_ dimensions: [Int]) -> String {
    "[\(dimensions.map(String.init).joined(separator: ", "))]"
  }
}

extension ParamsPart {
  fileprivate var phrase: Phrase {
    switch self {
    case .magic: "its first number"
    case .reserved: "its second number"
    case .arrayCount: "the number of arrays"
    case .description: "the description of an array"
    case .values: "the values of an array"
    case .indices: "the indices of a sparse array"
    case .nameCount: "the number of names"
    case .name: "a name"
    }
  }

  /// What MXNet reads at this point, in its own words.
  fileprivate var stage: String {
    switch self {
    case .magic: "fi->Read(&header)"
    case .reserved: "fi->Read(&reserved)"
    case .arrayCount, .description, .values, .indices: "fi->Read(data)"
    case .nameCount, .name: "fi->Read(keys)"
    }
  }
}
