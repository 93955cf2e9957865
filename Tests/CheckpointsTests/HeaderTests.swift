import Checkpoints
import Tensors
import TestSupport
import Testing
import Words

/// What a header may and may not say; the file of each case has 4 bytes of data.
struct HeaderTests {
  /// A header, where it stands on its own, and the problem in it.
  struct Case: CustomTestStringConvertible, Sendable {
    let header: String
    let problem: SafetensorsProblem
    let offset: Int?
    var tensorName: String?

    var testDescription: String { header }

    init(_ header: String, _ problem: SafetensorsProblem, at offset: Int?, _ name: String? = "a") {
      (self.header, self.problem, self.offset, tensorName) = (header, problem, offset, name)
    }
  }

  static func json(_ problem: JSONProblem) -> SafetensorsProblem { .json(problem) }

  static let refused = [
    Case("", .headerEmpty, at: 0, nil),
    Case("{", json(.unexpected(nil, expected: .key)), at: 9, nil),
    Case("{}", .trailingBytes(count: 4, dataEnd: 0), at: nil, nil),
    Case("{} \n\t\r x", json(.unexpected("x", expected: .end)), at: 15, nil),
    Case("{}\0", json(.unexpected("\0", expected: .end)), at: 10, nil),
    Case(#"{"a":1}"#, json(.unexpected("1", expected: .object)), at: 13),
    Case(#"{"a":{},}"#, .missingField("dtype"), at: 9),
    Case(#"{"a" {}}"#, json(.unexpected("{", expected: .colon)), at: 13, nil),
    Case(#"{a:{}}"#, json(.unexpected("a", expected: .key)), at: 9, nil),
    Case(#"{"é":{"dtype":é}}"#, json(.unexpected("é", expected: .string)), at: 23, "é"),
    Case(#"{"a\u12":{}}"#, json(.invalidEscape), at: 11, nil),
    Case(#"{"a\x":{}}"#, json(.invalidEscape), at: 11, nil),
    Case(#"{"a\ud83d\u0041":{}}"#, json(.loneSurrogate(0xD83D)), at: 11, nil),
    Case(#"{"a\ude42":{}}"#, json(.loneSurrogate(0xDE42)), at: 11, nil),
    Case(#"{"a"#, json(.unexpected(nil, expected: .closingQuote)), at: 11, nil),
    Case(#"{"a\"#, json(.invalidEscape), at: 11, nil),
    Case(entry(shape: "[01]"), json(.malformedNumber("01")), at: 37),
    Case(entry(shape: "[-]"), json(.malformedNumber("-")), at: 37),
    Case(entry(shape: "[1e]"), json(.malformedNumber("1e")), at: 37),
    Case(entry(shape: "[1.]"), json(.malformedNumber("1.")), at: 37),
    Case(entry(shape: "[1e0]"), json(.notInteger("1e0")), at: 37),
    Case(entry(shape: "[-0]"), json(.negative("-0")), at: 37),
    Case(entry(shape: "[1,]"), json(.unexpected("]", expected: .integer)), at: 39),
    Case(entry(shape: "[1 1]"), json(.unexpected("1", expected: .commaOr("]"))), at: 39),
    Case(entry(shape: "[true]"), json(.unexpected("t", expected: .integer)), at: 37),
    Case(
      entry(shape: "[9223372036854775808]"), json(.integerTooLarge("9223372036854775808")), at: 37),
    Case(
      entry(shape: "[4611686018427387904,2,0]"),
      .tooLarge(dimensions: [4_611_686_018_427_387_904, 2, 0], typeName: "F32"), at: 9),
    Case(entry(offsets: "[0]"), .offsetCount(1), at: 40),
    Case(entry(offsets: "[]"), .offsetCount(0), at: 40),
    Case(
      entry(offsets: "[0,9223372036854775807]"),
      .sizeMismatch(
        dimensions: [1], typeName: "F32", needed: 4, begin: 0, end: 9_223_372_036_854_775_807),
      at: 9),
    Case(entry(offsets: "[4,8]"), .gap(begin: 0, end: 4, previousName: nil), at: nil),
    Case(entry(extra: #","dtype":"F32""#), .duplicateKey("dtype", firstOffset: 14), at: 61),
    Case(entry(extra: #","sh\u0061pe":[1]"#), .duplicateKey("shape", firstOffset: 28), at: 61),
    Case(entry(extra: #","x":tru"#), json(.unexpected("}", expected: .word("true"))), at: 68),
    Case(
      entry(extra: #","x":"# + String(repeating: "[", count: 126)),
      json(.tooDeep(limit: 127)), at: 190),
    Case(
      #"{"__metadata__":{},"__metadata__":{}}"#,
      .duplicateKey("__metadata__", firstOffset: 9), at: 27, nil),
    Case(
      #"{"__metadata__":{"k":"1","k":"2"}}"#, .duplicateKey("k", firstOffset: 25), at: 33, nil),
    Case(
      #"{"__metadata__":[]}"#, json(.unexpected("[", expected: .objectOrNull)), at: 24, nil),
  ]

  /// A header of one tensor.
  static func entry(shape: String = "[1]", offsets: String = "[0,4]", extra: String = "") -> String
  {
    #"{"a":{"dtype":"F32","shape":\#(shape),"data_offsets":\#(offsets)\#(extra)}}"#
  }

  @Test(arguments: refused)
  func `a header that breaks a rule is refused with its place`(_ refused: Case) throws {
    try withTemporaryFile(safetensors(refused.header, data: [0, 0, 0, 0])) { path in
      let error = try #require(openingError(of: path))
      #expect(error.problem == .safetensors(refused.problem))
      #expect(error.offset == refused.offset)
      #expect(error.tensorName == refused.tensorName)
      expectOneHarmlessLine(error, naming: "model.safetensors")
    }
  }

  @Test(arguments: [
    entry(), " \n" + entry() + "  \t\r\n", entry(shape: "[ 1 , 1 ]"), entry(shape: "[]"),
    entry(extra: #","x":{"y":[1,-2.5e+3,"z\u0000",{}],"":[[],[null,true,false]]}"#),
    entry(
      extra: #","x":"# + String(repeating: "[", count: 125) + String(repeating: "]", count: 125)),
  ])
  func `a header with what the reference tolerates is accepted`(_ header: String) throws {
    try withTemporaryFile(safetensors(header, data: [0, 0, 128, 63])) { path in
      let checkpoint = try Checkpoint.open(path)
      #expect(checkpoint.tensors.map(\.name) == ["a"])
      #expect(try checkpoint.readBytes(0..<4, ofTensorAt: 0) == [0, 0, 128, 63])
    }
  }

  @Test func `a name cannot disturb the line of its error`() throws {
    let name = #"\u001b[2J\nno\u202e\u2028"# + String(repeating: "long", count: 1000)
    let header = #"{"\#(name)":{"dtype":"F32"}}"#
    try withTemporaryFile(safetensors(header)) { path in
      let error = try #require(openingError(of: path))
      expectOneHarmlessLine(error, naming: "model.safetensors")
      #expect(error.description.contains(#"\u{1B}[2J\u{A}no\u{202E}"#))
      #expect(error.description.count < path.count + 200)
    }
  }

  @Test func `a composed and a decomposed name are two tensors`() throws {
    let header =
      #"{"é":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"#
      + "\"e\u{301}\":" + #"{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}"#
    try withTemporaryFile(safetensors(header, data: [1, 2])) { path in
      let checkpoint = try Checkpoint.open(path)
      #expect(checkpoint.tensors.count == 2)
    }
  }
}
