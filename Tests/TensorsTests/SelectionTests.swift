import Tensors
import Testing
import Words

/// Slices, against a walk over every element in plain loops.
@Suite struct SelectionTests {
  /// Numbers from 0 as 16-bit integers, so that each element says where it was.
  private func numbered(_ shape: Shape) -> Tensor {
    let bytes = (0..<shape.elementCount).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    return Tensor(bytes: bytes, elementType: .uint16, shape: shape)
  }

  private func read(_ text: String, of tensor: Tensor) throws -> Tensor {
    try TensorSelection(text, of: tensor.shape).tensor(of: tensor.elementType) {
      tensor.bytes(in: $0)
    }
  }

  @Test(
    arguments: [
      ("", [2, 3, 4], 0, 23, 24), (":", [2, 3, 4], 0, 23, 24), ("1", [3, 4], 12, 23, 12),
      ("-1,:,0", [3], 12, 20, 3), ("...,1", [2, 3], 1, 21, 6), ("0,...", [3, 4], 0, 11, 12),
      ("::-1", [2, 3, 4], 12, 11, 24), ("[1, 2, 3]", [], 23, 23, 1),
      ("1:,1:,::2", [1, 2, 2], 16, 22, 4),
      (":,::-2", [2, 2, 4], 8, 15, 16), ("0:99", [2, 3, 4], 0, 23, 24),
      ("-99:1", [1, 3, 4], 0, 11, 12),
    ] as [(String, Shape, Double, Double, Int)])
  func `a slice has NumPy's shape and elements`(
    text: String, shape: Shape, first: Double, last: Double, count: Int
  ) throws {
    let slice = try read(text, of: numbered([2, 3, 4]))
    #expect(slice.shape == shape)
    #expect(slice.elementCount == count)
    #expect(slice.doubles.first == first)
    #expect(slice.doubles.last == last)
  }

  @Test(arguments: ["1:1", "5:", ":,2:1", "0:2:-1"])
  func `a slice can be empty`(text: String) throws {
    #expect(try read(text, of: numbered([2, 3, 4])).elementCount == 0)
  }

  @Test(
    arguments: [
      ("2", "out of bounds for axis 0 with size 2"), (":,-4", "axis 1"), ("a", "'a' is no slice"),
      ("1:2:3:4", "no slice"), ("::0", "step"), (",,,,", "5 axes"), ("...,...", "more than one"),
      ("0,,0", "nothing for axis 1"), ("9999999999999999999", "no slice"),
    ])
  func `what is no slice is named`(text: String, words: String) {
    let error = #expect(throws: TensorSelection.ParsingError.self) {
      try TensorSelection(text, of: [2, 3, 4])
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func `extreme bounds and steps do not overflow`() throws {
    let text = "\(Int.min):\(Int.max):\(Int.max),::\(-Int.max)"
    let slice = try read(text, of: numbered([2, 3]))
    #expect(slice.doubles == [2])
  }

  @Test func `every slice of every axis is what loops give`() throws {
    let tensor = numbered([5, 4, 7])
    for (start, stop, step) in [(0, 5, 2), (1, 4, 1), (4, -6, -3), (3, 0, -1)] {
      let picked = try read("\(start):\(stop):\(step),1::2,:", of: tensor)
      var expected: [Double] = []
      for i in stride(from: start, to: step < 0 ? max(stop, -1) : stop, by: step) {
        for j in stride(from: 1, to: 4, by: 2) {
          for k in 0..<7 { expected.append(Double((i * 4 + j) * 7 + k)) }
        }
      }
      #expect(picked.doubles == expected)
    }
  }

  @Test func `only the bytes that are needed are read`() throws {
    let selection = try TensorSelection("1000:1002,7", of: [1_000_000, 1000])
    var ranges: [Range<Int>] = []
    _ = try selection.tensor(of: .float32) { range in
      ranges.append(range)
      return [UInt8](repeating: 0, count: range.count)
    }
    #expect(ranges.map(\.count).reduce(0, +) == 8)
    #expect(ranges.first?.lowerBound == (1000 * 1000 + 7) * 4)
  }

  @Test func `packed elements come as the floats that they equal`() throws {
    // 0, 0.5, 1, ... in four bits each, low nibble first.
    let bytes: [UInt8] = [0x10, 0x32, 0x54, 0x76, 0x98, 0xBA]
    let selection = try TensorSelection("1::3", of: [12])
    let picked = try selection.tensor(of: .float4E2M1FN) { Array(bytes[$0]) }
    #expect(picked.elementType == .float32)
    #expect(picked.floats == [0.5, 2, 6, -1])
  }

  @Test func `a summary reads its edges and prints as the whole would`() throws {
    let tensor = Tensor((0..<6000).map { Float($0) * 0.25 }, shape: [20, 300])
    var byteCount = 0
    let text = try Tensor.numpyDescription(
      of: TensorSelection(all: [20, 300]), elementType: .float32
    ) { range in
      byteCount += range.count
      return tensor.bytes(in: range)
    }
    #expect(text == tensor.numpyDescription)
    #expect(byteCount == 36 * 4)
  }

  @Test func `doubles are rounded once`() {
    // Half-way between two bfloat16 plus less than a 32-bit float can tell: up, not to even.
    let value = 1 + 1 / 256.0 + 0x1p-40
    let rounded = Tensor([value, -value, 1 + 1 / 256.0], shape: [3]).rounded(to: .bfloat16)
    let up: Float = 1.0078125
    #expect(rounded.floats == [up, -up, 1])
  }
}
