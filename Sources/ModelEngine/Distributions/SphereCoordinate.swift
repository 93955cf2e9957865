private import Glibc

/// One coordinate of a random point on the unit sphere: its square has a beta distribution with
/// parameters 1/2 and (dimension - 1) / 2.
enum SphereCoordinate {
  static func cumulativeProbability(_ x: Double, dimension: Int) -> Double {
    if x < -1 { return 0 }
    if x >= 1 { return 1 }
    guard dimension > 1 else { return 0.5 }
    let half = incompleteBeta(x * x, 0.5, Double(dimension - 1) / 2) / 2
    return x < 0 ? 0.5 - half : 0.5 + half
  }

  /// Halves the range until nothing is left between two numbers.
  static func quantile(_ probability: Double, dimension: Int) -> Double {
    if probability <= 0 { return -1 }
    if probability >= 1 { return 1 }
    if dimension <= 1 { return probability <= 0.5 ? -1 : 1 }
    var (low, high) = (-1.0, 1.0)
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { return middle }
      if cumulativeProbability(middle, dimension: dimension) < probability {
        low = middle
      } else {
        high = middle
      }
      if high - low < 1e-14 { return (low + high) / 2 }
    }
  }

  /// The regularized incomplete beta function.
  ///
  /// Source: W. Press et al., "Numerical Recipes", 3rd edition (2007), section 6.4.
  private static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let logarithm =
      lgamma(a + b).0 - lgamma(a).0 - lgamma(b).0 + a * log(x) + b * log1p(-x)
    let front = exp(logarithm)
    return x < (a + 1) / (a + b + 2)
      ? front * continuedFraction(x, a, b) / a
      : 1 - front * continuedFraction(1 - x, b, a) / b
  }

  /// The continued fraction of the function by Lentz's method.
  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1), tiny)
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d, tiny)
      c = nonzero(1 + even / c, tiny)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d, tiny)
      c = nonzero(1 + odd / c, tiny)
      result *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return result
  }

  private static func nonzero(_ value: Double, _ tiny: Double) -> Double {
    abs(value) < tiny ? tiny : value
  }
}
