internal import ModelEngine
internal import Tensors

/// A network as it is at one moment: its layers and, below each, its parameters.
public struct NetworkPicture: Hashable, Sendable {
  /// The name of the network.
  public var title: String
  /// The rows, from top to bottom.
  public var rows: [Row] = []

  /// A row of the picture.
  public enum Row: Hashable, Sendable {
    /// A layer: its place and what it prints.
    case layer(key: String, text: String)
    /// A parameter of the layer above.
    case parameter(ParameterPicture)

    /// Whether a layer begins here.
    var isLayer: Bool {
      if case .layer = self { true } else { false }
    }
  }

  /// Takes the picture.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - before: The values at the step before, by the names of parameters, which are replaced by the
  ///     present ones.
  init(_ network: Block, before: inout [String: Tensor]) {
    title = network.name
    var useCounts: [ObjectIdentifier: Int] = [:]
    for use in network.parametersByPath() {
      useCounts[ObjectIdentifier(use.parameter), default: 0] += 1
    }
    var ties: [ObjectIdentifier: Int] = [:]
    for child in network.children {
      let text = child.block.description.split(separator: "\n").first.map(String.init) ?? ""
      rows.append(.layer(key: child.key, text: text))
      for use in child.block.parametersByPath() {
        let identity = ObjectIdentifier(use.parameter)
        var picture = ParameterPicture(use.parameter, before: before[use.parameter.name])
        if useCounts[identity, default: 0] > 1 {
          picture.tie = ties[identity, default: ties.count]
          ties[identity] = picture.tie
        }
        rows.append(.parameter(picture))
      }
    }
    for parameter in network.parametersByPath().map(\.parameter) {
      before[parameter.name] = try? parameter.data()
    }
  }
}

/// A parameter as it is at one moment.
public struct ParameterPicture: Hashable, Sendable {
  /// The full name.
  public var name: String
  /// The dimensions, 0 where they are not known.
  public var dimensions: [Int]
  /// The values.
  public var values: Values
  /// The position of its group among those that are shared.
  public var tie: Int?
  /// Whether the step before it had other values.
  public var isChanged: Bool

  /// What there is to see of the values.
  public enum Values: Hashable, Sendable {
    /// They come with the first forward pass.
    case waiting
    /// Nobody has asked for them.
    case none
    /// One value everywhere.
    case constant(Double)
    /// Their standard deviation, and how many lie in each of nine bins, from 0 to 7.
    case spread(deviation: Double, levels: [Int])
  }

  /// The number of bins.
  static let binCount = 9

  init(_ parameter: Parameter, before: Tensor?) {
    name = parameter.name
    dimensions = parameter.shape.dimensions
    isChanged = false
    guard let data = try? parameter.data() else {
      if case .deferred = parameter.state { values = .waiting } else { values = .none }
      return
    }
    isChanged = before.map { $0 != data } ?? false
    values = Self.values(of: data)
  }

  private static func values(of data: Tensor) -> Values {
    let options = ScanOptions(quantiles: false)
    guard let found = try? data.statistics(options).components.first,
      let deviation = found.summary.standardDeviation, let low = found.summary.minimum
    else { return .none }
    let bins = found.distribution?.regrouped(into: binCount)?.counts ?? []
    guard deviation > 0, let most = bins.max(), most > 0 else { return .constant(low) }
    return .spread(deviation: deviation, levels: bins.map { ($0 * 7 + most - 1) / most })
  }
}
