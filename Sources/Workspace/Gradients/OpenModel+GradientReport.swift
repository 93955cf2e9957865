internal import ModelEngine
internal import Tensors
internal import Words

extension OpenModel {
  /// The gradient of a parameter with what each use contributed, as small maps and histograms.
  ///
  /// - Parameters:
  ///   - parameter: The position of the parameter.
  ///   - cellCount: The largest number of cells along each side of a map.
  /// - Returns: The report.
  /// - Throws: Gluon's message if there is no gradient, or `CancellationError`.
  public func gradientReport(
    of parameter: Int, cellCount: Int = 8
  ) async throws -> GradientReport {
    guard case .memory(let sum) = try gradient(of: parameter),
      let snapshot = snapshot(of: parameter)
    else { throw WorkspaceError.noElements("there is no gradient") }
    let uses = snapshot.gradientUses.map { use in
      NamedGradient(path: use.place.path, layer: use.place.layer, tensor: use.gradient)
    }
    let all = uses + [NamedGradient(path: "", layer: "", tensor: sum)]
    return try await GradientSurvey(gradients: all, cellCount: cellCount).report()
  }
}

/// A gradient and whose it is.
private struct NamedGradient: Sendable {
  let path: String
  let layer: String
  let tensor: Tensor
}

/// Works out a report; the last gradient is the sum of the others.
private struct GradientSurvey: Sendable {
  let gradients: [NamedGradient]
  let cellCount: Int

  @concurrent
  func report() async throws -> GradientReport {
    let values = gradients.map(\.tensor.doubles)
    let axis = try commonAxis()
    let sum = values[values.count - 1]
    var parts: [GradientReport.Part] = []
    for (gradient, values) in zip(gradients, values) {
      try Task.checkCancellation()
      let scanned = try gradient.tensor.statistics(ScanOptions(quantiles: false, axis: axis))
      guard let statistics = scanned.components.first else { continue }
      let cells = cells(values, TensorPlane(gradient.tensor.shape))
      parts.append(
        GradientReport.Part(
          path: gradient.path, layer: gradient.layer, cells: cells.values,
          columnCount: cells.columnCount, statistics: statistics,
          share: GradientReport.share(of: values, in: sum)))
    }
    guard let last = parts.popLast() else {
      throw WorkspaceError.noElements("there is no gradient")
    }
    let cosine = values.count == 3 ? cosine(values[0], values[1]) : nil
    return GradientReport(uses: parts, sum: last, cosine: cosine)
  }

  /// An axis about zero that suits every part.
  private func commonAxis() throws -> DisplayAxis? {
    let axes = try gradients.compactMap {
      try $0.tensor.statistics(ScanOptions()).components.first?.distribution?.axis
    }
    guard let reach = axes.map({ max(abs($0.low), abs($0.high)) }).max(), reach > 0 else {
      return nil
    }
    return DisplayAxis(low: -reach, high: reach)
  }

  private func cosine(_ left: [Double], _ right: [Double]) -> Double? {
    let norms = (left.dot(left) * right.dot(right)).squareRoot()
    return norms > 0 ? left.dot(right) / norms : nil
  }

  /// The means of blocks of a plane, at most `cellCount` along each side.
  private func cells(
    _ values: [Double], _ plane: TensorPlane
  ) -> (values: [Double], columnCount: Int) {
    guard !plane.isEmpty else { return ([], 0) }
    let rowCount = min(plane.rowCount, cellCount)
    let columnCount = min(plane.columnCount, cellCount)
    var sums = [Double](repeating: 0, count: rowCount * columnCount)
    var counts = [Int](repeating: 0, count: sums.count)
    for row in 0..<plane.rowCount {
      let blockRow = PlaneSurvey.block(of: row, count: plane.rowCount, blockCount: rowCount)
      for column in 0..<plane.columnCount {
        let block =
          blockRow * columnCount
          + PlaneSurvey.block(of: column, count: plane.columnCount, blockCount: columnCount)
        sums[block] +=
          values[plane.firstElement + row * plane.rowStride + column * plane.columnStride]
        counts[block] += 1
      }
    }
    return (zip(sums, counts).map { $0 / Double(max(1, $1)) }, columnCount)
  }
}
