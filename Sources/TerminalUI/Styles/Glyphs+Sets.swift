extension Glyphs {
  /// The signs for terminals with UTF-8.
  public static let unicode = Glyphs(
    rule: "─", focusedRule: "━", verticalRule: "│",
    joinDown: "┬", joinRight: "├", joinLeft: "┤", joinUp: "┴", cross: "┼",
    axisCorner: "└", axisTick: "┤",
    cornerTopLeft: "╭", cornerTopRight: "╮", cornerBottomLeft: "╰", cornerBottomRight: "╯",
    foldOpen: "▾", foldShut: "▸", cursor: "▸", otherUser: "▪",
    railFirst: "╭", railMiddle: "├", railPass: "│", railLast: "╰",
    barLevels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    sparklineLevels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇"],
    fullBlock: "█", beforeBar: "░", clippedBar: "▴", mapLevels: [" ", "░", "▒", "▓", "█"],
    inlineBar: "━", theoryLow: "▁", theoryMiddle: "─", theoryHigh: "▔",
    boxStart: "├", boxWhisker: "─", boxBody: "━", boxMedian: "┼", boxEnd: "┤",
    progressDone: "━", progressLeft: "─", waiting: "·", radioOn: "(•)", radioOff: "( )",
    scrollTrack: "│", scrollThumb: "█", scrollUp: "▴", scrollDown: "▾",
    ellipsis: "…", times: "×", arrow: "→", root: "√", plusMinus: "±",
    modified: "*", look: "!", error: "×", done: "✓", deferred: "?", equal: "~")

  /// The signs for every other terminal, and for those that draw ambiguous characters wide.
  public static let ascii = Glyphs(
    rule: "-", focusedRule: "=", verticalRule: "|",
    joinDown: "+", joinRight: "+", joinLeft: "|", joinUp: "+", cross: "+",
    axisCorner: "+", axisTick: "|",
    cornerTopLeft: "+", cornerTopRight: "+", cornerBottomLeft: "+", cornerBottomRight: "+",
    foldOpen: "v", foldShut: ">", cursor: ">", otherUser: "+",
    railFirst: ",", railMiddle: "+", railPass: "|", railLast: "`",
    barLevels: [" ", ".", ".", ".", ".", "#", "#", "#", "#"],
    sparklineLevels: [".", ":", "-", "=", "+", "*", "%"],
    fullBlock: "#", beforeBar: ":", clippedBar: "^", mapLevels: [" ", ".", ":", "*", "#"],
    inlineBar: "=", theoryLow: "_", theoryMiddle: "-", theoryHigh: "'",
    boxStart: "+", boxWhisker: "-", boxBody: "=", boxMedian: "+", boxEnd: "|",
    progressDone: "=", progressLeft: "-", waiting: ".", radioOn: "(*)", radioOff: "( )",
    scrollTrack: "|", scrollThumb: "#", scrollUp: "^", scrollDown: "v",
    ellipsis: "~", times: "x", arrow: ">", root: "sqrt", plusMinus: "+-",
    modified: "*", look: "!", error: "x", done: "ok", deferred: "?", equal: "~")
}
