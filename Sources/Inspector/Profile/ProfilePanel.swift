internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws what is known of the cell under the cursor: its parameter, its values, how far it is off.
  mutating func drawProfilePanel(_ profile: ProfileState, in panel: Rect) {
    for row in panel.rowRange { write(glyphs.verticalRule, panel.column - 2, row, Style(.rule)) }
    let name =
      "\(profile.stack.path(ofLayer: profile.layer)).\(profile.stack.roles[profile.role].name)"
    write(shortenedName(name, to: panel.columns), panel.column, panel.row, Style(.text).bold)
    guard let use = profile.use else {
      write("not in this layer", panel.column, panel.row + 1, Style(.dim))
      return
    }
    let parameter = state.outline.uses[use].parameter
    let info = state.outline.parameters[parameter]
    let kind =
      profile.stack.roles[profile.role].path.split(separator: ".").last.map(String.init) ?? ""
    write(
      shortened("\(kind)  \(shapeText(info))  \(info.elementType.name)", to: panel.columns),
      panel.column, panel.row + 1, Style(.dim))
    var row = panel.row + 3
    let chartRows = min(11, panel.rows - 14)
    if chartRows >= 4 {
      let chart = Rect(
        column: panel.column + 2, row: row, columns: panel.columns - 1, rows: chartRows)
      drawProfileHistogram(of: parameter, in: chart)
      row += chartRows + 1
    }
    row = drawProfileFacts(profile, in: panel, row: row)
    row = drawLayersStrip(profile, in: panel, row: row)
    drawHeatLegend(profile, in: panel, row: row)
  }

  private mutating func drawProfileHistogram(of parameter: Int, in chart: Rect) {
    guard let scanned = state.figures[parameter]?.statistics,
      let statistics = scanned.components.first
    else { return }
    let bars = HistogramBars(
      now: statistics.distribution, before: nil, distribution: nil, binCount: 20)
    guard let bars else { return }
    drawHistogram(bars, in: chart, isLogarithmic: false, showsScale: false)
  }

  private mutating func drawProfileFacts(
    _ profile: ProfileState, in panel: Rect, row: Int
  ) -> Int {
    let column = profile.columns[profile.role]
    let value = column.values[profile.layer]
    let distance = column.distance(profile.layer)
    let isOutlier = column.isOutlier(profile.layer)
    let ratio = value.flatMap { value in column.median.flatMap { $0 == 0 ? nil : value / $0 } }
    let facts: [(String, String?, Bool)] = [
      ("value", value.map(NumberText.value), true),
      ("median", column.median.map(NumberText.value), false),
      ("ratio", ratio.map { NumberText.tick($0) + " " + glyphs.times }, isOutlier),
      ("robust z", distance.map { NumberText.tick(($0 * 10).rounded() / 10) }, isOutlier),
      ("rank", profile.rank.map { say("\($0.rank) of \($0.count)") }, false),
    ]
    var row = row
    for (label, text, isStrong) in facts where row < panel.maxRow {
      write(say(label), panel.column, row, Style(.dim))
      let style = isOutlier && isStrong ? Style(.warning).bold : Style(.text)
      write(
        text ?? glyphs.waiting, endingAt: panel.maxColumn - 1, row, isStrong ? style.bold : style)
      row += 1
    }
    return row + 1
  }

  /// Draws the role over the layers round the cursor.
  private mutating func drawLayersStrip(
    _ profile: ProfileState, in panel: Rect, row: Int
  ) -> Int {
    guard row + 3 <= panel.maxRow else { return row }
    let label = profile.stack.roles[profile.role].label
    write(
      shortened(say("\(label) over the layers"), to: panel.columns), panel.column, row, Style(.dim))
    let count = profile.stack.layers.count
    let width = min(count, panel.columns)
    let first = max(0, min(profile.layer - width / 2, count - width))
    let column = profile.columns[profile.role]
    for offset in 0..<width {
      let layer = first + offset
      guard let level = column.level(layer, of: glyphs.sparklineLevels.count) else { continue }
      let isHere = layer == profile.layer
      write(
        column.isOutlier(layer) ? glyphs.fullBlock : glyphs.sparklineLevels[level],
        panel.column + offset, row + 1, Style(isHere ? .warning : .now))
    }
    let numbers = profile.stack.layers.map { shortened($0, to: 6) }
    let here = panel.column + profile.layer - first
    write(numbers[first], panel.column, row + 2, Style(.dim))
    let last = numbers[first + width - 1]
    write(last, endingAt: panel.column + width, row + 2, Style(.dim))
    write(numbers[profile.layer], here, row + 2, Style(.warning).bold)
    return row + 4
  }

  private mutating func drawHeatLegend(_ profile: ProfileState, in panel: Rect, row: Int) {
    guard row + 4 <= panel.maxRow else { return }
    write("below  -        +  above", panel.column, row, Style(.dim))
    for step in 0..<9 {
      let heat = Ink.heat((step - 4) * 5 / 2)
      let cell = Rect(column: panel.column + 2 + step * 2, row: row + 1, columns: 2, rows: 1)
      frame.fill(cell, style: Style(.text, on: heat))
    }
    write(
      profile.comparesAll ? say("against the median of all") : say("against the column median"),
      panel.column, row + 2, Style(.dim))
    let column = write(glyphs.look + " ", panel.column, row + 3, Style(.warning).bold)
    write("robust z over 8", column, row + 3, Style(.dim))
  }

  /// Says how many outliers there are, and which is the first.
  mutating func drawProfileStatus(_ profile: ProfileState) {
    let row = layout.status.row
    frame.fill(layout.status, style: Style(.text))
    if state.isScanning, state.scanning.isWorthMentioning { return drawProgress() }
    let outliers = profile.outliers
    let known = profile.knownCount
    guard let worst = profile.worstOutlier else {
      let words: Phrase =
        known < profile.stack.cellCount
        ? "\(known) of \(profile.stack.cellCount) read" : "no outlier among \(known)"
      write(words, 1, row, Style(.text))
      return
    }
    var column = write(glyphs.look + " ", 1, row, Style(.warning).bold)
    let count: Phrase =
      outliers.count == 1 ? "1 outlier of \(known): " : "\(outliers.count) outliers of \(known): "
    column = write(count, column, row, Style(.text))
    let name =
      "\(profile.stack.path(ofLayer: worst.layer)).\(profile.stack.roles[worst.role].name)"
    let rest = " " + say(distance(of: worst, profile))
    let room = layout.status.maxColumn - 1 - column - CharacterWidth.displayWidth(of: rest)
    column = write(shortenedName(name, to: max(8, room)), column, row, Style(.text).bold)
    write(rest, column, row, Style(.text))
  }

  /// How far an outlier is off, in as many words as fit.
  private func distance(of cell: (layer: Int, role: Int), _ profile: ProfileState) -> Phrase {
    let column = profile.columns[cell.role]
    guard let value = column.values[cell.layer], let median = column.median else { return "" }
    if median == 0 { return "has \(NumberText.value(value)), the median is 0" }
    let ratio = NumberText.tick(value / median)
    return state.size.columns < 70
      ? "\(ratio) \(glyphs.times) median" : "is \(ratio) times its column median"
  }
}

