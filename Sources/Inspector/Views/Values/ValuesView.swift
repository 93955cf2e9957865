internal import Tensors
internal import TerminalUI
internal import Workspace
internal import Words

/// What the matrix of values is drawn from.
struct ValuesPicture {
  let parameter: Int
  let info: ParameterInfo
  /// The statistics of all values; nil while they are not known.
  let statistics: TensorStatistics?
  let scale: ValuesScale
  let layout: ValuesLayout
  let plane: TensorPlane
  /// The values that are known, for these or for neighbouring rows and columns.
  let window: PlaneWindow?
  /// What is known of the whole plane.
  let survey: PlaneSurvey?
  /// Why there is nothing.
  let failure: Phrase?
}

extension Screen {
  /// Draws a matrix with the heat of its values, its margins, its map, and one value exactly.
  mutating func drawValues(of parameter: Int, in rect: Rect) {
    guard let picture = picture(of: parameter, in: rect) else {
      return drawNotice([say("no elements")], in: rect, ink: .dim)
    }
    drawSlice(picture, in: rect)
    drawHeader(picture)
    for row in 0..<picture.layout.rowCount { drawRow(row, picture) }
    if picture.layout.hasColumnMargins { drawColumnMargins(picture) }
    if let map = picture.layout.map { drawMap(picture, in: map) }
    drawExact(picture, in: rect)
  }

  private func picture(of parameter: Int, in rect: Rect) -> ValuesPicture? {
    let info = state.outline.parameters[parameter]
    let plane = state.detail.values.plane
    guard !plane.isEmpty, plane.shape == info.shape else { return nil }
    let statistics = state.shown(state.figures[parameter]?.statistics)
    var window: PlaneWindow?
    var survey: PlaneSurvey?
    if let answered = state.board[.window]?.answered,
      case .window(parameter, plane, _, _, _) = answered.request,
      case .window(let found) = answered.answer
    {
      window = found
    }
    if let answered = state.board[.survey]?.answered,
      case .survey(parameter, plane, _, _) = answered.request,
      case .survey(let found) = answered.answer
    {
      survey = found
    }
    return ValuesPicture(
      parameter: parameter, info: info, statistics: statistics,
      scale: ValuesScale(
        statistics, window: window?.values ?? [], isInteger: info.elementType.isInteger),
      layout: ValuesLayout(plane, in: rect), plane: plane, window: window, survey: survey,
      failure: state.board[.window]?.failure ?? state.board[.survey]?.failure)
  }

  // MARK: - Above the matrix

  private mutating func drawSlice(_ picture: ValuesPicture, in rect: Rect) {
    let row = picture.layout.sliceRow
    if let slice = state.detail.values.slice { return drawSliceField(slice, row: row, in: rect) }
    var column = write("[", rect.column + 1, row, Style(.dim))
    for axis in picture.plane.shape.dimensions.indices {
      if axis > 0 { column = write(", ", column, row, Style(.dim)) }
      column = write(text(ofAxis: axis, picture), column, row, style(ofAxis: axis, picture.plane))
    }
    column = write("]", column, row, Style(.dim))
    column = write(" of \(shapeText(picture.info))", column, row, Style(.dim))
    if picture.info.elementType.isComplex {
      let words: Phrase = picture.plane.part == .real ? ", real parts" : ", imaginary parts"
      column = write(words, column, row, Style(.theory))
    }
    let unit = "   " + say("unit \(picture.scale.unitText)")
    guard column + CharacterWidth.displayWidth(of: unit) < rect.maxColumn else { return }
    column = write(unit, column, row, Style(.dim)) + 3
    drawRamp(picture.scale, column: column, row: row, end: rect.maxColumn)
  }

  private func text(ofAxis axis: Int, _ picture: ValuesPicture) -> String {
    let values = state.detail.values
    func range(_ first: Int, _ count: Int) -> String { "\(first):\(first + count)" }
    if axis == picture.plane.rowAxis { return range(values.origin.row, picture.layout.rowCount) }
    if axis == picture.plane.columnAxis {
      return range(values.origin.column, picture.layout.columnCount)
    }
    return "\(picture.plane.index(alongFixed: axis))"
  }

