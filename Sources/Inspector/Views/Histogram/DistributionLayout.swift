internal import TerminalUI

/// Where the parts of the histogram's detail lie.
struct DistributionLayout: Hashable {
  /// The row of the legend.
  let legendRow: Int
  /// The bars with their axes.
  let chart: Rect
  /// The columns in front of the bars.
  let labelWidth: Int
  /// The columns of the bars.
  let plotColumns: Int
  /// The first row of the box plots, and how many there are.
  let boxRow: Int
  let boxRowCount: Int
  /// The row of the counts.
  let countsRow: Int
  /// The numbers beside the bars, all or the most important ones; nil where there is no room.
  let facts: Rect?
  let hasAllFacts: Bool

  init(in rect: Rect, hasBefore: Bool = false) {
    hasAllFacts = rect.columns >= 70
    let factsWidth = hasAllFacts ? 35 : rect.columns >= 46 ? 12 : 0
    let spacing = rect.rows >= 22 ? 1 : 0
    let (chartAndBelow, facts) = rect.inset(left: 0, top: spacing, right: 0, bottom: 0)
      .splitRight(factsWidth)
    legendRow = chartAndBelow.row
    let (_, below) = chartAndBelow.splitTop(2)
    boxRowCount = rect.rows < 12 ? 0 : hasBefore && rect.rows >= 20 ? 2 : 1
    let (chart, rest) = below.splitTop(max(4, below.rows - boxRowCount - 2 - 2 * spacing))
    self.chart = chart
    labelWidth = Self.labelWidth(chart)
    plotColumns = min(64, max(8, chart.columns - labelWidth - 1))
    boxRow = rest.row + spacing
    countsRow = boxRow + boxRowCount + spacing
    self.facts =
      factsWidth == 0 ? nil : facts.inset(left: hasAllFacts ? 1 : 0, top: 2, right: 0, bottom: 0)
  }

  /// The columns in front of the axis of counts.
  static func labelWidth(_ chart: Rect) -> Int { chart.columns >= 38 ? 5 : 4 }
}
