internal import Tensors
public import Workspace

/// The depth profile: layers down, roles across, in each cell a statistic.
public struct ProfileState: Hashable, Sendable {
  /// The stacks of layers in the model, the largest first.
  public internal(set) var stacks: [LayerStack]
  /// The stack that is shown.
  public internal(set) var stackIndex = 0
  /// The statistic that is shown.
  public internal(set) var statistic = ProfileStatistic.scaledDeviation
  /// The layer under the cursor.
  public internal(set) var layer = 0
  /// The role under the cursor.
  public internal(set) var role = 0
  /// The first layer in sight.
  var layerScroll = 0
  /// The first role in sight.
  var roleScroll = 0
  /// What is known of the cells.
  var columns: [ProfileColumn] = []
  /// Whether values are compared over the whole stack and not within their column.
  var comparesAll = false

  /// The stack that is shown.
  var stack: LayerStack { stacks[stackIndex] }
  /// The use under the cursor.
  var use: Int? { stack.uses[layer][role] }

  /// The outliers by layer, then role.
  var outliers: [(layer: Int, role: Int)] {
    stack.layers.indices.flatMap { layer in
      columns.indices.filter { columns[$0].isOutlier(layer) }.map { (layer, $0) }
    }
  }

  /// The number of cells with a value.
  var knownCount: Int { columns.reduce(0) { $0 + $1.values.count { $0 != nil } } }
}

/// What a cell of the depth profile shows.
public enum ProfileStatistic: Hashable, Sendable, CaseIterable {
  case scaledDeviation, deviation, mean, greatest, norm, zeros, nonfinite

  /// Its value for a parameter; nil where it has none.
  func value(_ scanned: ScannedTensor, _ info: ParameterInfo) -> Double? {
    guard let summary = scanned.components.first?.summary else { return nil }
    switch self {
    case .scaledDeviation:
      return summary.standardDeviation.map { $0 * Double(info.fanIn).squareRoot() }
    case .deviation: return summary.standardDeviation
    case .mean: return summary.mean
    case .greatest: return summary.greatestMagnitude
    case .norm: return summary.l2
    case .zeros: return Double(scanned.counts.zeros)
    case .nonfinite: return Double(scanned.counts.count - scanned.counts.finite)
    }
  }

  /// Whether the values are counts.
  var isCount: Bool { self == .zeros || self == .nonfinite }

  /// The statistic so many further.
  func advanced(by step: Int) -> ProfileStatistic {
    let all = Self.allCases
    let position = all.firstIndex(of: self) ?? 0
    return all[(position + step + all.count) % all.count]
  }
}

extension ParameterInfo {
  /// The number of inputs of one output: the dimensions after the first; 1 for a vector.
  var fanIn: Int {
    max(
      1,
      shape.dimensions.dropFirst().reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    )
  }
}

/// The values of one role over the layers, and how far each lies from the middle.
struct ProfileColumn: Hashable, Sendable {
  /// The values; nil while they are not known, or where a layer lacks the role.
  let values: [Double?]
  /// The median of the values.
  let median: Double?
  /// The spread that distances are measured in.
  let spread: Double

  /// From how many robust deviations on a value is an outlier.
  static let outlierDistance = 8.0
  /// Among fewer values none can be told from the others.
  private static let fewestValues = 5

  init(_ values: [Double?]) {
    self.values = values
    let known = values.compactMap { $0 }.filter(\.isFinite)
    median = Self.median(known)
    guard let median else {
      spread = 0
      return
    }
    let distances = known.map { abs($0 - median) }
    // 1.4826 and 1.2533 make both equal to the standard deviation of normal values
    // (Rousseeuw and Croux 1993); the second serves where more than half are equal.
    let robust = 1.4826 * (Self.median(distances) ?? 0)
    let plain = 1.2533 * distances.reduce(0, +) / Double(max(1, known.count))
    // A difference of half a percent is nothing to point at, however even the others are.
    spread = known.isEmpty ? 0 : max(robust > 0 ? robust : plain, 0.005 * abs(median))
  }

  /// How many robust deviations a value lies from the median; nil if it is not known.
  func distance(_ layer: Int) -> Double? {
    guard let value = values[layer], let median, value.isFinite else { return nil }
    return spread > 0 ? (value - median) / spread : 0
  }

  /// Whether a value lies far off the others.
  func isOutlier(_ layer: Int) -> Bool {
    guard let distance = distance(layer), values.count(where: { $0 != nil }) >= Self.fewestValues
    else { return false }
    return abs(distance) > Self.outlierDistance
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
  }
}
