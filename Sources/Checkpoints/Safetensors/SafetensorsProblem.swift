/// What can be wrong with a safetensors file.
///
/// Offsets of tensors count from the first byte after the header.
public enum SafetensorsProblem: Hashable, Sendable {
  /// The file ends before the eight bytes of the header's length do.
  case lengthCut(byteCount: Int)
  /// The header claims more bytes than any header may have.
  case headerTooLong(byteCount: UInt64, limit: Int)
  /// The header claims more bytes than the file has.
  case headerCut(byteCount: Int, available: Int)
  /// The header claims to have no bytes.
  case headerEmpty
  /// The header is not UTF-8.
  case notUTF8
  /// The header is not the JSON that it has to be.
  case json(JSONProblem)
  /// Two tensors have the same name; where the first one stands in the file.
  case duplicateTensor(firstOffset: Int)
  /// A field, or a key of the metadata, stands twice; where the first one stands in the file.
  case duplicateKey(String, firstOffset: Int)
  /// A tensor lacks a field.
  case missingField(String)
  /// A tensor is of an element type that the format does not have.
  case unknownElementType(String)
  /// A tensor has not two offsets, but this many.
  case offsetCount(Int)
  /// A tensor ends before it begins.
  case reversedOffsets(begin: Int, end: Int)
  /// The size of a tensor exceeds 64 bits.
  case tooLarge(dimensions: [Int], typeName: String)
  /// The packed elements of a tensor do not end at a byte.
  case partialByte(dimensions: [Int], typeName: String, bitCount: Int)
  /// The shape and type of a tensor need another number of bytes than its offsets span.
  case sizeMismatch(dimensions: [Int], typeName: String, needed: Int, begin: Int, end: Int)
  /// A tensor begins inside the one before it.
  case overlap(range: Range<Int>, previousName: String, previousRange: Range<Int>)
  /// Bytes belong to no tensor: after the previous tensor, or before the first.
  case gap(begin: Int, end: Int, previousName: String?)
  /// The tensors need more data than the file has.
  case dataCut(needed: Int, available: Int)
  /// The file goes on after the last tensor.
  case trailingBytes(count: Int, dataEnd: Int)
}

/// What can be wrong with the JSON text of a header.
public enum JSONProblem: Hashable, Sendable {
  /// Something else stands where `expected` has to; nil is the end of the header.
  case unexpected(Unicode.Scalar?, expected: JSONExpectation)
  /// The text begins with a byte order mark.
  case byteOrderMark
  /// A control character stands unescaped in a string.
  case controlCharacter(UInt8)
  /// A backslash is not followed by an escape.
  case invalidEscape
  /// An escaped half of a surrogate pair stands alone.
  case loneSurrogate(UInt16)
  /// A number does not follow JSON's rules.
  case malformedNumber(String)
  /// A number is negative, where only a count is possible.
  case negative(String)
  /// A number has a fraction or an exponent, where only an integer is possible.
  case notInteger(String)
  /// An integer exceeds 63 bits.
  case integerTooLarge(String)
  /// Arrays and objects are nested deeper than any header needs.
  case tooDeep(limit: Int)
}

/// What JSON text has to have at some point.
public enum JSONExpectation: Hashable, Sendable {
  /// Any value.
  case value
  /// An object.
  case object
  /// An object, or null.
  case objectOrNull
  /// An array.
  case array
  /// A string.
  case string
  /// An integer.
  case integer
  /// The key of an object's member.
  case key
  /// The colon after a key.
  case colon
  /// Another item or this closing bracket.
  case commaOr(Unicode.Scalar)
  /// A word.
  case word(String)
  /// The end of a string.
  case closingQuote
  /// Nothing but spaces.
  case end
}
