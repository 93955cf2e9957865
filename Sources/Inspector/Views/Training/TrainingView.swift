internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws how training goes: the step, the loss, and what each use of a shared parameter adds.
  mutating func drawTraining() {
    guard let panel = layout.training, let progress = state.training.progress else { return }
    drawTrainingRule(panel)
    let body = panel.inset(left: 2, top: 1, right: 2, bottom: 0)
    var row = body.row
    for (label, value, remark) in facts(progress) where row < body.maxRow {
      write(label, body.column, row, Style(.dim))
      let end = write(value, body.column + 7, row, Style(.text).bold, limit: body.columns - 7)
      if end + 1 + CharacterWidth.displayWidth(of: remark) <= body.maxColumn {
        write(remark, end + 1, row, Style(.dim))
      }
      row += 1
    }
    let uses = shownUses(progress)
    let usesRowCount = uses.isEmpty ? 0 : uses.count + 2
    let plotRowCount = min(12, body.maxRow - row - 1 - usesRowCount)
    if plotRowCount >= 4 {
      let (plot, _) = Rect(
        column: body.column, row: row + 1, columns: body.columns, rows: body.maxRow - row - 1
      ).splitTop(plotRowCount)
      drawCurve(progress.losses, in: plot, label: say("loss"))
      row = plot.maxRow
    }
    if body.maxRow - row >= usesRowCount { drawUses(uses, in: body, from: row + 1) }
  }

  private mutating func drawTrainingRule(_ panel: Rect) {
    rule(panel.column..<panel.maxColumn, row: panel.row, isFocused: false)
    write(" " + say("Training") + " ", panel.column + 1, panel.row, Style(.text).bold)
    let hint = state.training.isRunning ? say("T pause") : say("T run")
    write(" \(hint) ", endingAt: panel.maxColumn - 1, panel.row, Style(.dim))
  }

  private func facts(_ progress: TrainingProgress) -> [(String, String, String)] {
    let goal = state.training.goal.map { say("of \($0) steps") } ?? ""
    let loss = progress.loss.map(NumberText.value) ?? ""
    let first = progress.losses.first.map { say("from \(NumberText.value($0))") } ?? ""
    return [
      (say("step"), NumberText.grouped(progress.stepCount), goal),
      (say("loss"), loss, first),
      (say("rule"), progress.rule, say("batch \(progress.batchSize)")),
    ]
  }

  /// The uses of the selected parameter, or of the first that is shared.
  private func shownUses(_ progress: TrainingProgress) -> [TrainedUse] {
    if let selected = state.selectedParameter, let uses = progress.uses[selected] { return uses }
    return progress.uses.min { $0.key < $1.key }?.value ?? []
  }

  private mutating func drawUses(_ uses: [TrainedUse], in body: Rect, from start: Int) {
    guard !uses.isEmpty else { return }
    let title = say("gradient l2 by use, over the steps")
    write(shortened(title, to: body.columns), body.column, start, Style(.dim))
    let labels = uses.map { say("layer \($0.label)") }
    let labelWidth = min(
      body.columns / 3, labels.map { CharacterWidth.displayWidth(of: $0) }.max() ?? 0)
    let width = max(0, body.columns - labelWidth - 12)
    for (index, use) in uses.enumerated() {
      let row = start + 1 + index
      write(shortened(labels[index], to: labelWidth), body.column, row)
      let heights = use.norms.columns(width)
      let greatest = heights.filter(\.isFinite).max() ?? 0
      let line = heights.map { glyphs.sparkline(greatest > 0 ? $0 / greatest : 0) }.joined()
      write(line, body.column + labelWidth + 1, row, Style(.now))
      write(
        use.norms.last.map(NumberText.value) ?? "", endingAt: body.maxColumn, row,
        Style(.text).bold)
    }
  }
}
