internal import Words
internal import Workspace

extension InspectorState {
  /// Does what a key that finds one's way asks for.
  mutating func perform(_ command: FindCommand) -> [InspectorEffect] {
    switch command {
    case .find: openPrompt(.find)
    case .filter: openPrompt(.filter)
    case .next: return goOn(forward: true)
    case .previous: return goOn(forward: false)
    case .sort: sortByNextColumn()
    case .reverse: reverseSort()
    case .mark: overlay = .mark(isSetting: true)
    case .goToMark: overlay = .mark(isSetting: false)
    case .back: jump(by: -1)
    case .forward: jump(by: 1)
    case .nextLayer: goToLayer(by: 1)
    case .previousLayer: goToLayer(by: -1)
    case .nextFinding: goToNextFinding()
    case .readAgain: readAgain()
    case .profile: openProfile()
    case .again:
      guard lastRequest != nil else {
        status = .text("nothing was changed yet that could be repeated")
        return []
      }
      return initializeAgain()
    }
    return []
  }

  /// Leaves what Escape leaves, one thing at a time: the scan, the filter, what was looked for, the
  /// full screen.
  mutating func escape() -> [InspectorEffect] {
    if scanning.isWorthMentioning { return stopScanning() }
    if find.filter != nil {
      find.filter = nil
      listFiltered()
    } else if find.search != nil {
      return clearSearch()
    } else {
      isFullScreen = false
    }
    return []
  }
}