extension ProfileState {
  /// The column of all values together.
  var overall: ProfileColumn { ProfileColumn(columns.flatMap(\.values)) }

  /// The role of a layer that lies furthest off its column.
  func worstRole(_ layer: Int) -> Int {
    columns.indices.max { left, right in
      abs(columns[left].distance(layer) ?? -1) < abs(columns[right].distance(layer) ?? -1)
    } ?? 0
  }

  /// The outlier that lies furthest off.
  var worstOutlier: (layer: Int, role: Int)? {
    outliers.max { left, right in
      abs(columns[left.role].distance(left.layer) ?? 0)
        < abs(columns[right.role].distance(right.layer) ?? 0)
    }
  }

  /// How many cells lie further off than the one under the cursor, and one; and of how many.
  var rank: (rank: Int, count: Int)? {
    guard let here = columns[role].distance(layer) else { return nil }
    let further = columns.reduce(0) { sum, column in
      sum + column.values.indices.count { (column.distance($0)?.magnitude ?? 0) > here.magnitude }
    }
    return (further + 1, knownCount)
  }
}

extension ProfileColumn {
  /// How many robust deviations any value lies from the median.
  func distance(of value: Double?) -> Double? {
    guard let value, let median, value.isFinite else { return nil }
    return spread > 0 ? (value - median) / spread : 0
  }

  /// Where a value stands between the least and the greatest that are no outliers.
  func level(_ layer: Int, of count: Int) -> Int? {
    guard let value = values[layer], value.isFinite else { return nil }
    let usual = values.indices.filter { !isOutlier($0) }.compactMap { values[$0] }
      .filter(\.isFinite)
    guard let low = usual.min(), let high = usual.max(), high > low else { return 0 }
    let ratio = (value / 2 - low / 2) / (high / 2 - low / 2)
    return max(0, min(count - 1, Int(min(1, max(0, ratio)) * Double(count))))
  }
}

extension LayerStack {
  /// The path of a layer: `model.layers.19`.
  func path(ofLayer layer: Int) -> String {
    let numbers = layers[layer].split(separator: ".").map(String.init)
    var parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if numbers.count == 2 {
      parts.removeLast()
      parts.append(parts.removeLast().replacingLast("N", with: numbers[0]))
      parts.append(numbers[1])
    } else if let last = parts.popLast() {
      parts.append(last.replacingLast("N", with: numbers.first ?? ""))
    }
    return parts.joined(separator: ".")
  }
}

extension LayerStack.Role {
  /// The path without the word that says that it is a weight.
  var name: String { path.hasSuffix(".weight") ? String(path.dropLast(7)) : path }
}

extension String {
  fileprivate func replacingLast(_ letter: Character, with text: String) -> String {
    guard let position = lastIndex(of: letter) else { return self }
    return self[..<position] + text + self[index(after: position)...]
  }
}

extension ProfileStatistic {
  /// The name of the statistic in the user's language.
  func title(_ times: String, _ root: String, _ say: (Phrase) -> String) -> String {
    switch self {
    case .scaledDeviation: "std \(times) \(root)fan_in"
    case .deviation: "std"
    case .mean: say("mean")
    case .greatest: "max|x|"
    case .norm: "l2"
    case .zeros: say("zeros")
    case .nonfinite: say("NaN and Inf")
    }
  }
}
