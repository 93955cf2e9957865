internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the depth profile over the panes.
  mutating func drawProfile(_ profile: ProfileState) {
    let layout = ProfileLayout(size: state.size, profile)
    frame.fill(
      Rect(column: 0, row: 1, columns: state.size.columns, rows: state.size.rows - 2),
      style: Style(.text))
    drawProfileHeading(profile)
    drawRoles(profile, layout)
    for (offset, row) in layout.layers.enumerated() {
      drawLayer(profile.layerScroll + offset, row: row, profile, layout)
    }
    drawMedians(profile, layout)
    if let panel = layout.panel { drawProfilePanel(profile, in: panel) }
    drawProfileStatus(profile)
  }

  private mutating func drawProfileHeading(_ profile: ProfileState) {
    rule(0..<state.size.columns, row: 1, isFocused: true)
    let stacks = profile.stacks.count
    let name = stacks == 1 ? "" : "  \(profile.stack.path)  \(profile.stackIndex + 1)/\(stacks) Tab"
    let remark =
      " " + profile.statistic.title(glyphs.times, glyphs.root, say)
      + (state.size.columns >= 70 ? "   " + say("o next statistic") : "") + " "
    let room = state.size.columns - CharacterWidth.displayWidth(of: remark) - 4
    let title = " " + say("Depth profile") + name + " "
    write(shortened(title, to: room), 1, 1, Style(.accent).bold)
    write(remark, endingAt: state.size.columns - 1, 1, Style(.dim))
  }

  private mutating func drawRoles(_ profile: ProfileState, _ layout: ProfileLayout) {
    let row = layout.titles
    write("layer", endingAt: layout.layerEnd, row, Style(.dim))
    write("all", layout.strip.lowerBound, row, Style(.dim))
    guard layout.roleCount > 0 else {
      write("worst", layout.firstCell + 2, row, Style(.text).bold)
      return
    }
    for (position, role) in roles(profile, layout).enumerated() {
      let cell = layout.cell(position)
      let label = shortened(profile.stack.roles[role].label, to: cell.count - 1)
      write(label, endingAt: cell.upperBound - 1, row, Style(.text).bold)
    }
  }

  /// The roles in sight.
  private func roles(_ profile: ProfileState, _ layout: ProfileLayout) -> Range<Int> {
    let first = profile.roleScroll
    return first..<min(profile.stack.roles.count, first + layout.roleCount)
  }

  private mutating func drawLayer(
    _ layer: Int, row: Int, _ profile: ProfileState, _ layout: ProfileLayout
  ) {
    guard profile.stack.layers.indices.contains(layer) else { return }
    let isCursor = layer == profile.layer
    let number = shortened(profile.stack.layers[layer], to: layout.layerEnd - 1)
    write(
      number, endingAt: layout.layerEnd, row,
      isCursor ? Style(.text).bold : Style(.dim))
    drawStrip(layer, row: row, profile, layout)
    guard layout.roleCount > 0 else {
      return drawWorst(layer, row: row, profile, layout, isCursor: isCursor)
    }
    for (position, role) in roles(profile, layout).enumerated() {
      drawCell(layer, role, in: layout.cell(position), row: row, profile)
      let cell = layout.cell(position)
      targets.append(
        ClickTarget(
          rect: Rect(column: cell.lowerBound, row: row, columns: cell.count, rows: 1),
          keys: ListSteps.leftRight.keys(role - profile.role)
            + ListSteps.upDown.keys(layer - profile.layer), steps: .upDown))
    }
  }

  /// Draws the layer at a glance: for each role where it stands between least and greatest.
  private mutating func drawStrip(
    _ layer: Int, row: Int, _ profile: ProfileState, _ layout: ProfileLayout
  ) {
    let first = max(
      0,
      min(
        profile.role - layout.strip.count / 2,
        profile.stack.roles.count - layout.strip.count))
    for (offset, column) in layout.strip.enumerated() {
      let role = first + offset
      guard profile.columns.indices.contains(role) else { break }
      let isOutlier = profile.columns[role].isOutlier(layer)
      guard let level = profile.columns[role].level(layer, of: glyphs.sparklineLevels.count) else {
        let isMissing = profile.stack.uses[layer][role] == nil
        write(isMissing ? " " : glyphs.waiting, column, row, Style(.dim))
        continue
      }
      write(
        isOutlier ? glyphs.fullBlock : glyphs.sparklineLevels[level], column, row,
        Style(isOutlier ? .warning : .now))
    }
  }

  private mutating func drawCell(
    _ layer: Int, _ role: Int, in cell: Range<Int>, row: Int, _ profile: ProfileState
  ) {
    let isCursor = layer == profile.layer && role == profile.role
    let column = profile.columns[role]
    let back = Rect(
      column: cell.lowerBound + 1, row: row, columns: cell.count - 1, rows: 1)
    let text = cellText(layer, role, profile)
    let isOutlier = column.isOutlier(layer)
    var style = Style(.dim)
    if column.values[layer] != nil {
      style = Style(.text, on: heat(layer, role, profile))
    } else if text == glyphs.error {
      style = Style(.error)
    }
    if isCursor { style = Style(.text).bold.reversed }
    frame.fill(back, style: style)
    write(text, endingAt: cell.upperBound - 1, row, style)
    if isCursor { write(glyphs.cursor, cell.lowerBound + 1, row, style) }
    if isOutlier {
      write(glyphs.look, cell.upperBound - 1, row, isCursor ? style : Style(.warning).bold)
    }
  }

  private func heat(_ layer: Int, _ role: Int, _ profile: ProfileState) -> Ink {
    let distance =
      profile.comparesAll
      ? profile.overall.distance(of: profile.columns[role].values[layer])
      : profile.columns[role].distance(layer)
    return .heat(ofRatio: (distance ?? 0) / 4)
  }

  /// A value, or why there is none.
  private func cellText(_ layer: Int, _ role: Int, _ profile: ProfileState) -> String {
    if let value = profile.columns[role].values[layer] {
      return CellNumber.text(value, isCount: profile.statistic.isCount)
    }
    guard let use = profile.stack.uses[layer][role] else { return "" }
    let parameter = state.outline.uses[use].parameter
    return switch (state.outline.parameters[parameter].state, state.figures[parameter]?.content) {
    case (.ready, .failed): glyphs.error
    case (.ready, .scanning(_, let fraction)): "\(Int(fraction * 100)) %"
    case (.ready, .ready): "-"
    case (.ready, nil): glyphs.waiting
    default: glyphs.deferred
    }
  }

  /// Draws the role of a layer that lies furthest off, where there is no room for all.
  private mutating func drawWorst(
    _ layer: Int, row: Int, _ profile: ProfileState, _ layout: ProfileLayout, isCursor: Bool
  ) {
    // Where the cursor is, one sees what it is on.
    let role = isCursor ? profile.role : profile.worstRole(layer)
    let start = layout.firstCell + 2
    let label = shortened(profile.stack.roles[role].label, to: 10)
    write(label, start, row, isCursor ? Style(.text).bold : Style(.text))
    let cell = (start + 10)..<(start + 10 + ProfileLayout.cellWidth)
    drawCell(layer, role, in: cell, row: row, profile)
  }

  private mutating func drawMedians(_ profile: ProfileState, _ layout: ProfileLayout) {
    guard let row = layout.medians, layout.roleCount > 0 else { return }
    write("median", endingAt: layout.layerEnd, row, Style(.dim))
    for (position, role) in roles(profile, layout).enumerated() {
      guard let median = profile.columns[role].median else { continue }
      let text = CellNumber.text(median, isCount: profile.statistic.isCount)
      write(text, endingAt: layout.cell(position).upperBound - 1, row, Style(.dim))
    }
  }
}