  private func style(ofAxis axis: Int, _ plane: TensorPlane) -> Style {
    if axis == plane.rowAxis || axis == plane.columnAxis { return Style(.text, on: .unfocusedBack) }
    return axis == state.detail.values.axisToStep ? Style(.accent).bold : Style(.text).bold
  }

  private mutating func drawSliceField(
    _ slice: ValuesState.SliceField, row: Int, in rect: Rect
  ) {
    let column = write("slice ", rect.column + 1, row, Style(.dim))
    let room = max(1, rect.maxColumn - column - 1)
    frame.fill(
      Rect(column: column, row: row, columns: room, rows: 1),
      style: Style(.text, on: .unfocusedBack))
    let end = write(
      slice.field.text, column, row, Style(.text, on: .unfocusedBack).bold, limit: room)
    frame.cursor = Position(column: min(column + slice.field.cursor, rect.maxColumn - 1), row: row)
    if let complaint = slice.complaint {
      write(
        "  " + say(complaint), end, row, Style(.error, on: .unfocusedBack),
        limit: rect.maxColumn - end)
    }
  }

  private mutating func drawRamp(_ scale: ValuesScale, column: Int, row: Int, end: Int) {
    let isAbsolute = state.detail.values.isAbsolute
    let steps = isAbsolute ? Array(0...10) : Array(-10...10)
    let text =
      (isAbsolute ? " " : " \(glyphs.plusMinus)")
      + NumberText.value(scale.reference) + " (\(scale.source))"
    guard column + steps.count + CharacterWidth.displayWidth(of: text) < end else { return }
    for (offset, step) in steps.enumerated() {
      let sign = step == steps.first && !isAbsolute ? "-" : step == 0 ? "0" : step == 10 ? "+" : " "
      write(sign, column + offset, row, Style(.text, on: .heat(step)))
    }
    write(text, column + steps.count, row, Style(.dim))
  }

  private mutating func drawHeader(_ picture: ValuesPicture) {
    let layout = picture.layout
    for column in 0..<layout.columnCount {
      let number = "\(state.detail.values.origin.column + column)"
      // Long numbers take the room of two, and longer ones that of three.
      let isShown = column.isMultiple(of: (number.count + 1) / ValuesLayout.cellWidth + 1)
      guard isShown || number.count < ValuesLayout.cellWidth else { continue }
      write(number, endingAt: end(of: column, layout), layout.headerRow, Style(.dim))
    }
    guard layout.hasRowMargins else { return }
    write("mean", endingAt: layout.cells.maxColumn + 6, layout.headerRow, Style(.dim))
    write(
      Phrase(verbatim: "std"), endingAt: layout.cells.maxColumn + 12, layout.headerRow, Style(.dim))
  }

  private func end(of column: Int, _ layout: ValuesLayout) -> Int {
    layout.cells.column + (column + 1) * ValuesLayout.cellWidth
  }

  // MARK: - The matrix

  private mutating func drawRow(_ offset: Int, _ picture: ValuesPicture) {
    let layout = picture.layout
    let index = state.detail.values.origin.row + offset
    let row = layout.cells.row + offset
    write("\(index) ", endingAt: layout.cells.column, row, Style(.dim))
    for column in 0..<layout.columnCount {
      drawCell(index, state.detail.values.origin.column + column, at: column, row, picture)
    }
    guard layout.hasRowMargins, let line = line(ofRow: index, picture) else { return }
    let isDead = line.isDead
    write(
      picture.scale.marginText(line.mean), endingAt: layout.cells.maxColumn + 6, row, Style(.text))
    write(
      picture.scale.marginText(line.standardDeviation), endingAt: layout.cells.maxColumn + 12, row,
      isDead ? Style(.warning).bold : Style(.text))
    if isDead { write(glyphs.look, layout.cells.maxColumn + 12, row, Style(.warning).bold) }
  }

