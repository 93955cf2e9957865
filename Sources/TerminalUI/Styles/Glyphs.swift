/// Every sign of the screen, in Unicode and in ASCII.
///
/// Each is one cell wide, unless its comment says otherwise.
public struct Glyphs: Hashable, Sendable {
  /// A thin horizontal rule.
  public let rule: String
  /// The horizontal rule over the focused pane.
  public let focusedRule: String
  /// A vertical rule.
  public let verticalRule: String

  /// Where a horizontal rule meets a vertical one that goes down.
  public let joinDown: String
  /// Where a vertical rule meets a horizontal one that goes right.
  public let joinRight: String
  /// Where a vertical rule meets a horizontal one that goes left.
  public let joinLeft: String
  /// Where a horizontal rule meets a vertical one that goes up: a tick under a plot.
  public let joinUp: String
  /// Where two rules cross.
  public let cross: String
  /// The lower left corner of a plot.
  public let axisCorner: String
  /// A tick left of a plot.
  public let axisTick: String

  /// The top left corner of a dialog.
  public let cornerTopLeft: String
  /// The top right corner of a dialog.
  public let cornerTopRight: String
  /// The bottom left corner of a dialog.
  public let cornerBottomLeft: String
  /// The bottom right corner of a dialog.
  public let cornerBottomRight: String

  /// A fold whose children are shown.
  public let foldOpen: String
  /// A fold whose children are hidden.
  public let foldShut: String
  /// The row under the cursor.
  public let cursor: String
  /// Another user of the selected shared parameter.
  public let otherUser: String

  /// The first user on the rail.
  public let railFirst: String
  /// A user between the first and the last.
  public let railMiddle: String
  /// The rail passing a row that is no user.
  public let railPass: String
  /// The last user on the rail.
  public let railLast: String

  /// Nine levels of a bar: empty, then one to eight eighths of a cell.
  public let barLevels: [String]
  /// Seven levels of a one-row sparkline.
  public let sparklineLevels: [String]
  /// A whole cell of a bar.
  public let fullBlock: String
  /// A bar of the values before, where there are no colours.
  public let beforeBar: String
  /// A bar that is taller than the plot; its count follows.
  public let clippedBar: String
  /// Five levels of a magnitude map, zero first.
  public let mapLevels: [String]
  /// A bar inside a table.
  public let inlineBar: String

  /// Theory at the bottom of a cell.
  public let theoryLow: String
  /// Theory in the middle of a cell.
  public let theoryMiddle: String
  /// Theory at the top of a cell.
  public let theoryHigh: String

  /// The first percentile of a box plot.
  public let boxStart: String
  /// The line from an end of a box plot to its box.
  public let boxWhisker: String
  /// The box between the quartiles.
  public let boxBody: String
  /// The median.
  public let boxMedian: String
  /// The last percentile of a box plot.
  public let boxEnd: String

  /// The part of a job that is done.
  public let progressDone: String
  /// The part of a job that is left.
  public let progressLeft: String
  /// A value that a job has not reached.
  public let waiting: String

  /// A choice that is taken, three cells wide.
  public let radioOn: String
  /// A choice that is not taken, three cells wide.
  public let radioOff: String

  /// The track of a scrollbar.
  public let scrollTrack: String
  /// The part of a scrollbar that is in view.
  public let scrollThumb: String
  /// The upper end of a scrollbar.
  public let scrollUp: String
  /// The lower end of a scrollbar.
  public let scrollDown: String
  /// More to the left.
  public let cutLeft = "<"
  /// More to the right.
  public let cutRight = ">"

  /// The place where letters of a name are left out.
  public let ellipsis: String
  /// Between the dimensions of a shape.
  public let times: String
  /// Between inputs and outputs.
  public let arrow: String
  /// The sign of a square root, one cell in Unicode and four in ASCII.
  public let root: String
  /// Plus or minus, one cell in Unicode and two in ASCII.
  public let plusMinus: String

  /// A parameter with changes that are not saved.
  public let modified: String
  /// Something to look at.
  public let look: String
  /// Something that cannot be read or done.
  public let error: String
  /// Something done, one cell in Unicode and two in ASCII.
  public let done: String
  /// A shape or value that is not known yet.
  public let deferred: String
  /// Equal values that are not shared.
  public let equal: String
}

extension Glyphs {
  /// The sign of a one-row sparkline for a share of its greatest value; what is not finite is low.
  public func sparkline(_ share: Double) -> String {
    guard share.isFinite else { return sparklineLevels[0] }
    let level = Int(min(max(share, 0), 1) * Double(sparklineLevels.count))
    return sparklineLevels[min(level, sparklineLevels.count - 1)]
  }
}
