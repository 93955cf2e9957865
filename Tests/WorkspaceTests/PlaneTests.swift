import Synchronization
import Tensors
import Testing

@testable import Workspace

/// Two axes of a tensor of any rank, read in windows and surveyed as a whole.
@Suite struct PlaneTests {
  @Test(arguments: [
    ([] as [Int], nil as Int?, nil as Int?), ([7], nil, 0), ([3, 4], 0, 1), ([16, 6, 5, 5], 0, 1),
    ([3, 3, 32, 64], 2, 3), ([2, 2, 2], 1, 2), ([1, 9, 1, 8, 1], 1, 3),
  ])
  func `the longest axes are shown first`(shape: [Int], row: Int?, column: Int?) {
    let plane = TensorPlane(Shape(shape))
    #expect(plane.rowAxis == row)
    #expect(plane.columnAxis == column)
  }

  @Test func `a slice is read as it is written`() throws {
    let shape: Shape = [4, 5, 6, 7]
    let read = try TensorPlane.reading("[3, :, :, -1]", of: shape)
    #expect(read.plane.text == "[3, :, :, 6]")
    #expect(try TensorPlane.reading(read.plane.text, of: shape).plane == read.plane)
    #expect(try TensorPlane.reading("1,2", of: shape).plane.text == "[1, 2, :, :]")
    let led = try TensorPlane.reading("0, 2:4, 0, 5:", of: shape)
    #expect((led.row, led.column) == (2, 5))
    #expect(try TensorPlane.reading("[1,2,3,4]", of: shape).plane.elementCount == 1)
    #expect(try TensorPlane.reading("", of: []).plane.text == "[]")
  }

  @Test(arguments: [
    ("[0]", PlaneSyntaxError.tooManyFree(found: 3)),
    ("1,1,1,1,1", .tooManyIndices(found: 5, rank: 4)),
    ("9, 0", .outOfBounds(index: 9, axis: 0, length: 4)), ("x,0", .noIndex("x")),
    ("-5,0", .outOfBounds(index: -5, axis: 0, length: 4)),
    ("99999999999999999999,0", .noIndex("99999999999999999999")),
  ])
  func `a slice that selects no plane says why`(text: String, error: PlaneSyntaxError) {
    #expect(throws: error) { try TensorPlane.reading(text, of: [4, 5, 6, 7]) }
  }

