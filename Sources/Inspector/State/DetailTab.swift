/// The details of a parameter, in the order of their keys.
public enum DetailTab: Int, Hashable, Sendable, CaseIterable {
  case histogram = 1
  case values, gradient, sharing, history, info

  /// The word on its tab.
  var title: String {
    switch self {
    case .histogram: "Histogram"
    case .values: "Values"
    case .gradient: "Gradient"
    case .sharing: "Sharing"
    case .history: "History"
    case .info: "Info"
    }
  }
}
