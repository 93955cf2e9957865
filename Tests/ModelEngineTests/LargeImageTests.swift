import ModelEngine
import Tensors
import Testing

@Suite struct LargeImageTests {
  /// The windows of a large image do not fit into one matrix: what is below must not see the seam.
  @Test func `a large image is convolved in tiles as its lower part is alone`() throws {
    try ModelContext.withSeed(1) {
      let layer = Conv2D(2, kernelSize: 7, inChannels: 8)
      try layer.initialize()
      let (rows, cut, width) = (70, 36, 64)
      let image = ModelContext.current.normal(shape: [1, 8, rows, width])
      let part = image.rows(from: cut)
      let outputs = try [image, part].map { tensor in
        let x = Variable(tensor)
        x.attachGrad()
        let y = try Autograd.record { try layer(x) }
        // Only what both images have in common counts.
        let head = Tensor(
          [Float](repeating: 1, count: part.shape[2] - 6), shape: [1, 1, part.shape[2] - 6, 1])
        try y.backward(headGradient: head.spread(below: y.shape))
        return (y.value, try layer.weight.grad(), try #require(x.grad))
      }
      #expect(outputs[0].0.rows(from: cut).isClose(to: outputs[1].0))
      #expect(outputs[0].1.isClose(to: outputs[1].1))
      #expect(outputs[0].2.rows(from: cut).isClose(to: outputs[1].2))
    }
  }
}

extension Tensor {
  /// The rows of images from one to the last.
  fileprivate func rows(from first: Int) -> Tensor {
    let (height, width) = (shape[2], shape[3])
    let kept = (0..<elementCount).filter { $0 / width % height >= first }.map { floats[$0] }
    return Tensor(kept, shape: [shape[0], shape[1], height - first, width])
  }

  /// The numbers of each row in all columns and channels of a shape, zeros in the rows above.
  fileprivate func spread(below target: Shape) -> Tensor {
    let (height, width) = (target[2], target[3])
    let elements = (0..<target.elementCount).map { index -> Float in
      let row = index / width % height - (height - shape[2])
      return row < 0 ? 0 : floats[row]
    }
    return Tensor(elements, shape: target)
  }

  fileprivate func isClose(to other: Tensor) -> Bool {
    shape == other.shape
      && zip(floats, other.floats).allSatisfy { abs($0 - $1) <= 1e-4 * (1 + abs($1)) }
  }
}
