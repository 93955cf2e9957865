import Tensors
import Testing

@Suite struct TensorConversionTests {
  @Test(
    arguments: [
      .float64, .float16, .bfloat16, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32,
      .uint64,
    ] as [ElementType])
  func `small whole numbers survive every type`(type: ElementType) throws {
    let tensor = Tensor([0, 1, 2, 100] as [Float], shape: [2, 2])
    let converted = try #require(tensor.converted(to: type))
    #expect(converted.elementType == type)
    #expect(converted.converted(to: .float32) == tensor)
  }

  @Test func `bfloat16 rounds to nearest, ties to even, and keeps NaN`() throws {
    let values: [Float] = [1.0039062, 1.0117188, 1.00390631, .nan, -.infinity]
    let tensor = try #require(Tensor(values, convertedTo: .bfloat16, shape: [5]))
    let floats = tensor.floats
    #expect(floats[0] == 1)
    #expect(floats[1] == 1.015625)
    #expect(floats[2] == 1.0078125)
    #expect(floats[3].isNaN)
    #expect(floats[4] == -.infinity)
  }

  @Test func `integers saturate and truncate toward zero`() throws {
    let tensor = try #require(
      Tensor([-1.9, 300, .nan, -.infinity], convertedTo: .int8, shape: [4]))
    #expect(tensor.floats == [-1, 127, 0, -128])
  }

  @Test func `elements the engine does not know cannot be converted`() {
    #expect(Tensor([1] as [Float], shape: [1]).converted(to: .float8E4M3FN) == nil)
  }
}
