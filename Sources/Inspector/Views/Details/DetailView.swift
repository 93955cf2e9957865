internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws one of the details of the selected parameter, if it has a place on the screen.
  mutating func drawDetail(_ pane: InspectorState.Pane) {
    let isCompanion = pane == .companion && !layout.isSinglePane
    guard let body = isCompanion ? layout.companion : layout.detail else { return }
    let tab = state.tab(in: pane)
    drawTabs(tab, pane: pane, columns: body.columnRange)
    guard let parameter = state.selectedParameter else { return }
    draw(tab, of: parameter, in: body.inset(left: 0, top: 0, right: 1, bottom: 0))
  }

  private mutating func draw(_ tab: DetailTab, of parameter: Int, in rect: Rect) {
    switch tab {
    case .histogram:
      drawIfReady(parameter, in: rect) { $0.drawDistribution($1, of: parameter, in: rect) }
    case .values, .gradient, .sharing, .history, .info:
      break
    }
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
