internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Opens the depth profile at what is selected, or says why there is none.
  mutating func openProfile() {
    let stacks = outline.layerStacks()
    guard !stacks.isEmpty else {
      status = .text(
        "there is no depth to profile: no two layers have numbers and a parameter in common", .look)
      return
    }
    var profile = ProfileState(stacks: stacks)
    // Where nothing in particular is selected, the largest stack is what one wants to see.
    let here = tree.selection > 0 || table.selection > 0 ? selectedUse : nil
    for (index, stack) in stacks.enumerated() {
      guard let layer = stack.uses.firstIndex(where: { $0.contains(here) }), here != nil else {
        continue
      }
      (profile.stackIndex, profile.layer) = (index, layer)
      profile.role = stack.uses[layer].firstIndex(of: here) ?? 0
      break
    }
    leavePlace()
    scanEverything()
    show(profile)
  }

  /// Shows a profile with what is known now.
  mutating func show(_ profile: ProfileState) {
    var profile = profile
    profile.columns = profile.stack.roles.indices.map { role in
      ProfileColumn(profile.stack.uses.map { row in row[role].flatMap { value(of: $0, profile) } })
    }
    keepCursorVisible(&profile)
    overlay = .profile(profile)
  }

  private func value(of use: Int, _ profile: ProfileState) -> Double? {
    let parameter = outline.uses[use].parameter
    return figures[parameter]?.statistics.flatMap {
      profile.statistic.value($0, outline.parameters[parameter])
    }
  }

  /// Brings the profile up to date with what has become known.
  mutating func refreshProfile() {
    if case .profile(let profile) = overlay { show(profile) }
  }

  /// The parameters that the profile shows, those in sight first; none while it is shut.
  var profiledParameters: [Int] {
    guard case .profile(let profile) = overlay else { return [] }
    let rowCount = ProfileLayout(size: size, profile).layerCount
    let inSight = profile.stack.uses.dropFirst(profile.layerScroll).prefix(rowCount)
    return inSight.flatMap { $0.compactMap { $0.map { outline.uses[$0].parameter } } }
  }

  /// Takes a key while the profile is shown.
  mutating func reduceProfile(_ profile: ProfileState, _ key: Key) -> [InspectorEffect] {
    guard let command = command(for: key) else { return [] }
    var profile = profile
    switch command {
    case .escape where scanning.isWorthMentioning: return stopScanning()
    case .escape, .profile(.leave):
      overlay = .none
      return []
    case .enter:
      openCell(profile)
      return []
    case .left: profile.move(role: -1)
    case .right: profile.move(role: 1)
    case .profile(.nextOutlier): goToNextOutlier(&profile)
    case .profile(let command): profile.perform(command)
    default:
      profile.layer = destination(
        of: command, from: profile.layer, count: profile.stack.layers.count,
        page: ProfileLayout(size: size, profile).layerCount)
    }
    show(profile)
    return []
  }

  /// Leaves the profile for the parameter under its cursor.
  private mutating func openCell(_ profile: ProfileState) {
    guard let use = profile.use else { return }
    overlay = .none
    show(use: use)
    focus = .table
  }

  private mutating func goToNextOutlier(_ profile: inout ProfileState) {
    let outliers = profile.outliers
    guard !outliers.isEmpty else { return }
    let here = (profile.layer, profile.role)
    let next = outliers.first { ($0.layer, $0.role) > here } ?? outliers[0]
    (profile.layer, profile.role) = (next.layer, next.role)
  }

  private func keepCursorVisible(_ profile: inout ProfileState) {
    let layout = ProfileLayout(size: size, profile)
    profile.layerScroll = Self.scroll(
      profile.layerScroll, showing: profile.layer, of: profile.stack.layers.count,
      in: layout.layerCount)
    profile.roleScroll = Self.scroll(
      profile.roleScroll, showing: profile.role, of: profile.stack.roles.count,
      in: max(1, layout.roleCount))
  }
}

extension ProfileState {
  /// Moves the cursor as far as there is something.
  mutating func move(role step: Int) {
    role = max(0, min(stack.roles.count - 1, role + step))
  }

  /// Does what a key asks for that needs to know nothing else.
  mutating func perform(_ command: ProfileCommand) {
    switch command {
    case .firstRole: role = 0
    case .lastRole: role = stack.roles.count - 1
    case .nextStatistic: statistic = statistic.advanced(by: 1)
    case .previousStatistic: statistic = statistic.advanced(by: -1)
    case .compareAll: comparesAll.toggle()
    case .nextStack: showStack(1)
    case .previousStack: showStack(-1)
    case .nextOutlier, .leave: break
    }
  }

  /// Shows the next stack.
  private mutating func showStack(_ step: Int) {
    guard stacks.count > 1 else { return }
    stackIndex = (stackIndex + step + stacks.count) % stacks.count
    (layer, role, layerScroll, roleScroll) = (0, 0, 0, 0)
  }
}
