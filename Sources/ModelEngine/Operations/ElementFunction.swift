/// A function of one number, with its derivative.
///
/// Source: MXNet `src/operator/mshadow_op.h`.
enum ElementFunction: Hashable, Sendable {
  case relu, sigmoid, tanh, softrelu, softsign
  /// `x`, or `slope · x` where x is negative.
  case leaky(slope: Double)
  /// `x`, or `alpha · (e^x - 1)` where x is negative.
  case elu(alpha: Double)
  /// Klambauer et al., "Self-Normalizing Neural Networks", 2017.
  case selu
  /// Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016, by the error function.
  case gelu
  /// `x · sigmoid(beta · x)`: Ramachandran et al., "Searching for Activation Functions", 2017.
  case swish(beta: Double)
  case absolute, exponential, logarithm, square, negation

  private static let seluScale = 1.0507009873554804934193349852946
  private static let seluAlpha = 1.6732632423543772848170429916717

  /// The value for an argument.
  @inline(__always)
  func value<Element: RealElement>(_ x: Element) -> Element {
    switch self {
    case .relu: x < 0 ? 0 : x
    case .sigmoid: 1 / (1 + Element.exp(-x))
    case .tanh: Element.tanh(x)
    case .softrelu: (x < 0 ? 0 : x) + Element.log1p(Element.exp(-abs(x)))
    case .softsign: x / (1 + abs(x))
    case .leaky(let slope): x < 0 ? Element(slope) * x : x
    case .elu(let alpha): x < 0 ? Element(alpha) * Element.expm1(x) : x
    case .selu:
      Element(Self.seluScale) * (x < 0 ? Element(Self.seluAlpha) * Element.expm1(x) : x)
    case .gelu: x * Self.normal(x)
    case .swish(let beta): x / (1 + Element.exp(-Element(beta) * x))
    case .absolute: abs(x)
    case .exponential: Element.exp(x)
    case .logarithm: Element.log(x)
    case .square: x * x
    case .negation: -x
    }
  }

  /// The derivative for an argument whose value is `y`.
  @inline(__always)
  func derivative<Element: RealElement>(_ x: Element, _ y: Element) -> Element {
    switch self {
    case .relu: x > 0 ? 1 : x.isNaN ? x : 0
    case .sigmoid: y * (1 - y)
    case .tanh: 1 - y * y
    case .softrelu: 1 / (1 + Element.exp(-x))
    case .softsign: 1 / ((1 + abs(x)) * (1 + abs(x)))
    case .leaky(let slope): x > 0 ? 1 : Element(slope)
    case .elu(let alpha): x > 0 ? 1 : y + Element(alpha)
    case .selu:
      x > 0 ? Element(Self.seluScale) : y + Element(Self.seluScale * Self.seluAlpha)
    case .gelu:
      Self.normal(x) + x * Element.exp(-x * x / 2) * Element(0.398942280401432677939946059934)
    case .swish(let beta): Self.swishDerivative(x, y, Element(beta))
    case .absolute: x > 0 ? 1 : x < 0 ? -1 : 0
    case .exponential: y
    case .logarithm: 1 / x
    case .square: 2 * x
    case .negation: -1
    }
  }

  /// The probability that a standard normal number is below `x`.
  @inline(__always)
  private static func normal<Element: RealElement>(_ x: Element) -> Element {
    (1 + Element.erf(x * Element(0.707106781186547524400844362105))) / 2
  }

  @inline(__always)
  private static func swishDerivative<Element: RealElement>(
    _ x: Element, _ y: Element, _ beta: Element
  ) -> Element {
    let sigmoid = 1 / (1 + Element.exp(-beta * x))
    return sigmoid + beta * y * (1 - sigmoid)
  }
}
