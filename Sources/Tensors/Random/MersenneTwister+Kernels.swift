internal import CKernels

extension MersenneTwister {
  /// Fills a buffer with floats between two bounds, in the order of the words.
  @unsafe
  mutating func uniform(
    seed: UInt32, low: Float, width: Float, into output: UnsafeMutableBufferPointer<Float>
  ) {
    guard let start = output.baseAddress else { return }
    var done = 0
    while done < output.count {
      if index == Self.wordCount { advance(seed: seed) }
      let count = min(Self.wordCount - index, output.count - done)
      unsafe words.withUnsafeBufferPointer { words in
        // `count` words are left behind `index`, and as many places behind `done`.
        guard let first = words.baseAddress else { return }
        unsafe ck_uniform(first + index, count, low, width, start + done)
      }
      index += count
      done += count
    }
  }

  /// Fills a buffer with normal deviates, each made of the next pair of words that can be used.
  @unsafe
  mutating func normal(
    seed: UInt32, mean: Float, sigma: Float, into output: UnsafeMutableBufferPointer<Float>
  ) {
    guard let start = output.baseAddress else { return }
    var done = 0
    while done < output.count {
      if index == Self.wordCount { advance(seed: seed) }
      let wanted = output.count - done
      var used = 0
      if index == Self.wordCount - 1 {
        // A pair whose second word is in the next block.
        let last = words[index]
        advance(seed: seed)
        let pair = [last, words[0]]
        index = 1
        done += unsafe ck_normal(pair, 1, wanted, mean, sigma, start + done, &used)
      } else {
        done += unsafe words.withUnsafeBufferPointer { words in
          // All pairs lie inside the block, and no more than `wanted` deviates are written.
          guard let first = words.baseAddress else { return 0 }
          let pairCount = (Self.wordCount - index) / 2
          return unsafe ck_normal(
            first + index, pairCount, wanted, mean, sigma, start + done, &used)
        }
        index += 2 * used
      }
    }
  }
}
