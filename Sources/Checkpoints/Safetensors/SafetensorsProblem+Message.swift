internal import Tensors
internal import Words

extension SafetensorsProblem {
  /// What is wrong and what to do, as sentences.
  var phrase: Phrase {
    switch self {
    case .lengthCut(let byteCount):
      """
      the file ends after \(byteCount) of the 8 bytes that give the header's length. \
      \(Self.incomplete)
      """
    case .headerTooLong(let byteCount, let limit):
      """
      the header claims \(byteCount) bytes, more than the \(limit) that safetensors allows. The \
      file is damaged or is not safetensors.
      """
    case .headerCut(let byteCount, let available):
      """
      the header says \(byteCount) bytes, but the file ends after \(available) of them. \
      \(Self.incomplete)
      """
    case .headerEmpty: "the header has no bytes, not even {}. The file is damaged."
    case .json(let problem): "the header is not valid: \(problem.phrase)."
    case .notUTF8: "the header is not UTF-8 text. The file is damaged."
    case .duplicateTensor(let firstOffset):
      "stands twice in the header, first at byte \(firstOffset). Names must be unique."
    case .duplicateKey(let key, let firstOffset):
      "\(key.quoted) stands twice, first at byte \(firstOffset). Keys must be unique."
    case .missingField(let field): "the field \(field.quoted) is missing."
    case .unknownElementType(let name):
      """
      unknown dtype \(name.quoted). Known are \
      \(ElementType.safetensorsTypes.map(\.name).joined(separator: ", ")).
      """
    case .offsetCount(let count): "data_offsets has \(count) numbers, expected 2: begin and end."
    case .reversedOffsets(let begin, let end):
      "data_offsets end at \(end), before they begin at \(begin)."
    case .tooLarge(let dimensions, let typeName):
      "\(typeName) \(Self.text(dimensions)) needs more bits than 64-bit numbers can count."
    case .partialByte(let dimensions, let typeName, let bitCount):
      "\(typeName) \(Self.text(dimensions)) is \(bitCount) bits, which are not whole bytes."
    case .sizeMismatch(let dimensions, let typeName, let needed, let begin, let end):
      """
      \(typeName) \(Self.text(dimensions)) needs \(needed) bytes, but data_offsets [\(begin), \
      \(end)] span \(end - begin).
      """
    case .overlap(let range, let previousName, let previousRange):
      """
      data_offsets \(Self.text(range)) overlap those of \(previousName.quoted), \
      \(Self.text(previousRange)). Each byte may belong to one tensor only.
      """
    case .gap(let begin, let end, nil):
      """
      begins at data offset \(end), but nothing before it begins at \(begin): \(end - begin) bytes \
      belong to no tensor.
      """
    case .gap(let begin, let end, let previousName?):
      """
      begins at data offset \(end), but \(previousName.quoted) before it ends at \(begin): \
      \(end - begin) bytes belong to no tensor.
      """
    case .dataCut(let needed, let available):
      """
      the tensors need \(needed) bytes of data, but the file ends after \(available) of them. \
      \(Self.incomplete)
      """
    case .trailingBytes(let count, let dataEnd):
      """
      \(count) bytes follow the last tensor, which ends at data offset \(dataEnd). They belong to \
      no tensor.
      """
    }
  }

  private static let incomplete: Phrase = "The download may be incomplete."

  private static func text(_ range: Range<Int>) -> String {
    "[\(range.lowerBound), \(range.upperBound)]"
  }

  /// The dimensions, without the middle of a long list.
  private static func text(_ dimensions: [Int]) -> String {
    let limit = 12
    let shown = dimensions.prefix(limit).map(String.init).joined(separator: ", ")
    return dimensions.count > limit
      ? "[\(shown), … \(dimensions.count) dimensions]" : "[\(shown)]"
  }
}

extension JSONProblem {
  /// What is wrong, without a full stop.
  var phrase: Phrase {
    switch self {
    case .unexpected(let found, let expected):
      "expected \(expected.phrase), found \(Self.phrase(found))"
    case .byteOrderMark: "it begins with a byte order mark, expected {"
    case .controlCharacter(let byte):
      "control character U+\(Self.hexadecimal(byte)) in a string, expected an escape"
    case .invalidEscape: "a backslash without a known escape after it"
    case .loneSurrogate(let unit):
      "the escape \\u\(String(unit, radix: 16)) is half of a character"
    case .malformedNumber(let text): "\(text.quoted) is not a number"
    case .negative(let text): "expected a number from 0, found \(text)"
    case .notInteger(let text): "expected an integer, found \(text)"
    case .integerTooLarge(let text): "\(text) is above \(Int.max), the largest number that fits"
    case .tooDeep(let limit): "more than \(limit) arrays and objects inside each other"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "000" : "00") + String(byte, radix: 16, uppercase: true)
  }

  private static func phrase(_ found: Unicode.Scalar?) -> Phrase {
    if let found, found == "-" || ("0"..."9").contains(found) { return "a number" }
    return switch found {
    case nil: "the end of the header"
    case "{"?: "an object"
    case "["?: "an array"
    case "\""?: "a string"
    case let scalar?: Phrase(verbatim: String(Character(scalar)).quoted)
    }
  }
}

extension JSONExpectation {
  fileprivate var phrase: Phrase {
    switch self {
    case .value: "a value"
    case .object: "an object"
    case .objectOrNull: "an object or null"
    case .array: "an array"
    case .string: "a string"
    case .integer: "an integer"
    case .key: "a key in quotation marks"
    case .colon: "a colon"
    case .commaOr(let closing): "a comma or \(closing)"
    case .word(let word): Phrase(verbatim: word)
    case .closingQuote: "the end of a string"
    case .end: "nothing but spaces"
    }
  }
}
