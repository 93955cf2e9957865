internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// What the histogram needs to know: its counts, where it is zoomed.
  func histogramRequests(_ parameter: Int) -> [DetailRequest] {
    guard area(of: .histogram) != nil, let zoom = detail.histogram.zoom else { return [] }
    return [.recount(parameter: parameter, zoom, detail.part)]
  }

  /// Moves the cursor among the bins, or on to the next parameter.
  mutating func moveInHistogram(_ command: Command) {
    let last = max(0, (histogramBins?.now.count ?? 1) - 1)
    let bin = detail.histogram.cursor.map { min($0, last) }
    switch command {
    case .left: detail.histogram.cursor = max(0, (bin ?? (last / 2 + 1)) - 1)
    case .right: detail.histogram.cursor = min(last, (bin ?? (last / 2 - 1)) + 1)
    case .first: detail.histogram.cursor = 0
    case .last: detail.histogram.cursor = last
    default: moveToNeighbor(command)
    }
  }

  /// Does what a key of the histogram asks for.
  mutating func perform(_ command: HistogramCommand) {
    guard let axis = histogramAxis else { return }
    let center = cursorValue ?? (axis.low / 2 + axis.high / 2)
    switch command {
    case .zoomIn: zoom(to: axis.scaled(by: 0.5, around: center))
    case .zoomOut: zoom(to: axis.scaled(by: 2, around: axis.low / 2 + axis.high / 2))
    case .panLeft: zoom(to: axis.shifted(by: -0.25))
    case .panRight: zoom(to: axis.shifted(by: 0.25))
    case .quantileRange: zoomToQuantiles()
    case .reset: (detail.histogram.zoom, detail.histogram.cursor) = (nil, nil)
    }
  }

  private mutating func zoom(to axis: DisplayAxis?) {
    guard let axis else {
      status = .text("numbers are not finer than this")
      return
    }
    (detail.histogram.zoom, detail.histogram.cursor) = (axis, nil)
  }

  private mutating func zoomToQuantiles() {
    let quantiles = selectedParameter.flatMap {
      shown(figures[$0]?.statistics)?.quantiles
    }
    guard let low = quantiles?[0.01], let high = quantiles?[0.99], low < high else {
      status = .text("the 1 % and 99 % quantiles are equal")
      return
    }
    zoom(to: DisplayAxis(low: low, high: high))
  }

  /// The axis on the screen.
  private var histogramAxis: DisplayAxis? {
    detail.histogram.zoom
      ?? selectedParameter.flatMap { shown(figures[$0]?.statistics)?.distribution?.axis }
  }

  /// The middle of the bin under the cursor.
  private var cursorValue: Double? {
    guard let bins = histogramBins, let cursor = detail.histogram.cursor else { return nil }
    let edges = bins.edges(ofBin: min(cursor, bins.now.count - 1))
    return edges.lowerBound / 2 + edges.upperBound / 2
  }

  /// The bars on the screen, if the histogram is there.
  private var histogramBins: HistogramBars? {
    guard let parameter = selectedParameter, let rect = area(of: .histogram) else { return nil }
    return histogramBars(of: parameter, plotColumns: DistributionLayout(in: rect).plotColumns)
  }
}

extension DisplayAxis {
  /// The axis longer or shorter by a factor, about a value; nil where numbers end.
  func scaled(by factor: Double, around center: Double) -> DisplayAxis? {
    let half = (high / 2 - low / 2) * factor
    return Self.checked(center - half, center + half)
  }

  /// The axis moved by a part of its length; nil where numbers end.
  func shifted(by part: Double) -> DisplayAxis? {
    let distance = (high / 2 - low / 2) * 2 * part
    return Self.checked(low + distance, high + distance)
  }

  /// An axis with room for many bins between its ends, or nil.
  private static func checked(_ low: Double, _ high: Double) -> DisplayAxis? {
    guard low.isFinite, high.isFinite, low < high,
      high - low > max(abs(low), abs(high)).ulp * Double(4 * DisplayAxis.binCount)
    else { return nil }
    return DisplayAxis(low: low, high: high)
  }
}