  /// Many different numbers.
  private func numbers(_ shape: Shape, _ type: ElementType) -> Tensor {
    guard type != .float32 else {
      return Tensor((0..<shape.elementCount).map(Float.init), shape: shape)
    }
    let byteCount = (shape.elementCount * type.bitCount + 7) / 8
    let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 * 37 + $0 / 7) & 0x7B }
    return Tensor(bytes: bytes, elementType: type, shape: shape)
  }

  @Test(arguments: [ElementType.float32, .bfloat16, .float4E2M1FN, .float6E2M3FN], [false, true])
  func `a window has the values of its rows and columns`(
    type: ElementType, inSource: Bool
  ) async throws {
    let shape: Shape = [5, 7, 3]
    let tensor = numbers(shape, type)
    let all = tensor.doubles
    let elements: Elements = inSource ? .source(OneTensor(tensor), index: 0) : .memory(tensor)
    for text in [":, 2, :", "4, :, :", ":, :, 1"] {
      for plane in [
        try TensorPlane.reading(text, of: shape).plane,
        try TensorPlane.reading(text, of: shape).plane.transposed,
      ] {
        let rows = min(1, plane.rowCount - 1)..<plane.rowCount
        let columns = 0..<(plane.columnCount - 1)
        let window = try await elements.window(plane, rows: rows, columns: columns, exact: (0, 0))
        for row in rows {
          for column in columns {
            let index = plane.indices(row: row, column: column)
            let position = (index[0] * 7 + index[1]) * 3 + index[2]
            #expect(window.value(row: row, column: column) == all[position])
          }
        }
      }
    }
  }

  @Test func `a survey knows each row, each column and what is dead`() async throws {
    var values = (0..<24).map(Float.init)
    for column in 0..<6 { values[6 + column] = 0 }
    let elements = Elements.memory(Tensor(values, shape: [4, 6]))
    for plane in [TensorPlane([4, 6]), TensorPlane([4, 6]).transposed] {
      let isTurned = plane.rowCount == 6
      let survey = try await elements.survey(plane, blockRowCount: 2, blockColumnCount: 2)
      let lines = try #require(survey.lines)
      let rows = isTurned ? lines.columns : lines.rows
      #expect(rows.map(\.isDead) == [false, true, false, false])
      #expect(rows[2].mean == 14.5)
      #expect(abs(rows[2].standardDeviation - (35.0 / 12).squareRoot()) < 1e-12)
      #expect((isTurned ? lines.rows : lines.columns).allSatisfy { !$0.isDead })
      #expect(survey.blocks.count == 4)
      let first = try #require(survey.blocks[0])
      // numpy.std([0, 1, 2, 0, 0, 0])
      #expect(abs(first - 0.7637626158259734) < 1e-12)
    }
  }

  @Test func `a large plane is sampled, and no more is read than promised`() async throws {
    let source = CountingSource(shape: [20_000, 4096], elementType: .bfloat16)
    for plane in [TensorPlane(source.shape), TensorPlane(source.shape).transposed] {
      let survey = try await Elements.source(source, index: 0).survey(
        plane, blockRowCount: 5, blockColumnCount: 64)
      #expect(survey.lines == nil)
      #expect(survey.blocks.allSatisfy { $0 != nil })
    }
    #expect(source.readByteCount < 64 << 20)
  }

  @Test(arguments: [
    (0.08259128034114838, "0x1.524b3cp-4"), (-1, "-0x1p+0"), (0, "0x0p+0"),
    (0.1, "0x1.999999999999ap-4"),
    (3, "0x1.8p+1"),
  ])
  func `hexadecimal floats are those of C`(value: Double, text: String) {
    #expect(ExactElement.hexadecimal(value) == text)
  }

  @Test func `large integers keep every digit`() async throws {
    let bytes: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0x80]
    for (type, text) in [
      (ElementType.int64, "-9223372036854775807"), (.uint64, "9223372036854775809"),
    ] {
      let tensor = Tensor(bytes: bytes, elementType: type, shape: [1])
      let window = try await Elements.memory(tensor).window(
        TensorPlane([1]), rows: 0..<1, columns: 0..<1, exact: (0, 0))
      #expect(window.exact?.decimal == text)
    }
  }
}

/// One tensor as a source.
private struct OneTensor: TensorSource {
  let bytes: [UInt8]
  let tensors: [TensorDescription]

  init(_ tensor: Tensor) {
    bytes = tensor.bytes
    tensors = [
      TensorDescription(
        name: "x", elementType: tensor.elementType, shape: tensor.shape, byteCount: bytes.count,
        offsetInFile: nil)
    ]
  }

  func readBytes(_ range: Range<Int>, ofTensorAt index: Int) -> [UInt8] { Array(bytes[range]) }
}

/// A large tensor of zeros that counts what is read of it.
private final class CountingSource: TensorSource {
  let shape: Shape
  let tensors: [TensorDescription]
  private let count = Mutex(0)

  var readByteCount: Int { count.withLock { $0 } }

  init(shape: Shape, elementType: ElementType) {
    self.shape = shape
    tensors = [
      TensorDescription(
        name: "x", elementType: elementType, shape: shape,
        byteCount: shape.elementCount * elementType.bitCount / 8, offsetInFile: nil)
    ]
  }

  func readBytes(_ range: Range<Int>, ofTensorAt index: Int) -> [UInt8] {
    count.withLock { $0 += range.count }
    return [UInt8](repeating: 0, count: range.count)
  }
}
