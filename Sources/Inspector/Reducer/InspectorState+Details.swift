internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Shows a detail where the focus is, or in the first place.
  mutating func show(_ tab: DetailTab) {
    detail.show(tab, inCompanion: focus == .companion)
    if isFullScreen || layout.isNarrow, focus != .companion { focus = .detail }
  }

  /// The statistics of the part of complex values that is shown.
  func shown(_ scanned: ScannedTensor?) -> TensorStatistics? {
    scanned.flatMap(detail.part.statistics)
  }

  /// Shows the other part of complex values.
  mutating func showOtherPart() {
    guard let parameter = selectedParameter else { return }
    let type = outline.parameters[parameter].elementType
    guard type.isComplex else {
      status = .text("\(type.name) has no imaginary parts")
      return
    }
    detail.part = detail.part.other
    (detail.histogram.zoom, detail.histogram.cursor) = (nil, nil)
  }

  /// Begins the maps of gradients with another use, where not all fit.
  mutating func turnUses(by step: Int) {
    guard let parameter = selectedParameter, let report = gradientReport(of: parameter),
      let rect = area(of: .gradient)
    else { return }
    let shown = Screen(self).gradientLayout(report, in: rect).uses
    let last = report.uses.count - shown.count
    detail.gradient.firstUse = max(0, min(last, shown.lowerBound + step))
  }

  /// Moves the focus off a pane that the terminal has no room for any more.
  mutating func keepFocusVisible() {
    if !panes.contains(focus) { focus = .detail }
  }

  /// Where a detail is drawn; nil if it is not on the screen.
  func area(of tab: DetailTab) -> Rect? {
    let layout = layout
    let body: Rect?
    if layout.isSinglePane {
      let isShown = focus != .tree && focus != .table && self.tab(in: focus) == tab
      body = isShown ? layout.detail : nil
    } else {
      body =
        detail.tab == tab ? layout.detail : detail.companion == tab ? layout.companion : nil
    }
    return body?.inset(left: 0, top: 0, right: 1, bottom: 0)
  }

  /// Scrolls the list of facts.
  mutating func moveInInfo(_ command: Command) {
    guard let parameter = selectedParameter, let rect = area(of: .info) else { return }
    let lineCount = Screen(self).infoLineCount(of: parameter, in: rect)
    let last = max(0, lineCount - rect.rows)
    detail.info.scroll = destination(
      of: command, from: min(detail.info.scroll, last), count: last + 1, page: rect.rows)
  }

  /// Lets the details follow the selection, and asks for what they need to know.
  mutating func askForDetails() -> [InspectorEffect] {
    guard !isFinished else { return [] }
    followSelection()
    var (board, jobs) = (board, jobs)
    let (stop, start) = board.want(detailRequests) { jobs.next() }
    (self.board, self.jobs) = (board, jobs)
    return stop.map { .cancel($0) } + start.map { .answer($0, $1) }
  }

  private mutating func followSelection() {
    if focusedPane != .values { detail.values.slice = nil }
    if focusedPane != .sharing { detail.sharing.choice = nil }
    guard let parameter = selectedParameter else { return }
    detail.values.show(parameter, outline.parameters[parameter])
    detail.values.plane.part = detail.part
    detail.histogram.show(parameter)
    let users = outline.parameters[parameter].uses
    detail.sharing.show(
      parameter, userCount: users.count,
      selectedUser: selectedUse.flatMap { users.firstIndex(of: $0) })
    if let layout = valuesLayout {
      detail.values.keepCursorVisible(
        rowCount: layout.rowCount, columnCount: layout.columnCount)
    }
  }

  /// What the details on the screen need to know, each kind once.
  private var detailRequests: [DetailRequest] {
    let common =
      (area(of: .sharing) == nil ? [] : [DetailRequest.equalGroups]) + gradientNormRequests
    guard let parameter = selectedParameter, outline.parameters[parameter].state == .ready else {
      return common
    }
    var requests = common + valuesRequests(parameter) + histogramRequests(parameter)
    if area(of: .gradient) != nil || (area(of: .sharing) != nil && outline.isNetwork) {
      requests.append(.gradient(parameter: parameter))
    }
    if area(of: .info) != nil, detail.info.spectrumOf == parameter {
      requests.append(.spectrum(parameter: parameter))
    }
    return requests
  }
}
