internal import Tensors

/// Nested lists of numbers while they are read: all lists of one depth must be equally long.
struct ListNesting {
  private var counts: [Int] = []
  private var lengths: [Int] = []
  private var elements: [Scalar] = []

  /// How many lists are open.
  var depth: Int { counts.count }

  mutating func open(at offset: Int) throws(InitializerSyntaxError) {
    guard depth < ScalarArray.maximumDepth else {
      throw InitializerSyntaxError(
        offset: offset, problem: .tooDeep(limit: ScalarArray.maximumDepth))
    }
    // A list where others have numbers.
    if depth == lengths.count, !elements.isEmpty { throw ragged(offset) }
    if depth > 0 { counts[depth - 1] += 1 }
    counts.append(0)
    if lengths.count < depth { lengths.append(-1) }
  }

  mutating func append(_ number: Scalar, at offset: Int) throws(InitializerSyntaxError) {
    guard depth == lengths.count else { throw ragged(offset) }
    counts[depth - 1] += 1
    elements.append(number)
  }

  mutating func close(at offset: Int) throws(InitializerSyntaxError) {
    let count = counts.removeLast()
    guard lengths[depth] == -1 || lengths[depth] == count else { throw ragged(offset) }
    lengths[depth] = count
  }

  func array(at offset: Int) throws(InitializerSyntaxError) -> ScalarArray {
    let shape = Shape(lengths)
    guard shape.checkedElementCount == elements.count else { throw ragged(offset) }
    return ScalarArray(elements, shape: shape)
  }

  private func ragged(_ offset: Int) -> InitializerSyntaxError {
    InitializerSyntaxError(offset: offset, problem: .raggedList)
  }
}
