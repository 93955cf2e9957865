import Foundation
import Tensors
import TestSupport
import Testing

/// Arrays as text, against what MXNet and NumPy print.
struct PrintingTests {
  /// An array and its text.
  struct Case: Decodable, CustomTestStringConvertible {
    /// Little-endian bytes in C order.
    struct Value: Decodable {
      let shape: [Int]
      let dtype: String
      let b64: Data
    }
    let value: Value
    let text: String

    var testDescription: String { "\(value.dtype) \(value.shape) \(text.prefix(40))" }

    func tensor() throws -> Tensor {
      let types: [String: ElementType] = [
        "f16": .float16, "f32": .float32, "f64": .float64, "bool": .bool, "i8": .int8,
        "u8": .uint8, "i16": .int16, "i32": .int32, "i64": .int64, "u64": .uint64,
      ]
      return Tensor(
        bytes: Array(value.b64), elementType: try #require(types[value.dtype]),
        shape: Shape(value.shape))
    }

    static func all(in file: String) -> [Case] {
      struct Cases: Decodable { let cases: [Case] }
      let data = FileManager.default.contents(atPath: fixture(file)) ?? Data()
      return (try? JSONDecoder().decode(Cases.self, from: data).cases) ?? []
    }
  }

  @Test func `all recorded arrays are there`() {
    #expect(Case.all(in: "mxnet-arrays.json").count == 85)
    #expect(Case.all(in: "numpy-arrays.json").count == 102)
  }

  @Test(arguments: Case.all(in: "mxnet-arrays.json"))
  func `an array prints as MXNet prints it`(_ recorded: Case) throws {
    #expect(try recorded.tensor().mxnetDescription == recorded.text)
  }

  @Test(arguments: Case.all(in: "numpy-arrays.json"))
  func `an array prints as NumPy prints it`(_ recorded: Case) throws {
    #expect(try recorded.tensor().numpyDescription == recorded.text)
  }

  @Test func `an array without dimensions prints as a number`() {
    #expect(Tensor([3 as Float], shape: []).mxnetDescription == "\n3.0\n<NDArray  @cpu(0)>")
    #expect(Tensor([-1e-5], shape: []).numpyDescription == "-1e-05")
  }

  @Test func `float32 below a ten thousandth, as its nearest value to it is, has an exponent`() {
    // NumPy 1.23, under MXNet, compares with the double 0.0001; later versions with the float32.
    #expect(Tensor([1e-4 as Float, 1], shape: [2]).numpyDescription == "[1.e-04 1.e+00]")
  }

  @Test
  func `whole float16 numbers are rounded to the digits they need where others have an exponent`() {
    let tensor = Tensor([65504, 6e-8] as [Float16], shape: [2])
    #expect(tensor.numpyDescription == "[6.55e+04 5.96e-08]")
  }

  @Test func `bfloat16 prints as the equal float32`() {
    let bytes: [UInt8] = [0x80, 0x3F, 0x20, 0xC0]
    let tensor = Tensor(bytes: bytes, elementType: .bfloat16, shape: [2])
    #expect(tensor.numpyDescription == "[ 1.  -2.5]")
  }

  @Test func `types that MXNet does not have print as floats or as bits`() {
    let packed = Tensor(bytes: [0x21, 0xF3], elementType: .float4E2M1FN, shape: [4])
    #expect(packed.numpyDescription == "[ 0.5  1.   1.5 -6. ]")
    let bytes: [UInt8] = [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]
    let complex = Tensor(bytes: bytes, elementType: .complex64, shape: [])
    #expect(complex.numpyDescription == "0x400000003f800000")
  }

  @Test func `an array of many dimensions prints without deep recursion`() {
    let rank = 20_000
    let tensor = Tensor([1.5], shape: Shape([Int](repeating: 1, count: rank)))
    let text = tensor.numpyDescription
    #expect(text.utf8.count == 2 * rank + 3)
  }
}
