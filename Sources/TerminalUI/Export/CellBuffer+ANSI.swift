extension CellBuffer {
  /// The frame as lines with the escape sequences of a terminal of so many colours.
  ///
  /// Each line ends in its normal state, so that the text can be cut between lines. The same frame
  /// gives the same bytes.
  public func ansi(theme: Theme = .dark, depth: ColorDepth = .trueColor) -> String {
    let palette = Palette(theme: theme, depth: depth)
    return (0..<size.rows).map { row in
      var line = ""
      for run in styleRuns(row: row) {
        var text = ""
        for column in run.columns where !self[column, row].isContinuation {
          text.append(self[column, row].character)
        }
        let codes = palette.resolve(run.style).selectGraphicRendition
        line += codes.isEmpty ? text : "\u{1B}[\(codes)m\(text)\u{1B}[0m"
      }
      return line + "\n"
    }.joined()
  }
}

extension ResolvedStyle {
  /// The parameters of the sequence that selects this style; empty for the plain one.
  fileprivate var selectGraphicRendition: String {
    var codes: [String] = []
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.reversed) { codes.append("7") }
    return (codes + foreground.codes(base: 38) + background.codes(base: 48)).joined(separator: ";")
  }
}

extension ResolvedColor {
  fileprivate func codes(base: Int) -> [String] {
    switch self {
    case .terminalDefault: []
    case .indexed(let index): ["\(base)", "5", "\(index)"]
    case .rgb(let color):
      ["\(base)", "2", "\(color.red)", "\(color.green)", "\(color.blue)"]
    }
  }
}