  private mutating func drawCell(
    _ row: Int, _ column: Int, at position: Int, _ screenRow: Int, _ picture: ValuesPicture
  ) {
    let start = end(of: position, picture.layout) - ValuesLayout.cellWidth
    guard let value = picture.window?.value(row: row, column: column) else {
      write(glyphs.waiting, endingAt: start + ValuesLayout.cellWidth, screenRow, Style(.dim))
      return
    }
    let isAbsolute = state.detail.values.isAbsolute
    let text =
      isAbsolute && state.appearance.isMonochrome
      ? picture.scale.ninths(value) : picture.scale.text(isAbsolute ? abs(value) : value)
    let ratio = (isAbsolute ? abs(value) : value) / picture.scale.reference
    var style = Style(.text, on: .heat(ofRatio: ratio))
    if !value.isFinite { style = Style(.warning).bold }
    if PlaneCell(row: row, column: column) == state.detail.values.cursor {
      style = Style(.text).reversed
    }
    let padding = String(repeating: " ", count: max(0, ValuesLayout.cellWidth - text.count))
    write(padding + text, start, screenRow, style, limit: ValuesLayout.cellWidth)
  }

  /// The numbers of a row: of all of it, or of what is on the screen where it is too long to read.
  private func line(ofRow row: Int, _ picture: ValuesPicture) -> PlaneSurvey.Line? {
    if let lines = picture.survey?.lines { return lines.rows[row] }
    guard picture.survey != nil, let window = picture.window else { return nil }
    return PlaneSurvey.Line(window.columns.compactMap { window.value(row: row, column: $0) })
  }

  private func line(ofColumn column: Int, _ picture: ValuesPicture) -> PlaneSurvey.Line? {
    if let lines = picture.survey?.lines { return lines.columns[column] }
    guard picture.survey != nil, let window = picture.window else { return nil }
    return PlaneSurvey.Line(window.rows.compactMap { window.value(row: $0, column: column) })
  }

  private mutating func drawColumnMargins(_ picture: ValuesPicture) {
    let layout = picture.layout
    let row = layout.cells.maxRow
    let label: Phrase =
      picture.survey?.lines == nil && picture.survey != nil ? "here" : "mean"
    write(label, endingAt: layout.cells.column - 1, row, Style(.dim))
    write(Phrase(verbatim: "std"), endingAt: layout.cells.column - 1, row + 1, Style(.dim))
    for column in 0..<layout.columnCount {
      let index = state.detail.values.origin.column + column
      guard let line = line(ofColumn: index, picture) else { continue }
      write(
        picture.scale.marginText(line.mean), endingAt: end(of: column, layout), row, Style(.text))
      write(
        picture.scale.marginText(line.standardDeviation), endingAt: end(of: column, layout),
        row + 1,
        line.isDead ? Style(.warning).bold : Style(.text))
    }
    guard let summary = picture.statistics?.summary, layout.hasRowMargins,
      picture.plane.elementCount == picture.info.elementCount,
      let mean = summary.mean, let deviation = summary.standardDeviation
    else { return }
    write(
      picture.scale.marginText(mean), endingAt: layout.cells.maxColumn + 6, row, Style(.text).bold)
    write(
      picture.scale.marginText(deviation), endingAt: layout.cells.maxColumn + 12, row,
      Style(.text).bold)
  }

  // MARK: - Below the matrix

  private mutating func drawExact(_ picture: ValuesPicture, in rect: Rect) {
    let row = picture.layout.exactRow
    if let failure = picture.failure {
      let column = write(glyphs.error + " ", rect.column + 1, row, Style(.error).bold)
      write(failure, column, row, Style(.error), limit: rect.maxColumn - column)
      return
    }
    let cursor = state.detail.values.cursor
    let indices = picture.plane.indices(row: cursor.row, column: cursor.column)
    let place = indices.isEmpty ? "" : "[\(indices.map { "\($0)" }.joined(separator: ", "))] "
    var column = write(place, rect.column + 1, row, Style(.text).bold, limit: rect.columns - 1)
    guard let answered = state.board[.window]?.answered,
      case .window(_, _, _, _, cursor) = answered.request, let exact = picture.window?.exact
    else { return }
    column = write(exact.decimal, column, row, Style(.text).bold, limit: rect.maxColumn - column)
    let rest = "  \(picture.info.elementType.name) \(exact.hexadecimal ?? "")"
    guard column + rest.count <= rect.maxColumn else { return }
    column = write(rest, column, row, Style(.dim))
    guard let line = picture.survey?.lines?.rows[cursor.row], picture.plane.columnCount > 1 else {
      return
    }
    let mean = "   " + say("row \(cursor.row) mean \(NumberText.value(line.mean))")
    if column + CharacterWidth.displayWidth(of: mean) <= rect.maxColumn {
      write(mean, column, row, Style(.dim))
    }
  }
}
