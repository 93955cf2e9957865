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
    let info = outline.parameters[index]
    let paths = info.uses.map { JSON.string(outline.uses[$0].path) }
    var entries: [(key: String, value: JSON)] = [
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
    if findings != nil { entries += statistics(index) }
    return .object(entries)
  }

  private func error(_ index: Int) -> String? {
    guard case .failure(let failure) = findings?[index] else { return nil }
    return failure.message
  }

  private func statistics(_ index: Int) -> [(key: String, value: JSON)] {
    guard case .success(let scanned) = findings?[index] else {
      return Self.counts(ElementCounts()) + Self.numbers(nil)
    }
    switch scanned {
    case .real(let statistics): return Self.counts(scanned.counts) + Self.numbers(statistics)
    case .complex(let counts, let real, let imaginary):
      return Self.counts(counts) + [
        ("re", .object(Self.counts(real.summary.counts) + Self.numbers(real))),
        ("im", .object(Self.counts(imaginary.summary.counts) + Self.numbers(imaginary))),
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
