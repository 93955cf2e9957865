internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws one of the details of the selected parameter, if it has a place on the screen.
  mutating func drawDetail(_ pane: InspectorState.Pane) {
    let tab = state.tab(in: pane)
    guard let rect = state.area(of: tab) else { return }
    drawTabs(tab, pane: pane, columns: rect.column..<(rect.maxColumn + 1))
    if let parameter = state.selectedParameter { draw(tab, of: parameter, in: rect) }
  }

  private mutating func draw(_ tab: DetailTab, of parameter: Int, in rect: Rect) {
    switch tab {
    case .histogram:
      drawIfReady(parameter, in: rect) { $0.drawDistribution($1, of: parameter, in: rect) }
    case .values:
      // The first numbers do not wait for the statistics of all.
      if isReadable(parameter) {
        drawValues(of: parameter, in: rect)
      } else {
        drawIfReady(parameter, in: rect) { _, _ in }
      }
    case .sharing: drawSharing(of: parameter, in: rect)
    case .gradient:
      if isReadable(parameter) {
        drawGradient(of: parameter, in: rect)
      } else {
        drawIfReady(parameter, in: rect) { _, _ in }
      }
    case .history: drawHistory(of: parameter, in: rect)
    case .info: drawInfo(of: parameter, in: rect)
    }
  }

  /// Whether there are elements, as far as is known.
  private func isReadable(_ parameter: Int) -> Bool {
    if case .failed = state.figures[parameter]?.content { return false }
    return state.outline.parameters[parameter].state == .ready
  }

  /// Draws what needs the elements of a parameter, or why there are none.
  mutating func drawIfReady(
    _ parameter: Int, in rect: Rect, _ draw: (inout Screen, ScannedTensor) -> Void
  ) {
    let info = state.outline.parameters[parameter]
    switch (info.state, state.figures[parameter]?.content) {
    case (.deferred(let message), _): drawDeferred(info, message, in: rect)
    case (.uninitialized(let message), _): drawNotice([message], in: rect, ink: .text)
    case (.ready, .failed(let message)): drawUnreadable(info, message, in: rect)
    case (.ready, .ready(let statistics)): draw(&self, statistics)
    case (.ready, .scanning(_, let fraction)) where fraction > 0:
      drawNotice([say("scanning \(Int(fraction * 100)) %")], in: rect, ink: .dim)
    case (.ready, _): drawNotice([say("reading \(info.name)")], in: rect, ink: .dim)
    }
  }
}
