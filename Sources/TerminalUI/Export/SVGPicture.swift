/// Draws a frame as SVG.
struct SVGPicture {
  /// The width of a cell; with it, DejaVu Sans Mono at the font size advances exactly one cell.
  static let cellWidth = 11
  /// The height of a cell.
  static let cellHeight = 23
  private static let fontSize = "18.27"
  private static let baseline = 18
  private static let margin = 14

  /// The colours of a cell as they are seen: nothing is reversed any more.
  struct Look: Hashable {
    var foreground: RGB
    var background: RGB
    var attributes: Attributes
  }

  private let frame: CellBuffer
  private let theme: Theme
  private let palette: Palette

  init(frame: CellBuffer, theme: Theme) {
    self.frame = frame
    self.theme = theme
    palette = Palette(theme: theme, depth: .trueColor)
  }

  /// The whole document.
  var document: String {
    let rows = (0..<frame.size.rows).map(row).joined()
    return Self.document(size: frame.size, theme: theme, rows + cursor)
  }

  /// A document around elements that are placed from the top left cell on.
  static func document(size: Size, theme: Theme, _ elements: String) -> String {
    let width = size.columns * cellWidth + 2 * margin
    let height = size.rows * cellHeight + 2 * margin
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)">
      <rect width="\(width)" height="\(height)" fill="\(theme.canvas.hexadecimal)"/>
      <g transform="translate(\(margin) \(margin))" font-size="\(fontSize)" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, monospace">
      \(elements)</g>
      </svg>

      """
  }

  /// The elements of a row.
  func row(_ row: Int) -> String {
    var elements = ""
    appendRow(row, to: &elements)
    return elements
  }

  private func appendRow(_ row: Int, to document: inout String) {
    for run in runs(row: row, alike: { $0.look.background == $1.look.background })
    where run.first.look.background != theme.canvas {
      let (x, y) = origin(column: run.columns.lowerBound, row: row)
      document += """
        <rect x="\(x)" y="\(y)" width="\(run.columns.count * Self.cellWidth)" \
        height="\(Self.cellHeight)" fill="\(run.first.look.background.hexadecimal)"/>

        """
    }
    for run in runs(row: row, alike: Self.areDrawnTogether) {
      appendGlyphs(run, row: row, to: &document)
    }
  }

  /// A thin bar at the left of the cell, where a terminal's own cursor stands.
  var cursor: String {
    guard let cursor = frame.cursor, frame.size.bounds.contains(cursor) else { return "" }
    let (x, y) = origin(column: cursor.column, row: cursor.row)
    let color = look(of: .plain).foreground.hexadecimal
    return """
      <rect x="\(x)" y="\(y)" width="2" height="\(Self.cellHeight)" fill="\(color)"/>

      """
  }
}

// MARK: - Cells

extension SVGPicture {
  private struct Place {
    let cell: Cell
    let look: Look
  }

  private struct Run {
    var columns: Range<Int>
    let first: Place
    var text: String
  }

  private func look(of style: Style) -> Look {
    let resolved = palette.resolve(style)
    func color(_ color: ResolvedColor, default terminal: RGB) -> RGB {
      switch color {
      case .terminalDefault: terminal
      case .indexed(let index): XtermColors.color(index)
      case .rgb(let color): color
      }
    }
    let text = theme.shade(of: .text)?.color ?? RGB(0x808080)
    let foreground = color(resolved.foreground, default: text)
    let background = color(resolved.background, default: theme.canvas)
    let isReversed = resolved.attributes.contains(.reversed)
    return Look(
      foreground: isReversed ? background : foreground,
      background: isReversed ? foreground : background,
      attributes: resolved.attributes.subtracting(.reversed))
  }

  private func runs(row: Int, alike: (Place, Place) -> Bool) -> [Run] {
    var runs: [Run] = []
    var previous: Place?
    for column in 0..<frame.size.columns {
      let cell = frame[column, row]
      let place = Place(cell: cell, look: look(of: cell.style))
      if let previous, alike(previous, place) {
        runs[runs.count - 1].columns = runs[runs.count - 1].columns.lowerBound..<(column + 1)
        runs[runs.count - 1].text.append(cell.character)
      } else {
        let text = String(cell.character)
        runs.append(Run(columns: column..<(column + 1), first: place, text: text))
      }
      previous = place
    }
    return runs
  }

  /// Text goes together word by word, and equal shapes in a row become one.
  private static func areDrawnTogether(_ left: Place, _ right: Place) -> Bool {
    guard left.look == right.look, !right.cell.isContinuation else { return false }
    if SVGShape(right.cell.character) != nil { return left.cell.character == right.cell.character }
    return isWordPart(left.cell.character) && isWordPart(right.cell.character)
  }

  /// Other characters may come from another font, with another advance.
  private static func isWordPart(_ character: Character) -> Bool {
    character.isASCII && character != " "
  }

  private func origin(column: Int, row: Int) -> (x: Int, y: Int) {
    (column * Self.cellWidth, row * Self.cellHeight)
  }

  private func appendGlyphs(_ run: Run, row: Int, to document: inout String) {
    guard run.first.cell.character != " " else { return }
    let (x, y) = origin(column: run.columns.lowerBound, row: row)
    let look = run.first.look
    let dimming = look.attributes.contains(.dim) ? " opacity=\"0.6\"" : ""
    let color = look.foreground.hexadecimal
    if let shape = SVGShape(run.first.cell.character) {
      document += shape.element(x: x, y: y, count: run.columns.count, color: color, dimming)
      return
    }
    let weight = look.attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
    let length = run.text.count > 1 ? " textLength=\"\(run.text.count * Self.cellWidth)\"" : ""
    document += """
      <text x="\(x)" y="\(y + Self.baseline)"\(length) fill="\(color)"\(weight)\(dimming)>\
      \(Self.escaped(run.text))</text>

      """
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
