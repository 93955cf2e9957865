import Tensors
import TestSupport
import Testing

@Suite struct ScalarArgumentTests {
  struct Fixture: Decodable {
    // The fixture's own name.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let dmlc_parse_float: [Case]
  }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let str: String
    let f32bits: String
    var testDescription: String { str }
  }

  @Test(arguments: try decodedFixture("misc.json", as: Fixture.self).dmlc_parse_float)
  func `a number reaches an operator with the bits of MXNet`(sample: Case) throws {
    let value = try #require(Double(sample.str))
    let bits = try #require(UInt32(sample.f32bits, radix: 16))
    #expect(ScalarArgument.parsed(value).bitPattern == bits)
  }

  @Test(
    arguments: [
      (0.07, "0.07"), (-0.07, "-0.07"), (0, "0.0"), (-0.0, "-0.0"), (3, "3.0"), (1e-5, "1e-05"),
      (0.0001, "0.0001"), (1.5e-7, "1.5e-07"), (1e15, "1000000000000000.0"), (1e16, "1e+16"),
      (9007199254740994, "9007199254740994.0"), (1.25e16, "1.25e+16"), (1e100, "1e+100"),
      (.leastNonzeroMagnitude, "5e-324"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
      (123456.789, "123456.789"),
    ] as [(Double, String)])
  func `a number is written as Python writes it`(value: Double, text: String) {
    #expect(ScalarArgument.pythonText(value) == text)
  }
}
