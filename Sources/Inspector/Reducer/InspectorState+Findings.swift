internal import Words
internal import Workspace

extension InspectorState {
  /// Whether statistics are being read.
  public var isScanning: Bool { jobs.scan != nil }

  /// Goes to the next parameter that cannot be read or is not finite, or to an odd layer.
  mutating func goToNextFinding() {
    let places = findingPlaces
    guard !places.isEmpty else {
      let hasSeenAll = scanning.reach == .everything && !isScanning
      scanEverything()
      status = .text(
        hasSeenAll ? "every tensor can be read and is finite" : "nothing so far; reading the rest")
      return
    }
    let here = selectedUse ?? outline.nodes[tree.selection].uses.lowerBound - 1
    let next = places.position(notAfter: here).map { $0 + 1 } ?? 0
    let isWrapping = next == places.count
    let position = isWrapping ? 0 : next
    leavePlace()
    go(toFinding: places[position])
    let words: Phrase =
      isWrapping
      ? "finding 1 of \(places.count), from the first again"
      : "finding \(position + 1) of \(places.count)"
    status = .text(words, .look)
  }

  /// The uses to look at, ascending; an odd layer is one.
  private var findingPlaces: [Int] {
    var places = Set(findings.unreadableUses)
    for parameter in findings.nonfinite { places.formUnion(outline.parameters[parameter].uses) }
    for node in facts.oddOnes.keys { places.insert(outline.nodes[node].uses.lowerBound) }
    return places.sorted()
  }

  private mutating func go(toFinding use: Int) {
    let odd = path(to: outline.uses[use].node).first(where: isOddOneOut)
    let isTensor =
      findings.unreadableUses.position(of: use) != nil
      || findings.nonfinite.contains(outline.uses[use].parameter)
    if let odd, !isTensor {
      reveal(node: odd)
      select(node: odd)
    } else {
      show(use: use)
    }
  }

  /// Selects a use where it stands with its like in other layers, else in its own layer.
  mutating func show(use: Int) {
    let stand = visibleStand(for: outline.uses[use].node)
    select(node: stand)
    if let row = rows.table.firstIndex(of: use) {
      selectRow(row)
    } else {
      reveal(use: use)
    }
  }

  /// Reads what could not be read once more.
  mutating func readAgain() {
    let count = findings.unreadable.count
    guard count > 0 else {
      status = .text("everything that was read could be read")
      return
    }
    forget(findings.unreadable.sorted())
    status = .text(count == 1 ? "reading 1 tensor again" : "reading \(count) tensors again")
  }
}
