public import Tensors

/// The kernel of bilinear interpolation, for layers that enlarge images.
///
/// With `f = ceil(width / 2)` and `c = (2f - 1 - f mod 2) / (2f)` an element in row y and column x is
/// `(1 - |x / f - c|) (1 - |y / f - c|)`. Source: MXNet `python/mxnet/initializer.py`.
public struct Bilinear: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "bilinear"

  /// Creates the rule.
  public init() {}

  /// Computes the kernel, the same for every pair of channels of a shape `[n, c, height, width]`.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    guard target.shape.rank >= 4 else { throw .rankNot4 }
    let height = target.shape[2]
    let width = target.shape[3]
    let factor = (Double(width) / 2).rounded(.up)
    let center =
      (2 * factor - 1 - factor.truncatingRemainder(dividingBy: 2)) / (2 * factor)
    for index in values.indices {
      let x = Double(index % width)
      let y = Double(index / width % height)
      values[index] = Float((1 - abs(x / factor - center)) * (1 - abs(y / factor - center)))
    }
  }
}

/// Zeros, except the forget gate's part of an LSTM's bias.
///
/// Source: R. Jozefowicz et al., ICML 2015; MXNet `python/mxnet/initializer.py`.
public struct LSTMBias: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "lstmbias"
  /// The value of the forget gate's part.
  public let forgetBias: Scalar

  /// Creates the rule.
  public init(forgetBias: Scalar = 1.0) { self.forgetBias = forgetBias }

  /// The value of the forget gate's part, under Gluon's name.
  public var arguments: [InitializerArgument] {
    [.init(name: "forget_bias", value: .number(forgetBias))]
  }

  /// Fills the second quarter of the rows.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    values = Array(repeating: 0, count: values.count)
    guard target.shape.rank > 0, target.shape[0] > 0 else { return }
    let rowLength = values.count / target.shape[0]
    let quarter = target.shape[0] / 4
    for index in (quarter * rowLength)..<(2 * quarter * rowLength) {
      values[index] = Float(forgetBias.value)
    }
  }
}
