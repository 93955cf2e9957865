/// Elements in C order as a matrix, or its transpose.
struct Matrix<Element: RealElement> {
  let elements: ArraySlice<Element>
  let rows: Int
  let columns: Int
  private(set) var isTransposed = false

  /// Creates a matrix over elements, or a part of them, without copying.
  ///
  /// - Precondition: There are `rows` times `columns` elements.
  init(_ elements: ArraySlice<Element>, _ rows: Int, _ columns: Int) {
    precondition(elements.count == rows * columns, "elements do not fill the matrix")
    self.elements = elements
    self.rows = rows
    self.columns = columns
  }

  init(_ elements: [Element], _ rows: Int, _ columns: Int) {
    self.init(elements[...], rows, columns)
  }

  /// The same elements with rows and columns exchanged.
  var transposed: Matrix {
    var matrix = self
    matrix.isTransposed.toggle()
    return matrix
  }

  private var height: Int { isTransposed ? columns : rows }
  private var width: Int { isTransposed ? rows : columns }

  /// The product of two matrices in C order, of which the left one is as wide as the right one is high.
  ///
  /// To each row is added `row`, if it is not empty.
  static func product(_ left: Matrix, _ right: Matrix, plusRow row: [Element] = []) -> [Element] {
    let (rows, columns) = (left.height, right.width)
    precondition(row.isEmpty || row.count == columns, "the row is not as wide as the product")
    return unsafe [Element](unsafeUninitializedCapacity: rows * columns) { buffer, count in
      // The buffer has room for the product, all of which is set: to the row, or by the product.
      for position in 0..<(row.isEmpty ? 0 : rows) {
        let start = position * columns
        _ = unsafe UnsafeMutableBufferPointer(rebasing: buffer[start..<(start + columns)])
          .initialize(fromContentsOf: row)
      }
      count = rows * columns
      unsafe multiply(left, right, plus: row.isEmpty ? 0 : 1, times: buffer)
    }
  }

  /// Adds the product of two matrices to the part of an array that starts at an offset, or replaces it.
  static func add(
    _ left: Matrix, _ right: Matrix, to target: inout [Element], at offset: Int = 0,
    isReplacing: Bool = false
  ) {
    let count = left.height * right.width
    precondition(offset >= 0 && offset + count <= target.count, "the product does not fit")
    unsafe target.withUnsafeMutableBufferPointer { buffer in
      // The part lies inside the array, as was just checked.
      let part = unsafe UnsafeMutableBufferPointer(rebasing: buffer[offset..<(offset + count)])
      unsafe multiply(left, right, plus: isReplacing ? 0 : 1, times: part)
    }
  }

  @unsafe private static func multiply(
    _ left: Matrix, _ right: Matrix, plus factor: Element,
    times target: UnsafeMutableBufferPointer<Element>
  ) {
    precondition(left.width == right.height, "the matrices do not fit")
    let sizes = MatrixSizes(
      rows: left.height, columns: right.width, depth: left.width,
      isLeftTransposed: left.isTransposed, isRightTransposed: right.isTransposed)
    guard let start = target.baseAddress, target.count > 0 else { return }
    unsafe left.elements.withUnsafeBufferPointer { leftElements in
      unsafe right.elements.withUnsafeBufferPointer { rightElements in
        // Both have as many elements as their sizes say; without any, nothing is to be added.
        guard sizes.depth > 0, let first = leftElements.baseAddress,
          let second = rightElements.baseAddress
        else {
          if factor == 0 { unsafe target.update(repeating: 0) }
          return
        }
        unsafe Element.multiply(sizes, first, second, plus: factor, times: start)
      }
    }
  }
}
