/// How rows that have just changed are lit.
public enum Flash: Hashable, Sendable {
  /// Fully, until the next key.
  case held
  /// On the way back to normal, with so many thirds of the light left.
  case fading(thirds: Int)
}

extension InspectorState {
  /// How long the light is held, and then a step of its fading takes, in milliseconds.
  private static let holdingTime = 600
  private static let fadingTime = 150

  /// Lights the rows of some parameters; they fade by themselves, or with the next key.
  mutating func light(_ parameters: Set<Int>) -> [InspectorEffect] {
    lit = parameters
    flash = .held
    return waitForFlash(Self.holdingTime)
  }

  /// Takes the light away at once.
  mutating func endFlash() {
    lit = []
    flash = .held
    jobs.clock = nil
  }

  /// Goes on with the fading, unless something else has happened meanwhile.
  mutating func fade(_ id: JobID) -> [InspectorEffect] {
    guard jobs.clock == id else { return [] }
    switch flash {
    case .held: flash = .fading(thirds: 2)
    case .fading(let thirds) where thirds > 1: flash = .fading(thirds: thirds - 1)
    case .fading:
      endFlash()
      return []
    }
    return waitForFlash(Self.fadingTime)
  }

  private mutating func waitForFlash(_ milliseconds: Int) -> [InspectorEffect] {
    guard preferences.hasMotion, !appearance.isMonochrome else { return [] }
    let id = jobs.next()
    jobs.clock = id
    return [.wait(id, milliseconds: milliseconds)]
  }
}
