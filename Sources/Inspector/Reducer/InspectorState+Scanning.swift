internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Takes in how far a scan is, or what it found.
  mutating func hear(ofScan id: JobID, _ content: Figure.Content) {
    guard let scan = jobs.scan, scan.id == id else { return }
    let byteCount = outline.parameters[scan.parameter].byteCount
    if case .scanning(_, let fraction) = content {
      scanning.advance(by: fraction - scannedFraction(of: scan.parameter), of: byteCount)
    } else {
      scanning.advance(by: 1 - scannedFraction(of: scan.parameter), of: byteCount)
      jobs.scan = nil
    }
    know(scan.parameter, content)
    if jobs.scan == nil, let before = work.figuresBefore.removeValue(forKey: scan.parameter) {
      figures[scan.parameter]?.before = before
      recordReload(of: scan.parameter, before: before)
    }
    if case .failed = content { status = unreadableStatus }
  }

  private func scannedFraction(of parameter: Int) -> Double {
    if case .scanning(_, let fraction) = figures[parameter]?.content { fraction } else { 0 }
  }

  /// Notes what is known of a parameter's elements.
  mutating func know(_ parameter: Int, _ content: Figure.Content) {
    figures[parameter, default: Figure(content: content)].content = content
    findings.note(parameter, uses: outline.parameters[parameter].uses, content)
    rows.isStale = true
  }

  /// Forgets what was known of parameters, so that they are read again.
  mutating func forget(_ parameters: some Sequence<Int>) {
    for parameter in parameters {
      figures[parameter] = nil
      findings.note(parameter, uses: outline.parameters[parameter].uses, nil)
    }
    recountScan()
  }

  /// Chooses how much is read unasked, which is everything if it is not too much.
  mutating func chooseReach() {
    let total = facts.totals.first?.byteCount ?? 0
    let isSmall =
      outline.parameters.count <= ScanningState.mostParameters && total <= ScanningState.mostBytes
    scanning.reach = isSmall ? .everything : .inSight
    recountScan()
  }

  /// Finds anew what deserves a look, as what is known of many parameters has changed.
  mutating func refindAll() {
    findings = Findings()
    for (parameter, figure) in figures where outline.parameters.indices.contains(parameter) {
      findings.note(parameter, uses: outline.parameters[parameter].uses, figure.content)
    }
    rows.isStale = true
  }

  /// Reads the rest of the model too, as something depends on all of it.
  mutating func scanEverything() {
    guard scanning.reach != .everything else { return }
    scanning.reach = .everything
    recountScan()
  }

  /// Counts the bytes that are still to be read.
  mutating func recountScan() {
    scanning.cursor = 0
    scanning.remainingByteCount = 0
    let wanted = scanning.reach == .everything ? Array(outline.parameters.indices) : wantedFirst
    for parameter in wanted where isUnread(parameter) {
      scanning.remainingByteCount += outline.parameters[parameter].byteCount
    }
  }

  private func isUnread(_ parameter: Int) -> Bool {
    switch figures[parameter]?.content {
    case nil, .scanning: outline.parameters[parameter].state == .ready
    case .ready, .failed: false
    }
  }

  /// Asks for the statistics that the screen needs next: the selected row's, then those below.
  mutating func startNextScan() -> [InspectorEffect] {
    guard !isFinished else { return [] }
    resumeAfterMoving()
    var effects: [InspectorEffect] = []
    let first = firstUnread(wantedFirst)
    if let first, let scan = jobs.scan, isInTheWay(scan.parameter) {
      effects.append(.cancel(scan.id))
      jobs.scan = nil
      scanning.advance(by: -scannedFraction(of: scan.parameter), of: byteCount(scan.parameter))
      figures[scan.parameter] = nil
      scanning.cursor = min(scanning.cursor, scan.parameter)
      return effects + startScan(of: first)
    }
    guard jobs.scan == nil else { return [] }
    if case .stopped = scanning.reach { return [] }
    if let first { return startScan(of: first) }
    if scanning.reach == .everything, let next = nextInModel() { return startScan(of: next) }
    if scanning.doneByteCount > 0 { finishReading() }
    return []
  }

  private func byteCount(_ parameter: Int) -> Int { outline.parameters[parameter].byteCount }

  /// Whether a large parameter out of sight is read while one in sight waits.
  private func isInTheWay(_ parameter: Int) -> Bool {
    byteCount(parameter) > 64 << 20 && !wantedFirst.contains(parameter)
  }

  private mutating func startScan(of parameter: Int) -> [InspectorEffect] {
    let id = jobs.next()
    jobs.scan = (id, parameter)
    know(parameter, .scanning(id, fraction: 0))
    if scanning.reach == .inSight {
      scanning.remainingByteCount = 0
      for wanted in Set(wantedFirst) where isUnread(wanted) {
        scanning.remainingByteCount += byteCount(wanted)
      }
    }
    return [.scan(id, parameter: parameter)]
  }

  private func firstUnread(_ parameters: [Int]) -> Int? {
    parameters.first { figures[$0] == nil && outline.parameters[$0].state == .ready }
  }

  private mutating func nextInModel() -> Int? {
    while scanning.cursor < outline.parameters.count {
      let parameter = scanning.cursor
      if figures[parameter] == nil, outline.parameters[parameter].state == .ready {
        return parameter
      }
      scanning.cursor += 1
    }
    return nil
  }

  /// What is in sight, the selected row first.
  var wantedFirst: [Int] {
    if case .profile = overlay { return profiledParameters }
    let inSight = rows.table.dropFirst(table.scroll).prefix(max(1, layout.tableRowCount))
    let uses = [selectedUse].compactMap { $0 } + inSight + usesDrawnInTree
    return uses.map { outline.uses[$0].parameter }
  }

  /// The uses whose values stand beside the layers, which is where only one pane fits.
  private var usesDrawnInTree: [Int] {
    guard layout.isSinglePane, focus == .tree else { return [] }
    return rows.tree.dropFirst(tree.scroll).prefix(layout.treeRowCount)
      .compactMap { outline.nodes[$0].ownUses.first }
  }

  private mutating func finishReading() {
    scanning.rest()
    guard status.isSilent, !findings.nonfinite.isEmpty else { return }
    let count = findings.nonfinite.count
    status = .text(
      count == 1
        ? "1 tensor holds NaN or Inf   ! goes to it"
        : "\(count) tensors hold NaN or Inf   ! goes to the next", .look)
  }

  /// Stops reading; what is known stays.
  mutating func stopScanning() -> [InspectorEffect] {
    guard let scan = jobs.scan else { return [] }
    jobs.scan = nil
    figures[scan.parameter] = nil
    let read = NumberText.bytes(scanning.doneByteCount)
    let total = NumberText.bytes(scanning.doneByteCount + scanning.remainingByteCount)
    scanning.rest()
    scanning.reach = .stopped(node: tree.selection, row: table.selection)
    status = .text("the scan is stopped: \(read) of \(total) read")
    return [.cancel(scan.id)]
  }

  /// Another row than the one where reading was stopped is read again.
  private mutating func resumeAfterMoving() {
    guard case .stopped(let node, let row) = scanning.reach else { return }
    if node != tree.selection || row != table.selection { scanning.reach = .inSight }
  }

  private var unreadableStatus: Status {
    let count = findings.unreadable.count
    return .text(
      "\(count) of \(outline.parameters.count) tensors cannot be read   ! goes to it", .error)
  }
}

extension ScanningState {
  /// Moves bytes from what remains to what is done.
  mutating func advance(by fraction: Double, of byteCount: Int) {
    let bytes = Int(fraction * Double(byteCount))
    doneByteCount = max(0, doneByteCount + bytes)
    remainingByteCount = max(0, remainingByteCount - bytes)
  }
}

extension Status {
  /// Whether it says nothing.
  var isSilent: Bool { pieces.isEmpty || self == .text("") }
}
