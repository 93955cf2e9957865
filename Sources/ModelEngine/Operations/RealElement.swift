private import CLinearAlgebra
private import Glibc
internal import Tensors

/// The two types of elements that operations compute with.
protocol RealElement: BinaryFloatingPoint, BitwiseCopyable, Sendable {
  /// The elements of a tensor, without a copy where it holds this type.
  static func elements(of tensor: Tensor) -> [Self]
  /// A tensor of this type.
  static func tensor(_ elements: [Self], _ shape: Shape) -> Tensor

  static func exp(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func log1p(_ x: Self) -> Self
  static func expm1(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  static func erf(_ x: Self) -> Self

  /// Sets `target` to `left` times `right` plus `factor` times itself.
  ///
  /// The pointers lead to as many elements as sizes and strides say.
  @unsafe static func multiply(
    _ sizes: MatrixSizes, _ left: UnsafePointer<Self>, _ right: UnsafePointer<Self>,
    plus factor: Self, times target: UnsafeMutablePointer<Self>)
}

/// The sizes of a matrix product: `rows` times `columns` sums of `depth` products.
struct MatrixSizes {
  var rows: Int
  var columns: Int
  var depth: Int
  var isLeftTransposed = false
  var isRightTransposed = false

  /// Calls a function of the shim with these sizes.
  fileprivate func with(_ body: (la_sizes) -> Int32) {
    let status = body(
      la_sizes(
        rows: Int64(rows), columns: Int64(columns), depth: Int64(depth),
        transposes_left: isLeftTransposed, transposes_right: isRightTransposed, left_stride: 0,
        right_stride: 0, target_stride: 0))
    precondition(status == 0, "a matrix product of \(rows)x\(depth)x\(columns) found no memory")
  }
}

extension Float: RealElement {
  static func elements(of tensor: Tensor) -> [Float] { tensor.floats }
  static func tensor(_ elements: [Float], _ shape: Shape) -> Tensor {
    Tensor(elements, shape: shape)
  }

  static func exp(_ x: Float) -> Float { expf(x) }
  static func log(_ x: Float) -> Float { logf(x) }
  static func log1p(_ x: Float) -> Float { log1pf(x) }
  static func expm1(_ x: Float) -> Float { expm1f(x) }
  static func tanh(_ x: Float) -> Float { tanhf(x) }
  static func erf(_ x: Float) -> Float { erff(x) }

  @unsafe static func multiply(
    _ sizes: MatrixSizes, _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>,
    plus factor: Float, times target: UnsafeMutablePointer<Float>
  ) {
    sizes.with { unsafe la_multiply_floats($0, left, right, factor, target) }
  }
}

extension Double: RealElement {
  static func elements(of tensor: Tensor) -> [Double] { tensor.doubles }
  static func tensor(_ elements: [Double], _ shape: Shape) -> Tensor {
    Tensor(elements, shape: shape)
  }

  static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  static func log(_ x: Double) -> Double { Glibc.log(x) }
  static func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  static func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
  static func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
  static func erf(_ x: Double) -> Double { Glibc.erf(x) }

  @unsafe static func multiply(
    _ sizes: MatrixSizes, _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    plus factor: Double, times target: UnsafeMutablePointer<Double>
  ) {
    sizes.with { unsafe la_multiply_doubles($0, left, right, factor, target) }
  }
}
