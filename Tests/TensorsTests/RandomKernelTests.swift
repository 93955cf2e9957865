import TestSupport
import Tensors
import Testing

@Suite struct RandomKernelTests {
  /// Around the lengths of runs and of blocks of words; at 640,000 a run is longer than a block.
  static let cases =
    [0, 1, 2, 63, 64, 65, 127, 312, 625, 1000, 4096].flatMap { count in
      [(count, 0), (count, 42), (count, -7)]
    } + [(65_535, 0), (65_536, 42), (65_537, -7), (70_001, 0), (640_001, 42)] as [(Int, Int32)]

  @Test(arguments: cases)
  func `uniform numbers have the bits of the plain generator`(count: Int, seed: Int32) {
    var stream = RandomStream(seed: seed)
    var reference = ReferenceStream(seed: seed)
    let drawn = stream.uniform(low: -0.07, high: 0.3, count: count)
    #expect(drawn == reference.uniform(low: -0.07, high: 0.3, count: count))
  }

  @Test(arguments: cases)
  func `normal numbers have the bits of the plain generator`(count: Int, seed: Int32) {
    var stream = RandomStream(seed: seed)
    var reference = ReferenceStream(seed: seed)
    let drawn = stream.normal(mean: 0.5, sigma: 0.01, count: count)
    #expect(drawn == reference.normal(mean: 0.5, sigma: 0.01, count: count))
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [Int32])
  func `any mixture of calls goes on where the last one stopped`(seed: Int32) {
    var stream = RandomStream(seed: seed)
    var reference = ReferenceStream(seed: seed)
    // Odd numbers of words, so that pairs come to lie across the ends of blocks.
    for count in [1, 63, 7, 64 * 20 + 1, 5, 70_000, 3, 129, 65_536, 1, 66_001] {
      let uniform = stream.uniform(low: 0, high: 1, count: count)
      #expect(uniform == reference.uniform(low: 0, high: 1, count: count))
      let normal = stream.normal(mean: 0, sigma: 1, count: count + 2)
      #expect(normal == reference.normal(mean: 0, sigma: 1, count: count + 2))
    }
    #expect(stream.words(engine: 3, count: 700) == reference.words(engine: 3, count: 700))
  }

  @Test(arguments: [1, 2, 3, 7, 5000], [1, 4096, 65_537, 200_003])
  func `any number of threads draws the same`(threadCount: Int, count: Int) {
    var stream = RandomStream(seed: 9)
    var reference = stream
    for _ in 0..<2 {
      let uniform = stream.uniform(low: -1, high: 1, count: count, threadCount: threadCount)
      #expect(uniform == reference.uniform(low: -1, high: 1, count: count))
      let normal = stream.normal(mean: 0, sigma: 2, count: count, threadCount: threadCount)
      #expect(normal == reference.normal(mean: 0, sigma: 2, count: count))
    }
    #expect(stream == reference)
  }

  @Test func `drawing on many threads leaves copies alone`() {
    var stream = RandomStream(seed: 1)
    _ = stream.normal(mean: 0, sigma: 1, count: 200_000)
    let before = stream
    let first = stream.uniform(low: 0, high: 1, count: 200_000)
    var copy = before
    #expect(copy.uniform(low: 0, high: 1, count: 200_000) == first)
    #expect(copy == stream)
    #expect(copy != before)
  }
}
