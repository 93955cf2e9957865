import Checkpoints
import Tensors
import Workspace

/// What `tree` and `stats` say of a model, as JSON.
struct ModelReport {
  let outline: Outline
  /// The positions of the parameters to list.
  let listed: [Int]
  /// What was found out about the elements of each; nil if only the tree was asked for.
  let findings: [Int: Result<ScannedTensor, Failure>]?

  /// The object of PRODUCT's schema, version 1.
  var json: JSON {
    let total = outline.uniqueTotal
    let sizes = JSON.object([
      ("count", .integer(total.elementCount)), ("bytes", .integer(total.byteCount)),
    ])
    return .object([
      ("version", .integer(1)),
      ("model", .string(outline.locator)),
      ("format", .string(outline.format)),
      ("network", .bool(outline.isNetwork)),
      ("parameters", .array(listed.map(parameter))),
      (
        "totals",
        .object([
          ("parameters", .integer(outline.parameters.count)),
          ("layers", .integer(outline.layerCount)),
          ("stored", sizes),
          ("unique", sizes),
        ])
      ),
      ("metadata", .object(outline.metadata.map { ($0.key, .string($0.value)) })),
    ])
  }

  private func parameter(_ index: Int) -> JSON {
    let statistics =
      findings.map { Self.statistics(of: try? $0[index]?.get()) } ?? []
    return .object(description(of: index) + statistics)
  }

  /// What is known of a parameter without its elements.
  func description(of index: Int) -> [(key: String, value: JSON)] {
    let info = outline.parameters[index]
    let paths = info.uses.map { JSON.string(outline.uses[$0].path) }
    return [
      ("name", .string(info.name)),
      ("path", .array(Array(paths.prefix(1)))),
      ("dtype", .string(info.elementType.name)),
      ("shape", .array(info.shape.dimensions.map(JSON.integer))),
      ("count", .integer(info.elementCount ?? 0)),
      ("bytes", .integer(info.byteCount)),
      ("state", .string(info.state.name)),
      ("sharedWith", .array(Array(paths.dropFirst()))),
      ("tie", .optional(info.tie.map(tieLetters))),
      ("error", .optional(error(index))),
    ]
  }

  private func error(_ index: Int) -> String? {
    guard case .failure(let failure) = findings?[index] else { return nil }
    return failure.message
  }

  /// Counts and numbers of some elements; zeros and nulls if there are none.
  static func statistics(of scanned: ScannedTensor?) -> [(key: String, value: JSON)] {
    switch scanned {
    case .none: counts(ElementCounts()) + numbers(nil)
    case .real(let statistics)?: counts(statistics.summary.counts) + numbers(statistics)
    case .complex(let all, let real, let imaginary)?:
      counts(all) + [
        ("re", .object(counts(real.summary.counts) + numbers(real))),
        ("im", .object(counts(imaginary.summary.counts) + numbers(imaginary))),
      ]
    }
  }

  private static func counts(_ counts: ElementCounts) -> [(key: String, value: JSON)] {
    [
      ("finite", .integer(counts.finite)), ("nan", .integer(counts.nan)),
      ("posInf", .integer(counts.positiveInfinity)), ("negInf", .integer(counts.negativeInfinity)),
      ("zeros", .integer(counts.zeros)),
    ]
  }

  private static func numbers(_ statistics: TensorStatistics?) -> [(key: String, value: JSON)] {
    let summary = statistics?.summary
    let quantiles = Quantiles.probabilities.map { probability in
      (key: "\(probability)", value: JSON.optional(statistics?.quantiles?[probability]))
    }
    var entries: [(key: String, value: JSON)] = [
      ("min", .optional(summary?.minimum)), ("max", .optional(summary?.maximum)),
      ("mean", .optional(summary?.mean)), ("std", .optional(summary?.standardDeviation)),
      ("l2", .optional(summary?.l2)), ("quantiles", .object(quantiles)),
    ]
    if let histogram = statistics?.histogram {
      entries.append(
        (
          "histogram",
          .object([
            ("low", .number(histogram.low)), ("high", .number(histogram.high)),
            ("counts", .array(histogram.counts.map(JSON.integer))),
          ])
        ))
    }
    return entries
  }
}

extension ParameterInfo.State {
  /// The name in JSON.
  fileprivate var name: String {
    switch self {
    case .ready: "ready"
    case .deferred: "deferred"
    case .uninitialized: "uninitialized"
    }
  }
}
