extension Array where Element: RealElement {
  /// What a function makes of each element.
  @inline(__always)
  func elementwise(_ body: (Element) -> Element) -> [Element] {
    unsafe withUnsafeBufferPointer { source in
      unsafe [Element](unsafeUninitializedCapacity: source.count) { buffer, count in
        // Both have the same number of elements.
        for index in 0..<source.count { unsafe buffer[index] = body(source[index]) }
        count = source.count
      }
    }
  }

  /// What a function makes of each element and the one at the same place of another array.
  ///
  /// - Precondition: Both arrays have the same length.
  @inline(__always)
  func elementwise(
    _ other: [Element], _ body: (Element, Element) -> Element
  ) -> [Element] {
    precondition(count == other.count, "the arrays differ in length")
    return unsafe withUnsafeBufferPointer { left in
      unsafe other.withUnsafeBufferPointer { right in
        unsafe [Element](unsafeUninitializedCapacity: left.count) { buffer, count in
          // All three have the same number of elements.
          for index in 0..<left.count { unsafe buffer[index] = body(left[index], right[index]) }
          count = left.count
        }
      }
    }
  }

  /// The sum of each column of rows that follow each other.
  ///
  /// - Precondition: The number of elements is a multiple of `width`.
  func columnSums(width: Int) -> [Element] {
    var sums = [Element](repeating: 0, count: width)
    guard width > 0 else { return sums }
    precondition(count % width == 0, "the rows are not complete")
    unsafe withUnsafeBufferPointer { source in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        // Each row has `width` elements, as many as there are sums.
        for start in stride(from: 0, to: source.count, by: width) {
          for column in 0..<width { unsafe sums[column] += source[start + column] }
        }
      }
    }
    return sums
  }
}
