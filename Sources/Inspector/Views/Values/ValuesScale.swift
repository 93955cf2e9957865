private import Glibc
internal import Tensors

/// The common unit in which a matrix is written, and the value at the end of its colours.
struct ValuesScale: Hashable {
  /// The power of ten that is one unit.
  let exponent: Int
  /// The value whose heat is full: the larger of the magnitudes of the 1 % and 99 % quantiles.
  let reference: Double
  /// What the reference is: `p99`, the largest magnitude, or the largest on the screen.
  let source: String
  /// Whether the values are whole numbers.
  private let isInteger: Bool

  /// Chooses a unit in which the reference has three digits; whole numbers stay whole.
  ///
  /// - Parameters:
  ///   - statistics: Those of all values, if they are known already.
  ///   - window: The values on the screen.
  ///   - isInteger: Whether the values are whole numbers.
  init(_ statistics: TensorStatistics?, window: [Double], isInteger: Bool) {
    let quantiles = statistics?.quantiles
    let outer = max(abs(quantiles?[0.01] ?? 0), abs(quantiles?[0.99] ?? 0))
    let extremes = [statistics?.summary.minimum, statistics?.summary.maximum].compactMap { $0 }
    let extreme = (statistics == nil ? window : extremes).lazy.filter(\.isFinite).map(abs).max()
    source = outer > 0 ? "p99" : statistics == nil ? "here" : "max"
    reference = outer > 0 ? outer : (extreme ?? 0) > 0 ? extreme ?? 1 : 1
    self.isInteger = isInteger
    let exponent = Int(log10(reference).rounded(.down)) - 2
    self.exponent = max(isInteger ? 0 : -300, exponent)
  }

  /// The unit: `0.001`, `1e-7`.
  var unitText: String {
    (-4...5).contains(exponent)
      ? NumberText.shortest(pow(10, Double(exponent))) : "1e\(exponent)"
  }

  /// A value in units, in at most five characters.
  func text(_ value: Double) -> String {
    guard value.isFinite else { return NumberText.value(value) }
    let units =
      exponent < 0 ? value * pow(10, Double(-exponent)) : value / pow(10, Double(exponent))
    guard abs(units) < 9999.5 else { return powerText(units) }
    return "\(Int(units.rounded()))"
  }

  /// A mean or deviation in units: of small whole numbers with what is behind the point.
  func marginText(_ value: Double) -> String {
    guard isInteger, exponent == 0, abs(value) < 99.95 else { return text(value) }
    let places = abs(value) < 9.995 ? 100.0 : 10
    return NumberText.shortest((value * places).rounded() / places)
  }

  /// A value far beyond the others, by its order of magnitude: `-3e7`.
  private func powerText(_ units: Double) -> String {
    guard units.isFinite else { return units < 0 ? "-1e+" : "1e+" }
    let magnitude = abs(units)
    var power = Int(log10(magnitude).rounded(.down))
    var digit = Int((magnitude / pow(10, Double(power))).rounded())
    if digit == 10 { (digit, power) = (1, power + 1) }
    return "\(units < 0 ? "-" : "")\(digit)e\(power)"
  }

  /// How far a magnitude reaches to the reference, in ninths: the digits of a matrix without colours.
  func ninths(_ value: Double) -> String {
    guard value.isFinite else { return NumberText.value(abs(value)) }
    return "\(Int((min(1, abs(value) / reference) * 9).rounded()))"
  }
}
