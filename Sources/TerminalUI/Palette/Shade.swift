/// One role's colour, exact and as an index of xterm's 256.
struct Shade: Hashable {
  let color: RGB
  let index: Int

  init(_ hexadecimal: UInt32, _ index: Int) {
    color = RGB(hexadecimal)
    self.index = index
  }

  /// Creates the shade of a colour that is not in the design's table.
  init(nearest color: RGB) {
    self.color = color
    index = XtermColors.nearestIndex(to: color)
  }
}

extension Theme {
  /// The background that the colours were chosen for.
  public var canvas: RGB { RGB(self == .dark ? 0x14171C : 0xFBFBF9) }

  /// The shade of a role, or nil for the terminal's own colours.
  func shade(of ink: Ink) -> Shade? {
    switch ink {
    case .terminal: nil
    case .canvas: Shade(nearest: canvas)
    case .tie(let index): ties[Ink.tieHue(index)]
    case .heat(let step): heat(Ink.clippedHeat(step))
    case .fadingFlashBack(let thirds, let selected): fadingFlashBack(thirds, selected: selected)
    default: self == .dark ? darkShade(of: ink) : lightShade(of: ink)
    }
  }

  private func heat(_ step: Int) -> Shade {
    let end =
      switch (self, step < 0) {
      case (.dark, true): Shade(0x3D8BEB, 68)
      case (.dark, false): Shade(0xE8873A, 173)
      case (.light, true): Shade(0x1F6FCB, 26)
      case (.light, false): Shade(0xC8641A, 166)
      }
    let zero = self == .dark ? Shade(0x20252D, 235) : Shade(0xEEF0F2, 255)
    switch abs(step) {
    case 0: return zero
    case 10: return end
    case let tenths:
      return Shade(nearest: zero.color.blended(with: end.color, fraction: Double(tenths) / 10))
    }
  }

  /// 256 colours have one step: the flash, then what was there.
  private func fadingFlashBack(_ thirds: Int, selected: Bool) -> Shade? {
    guard let flash = shade(of: .flashBack) else { return nil }
    let target = selected ? shade(of: .selectionBack) : nil
    let fraction = Double(3 - min(max(thirds, 0), 3)) / 3
    let color = flash.color.blended(with: target?.color ?? canvas, fraction: fraction)
    return Shade(nearest: color)
  }

  private var ties: [Shade] {
    switch self {
    case .dark:
      [
        Shade(0xEBB04B, 179), Shade(0xB49AFA, 141), Shade(0x6DB9F2, 75), Shade(0xF08DB5, 211),
        Shade(0x9CCB58, 149), Shade(0xF58B6C, 209), Shade(0xD3C95A, 185), Shade(0xA9B8CA, 146),
      ]
    case .light:
      [
        Shade(0x8A5A00, 94), Shade(0x6A45C8, 62), Shade(0x0B62A8, 25), Shade(0xAE2866, 125),
        Shade(0x41700A, 28), Shade(0xB33A14, 130), Shade(0x6B6400, 58), Shade(0x4A5D75, 60),
      ]
    }
  }

  private func darkShade(of ink: Ink) -> Shade? {
    switch ink {
    case .text: Shade(0xD5D9E0, 253)
    case .dim: Shade(0x8B94A3, 246)
    case .faint: Shade(0x4A515C, 240)
    case .accent, .now: Shade(0x56C8B4, 79)
    case .rule: Shade(0x39414D, 238)
    case .selectionText: Shade(0xFFFFFF, 231)
    case .selectionBack: Shade(0x163F3B, 23)
    case .unfocusedBack: Shade(0x262C35, 237)
    case .flashText: Shade(0xFFE7B0, 231)
    case .flashBack: Shade(0x4A360B, 58)
    case .before: Shade(0x66707F, 243)
    case .theory: Shade(0xF2D08A, 222)
    case .warning: Shade(0xF2C14E, 215)
    case .error: Shade(0xFF8A80, 210)
    case .good: Shade(0x8CCF7E, 114)
    case .titleBack: Shade(0x1D222A, 235)
    case .terminal, .canvas, .tie, .heat, .fadingFlashBack: nil
    }
  }

  private func lightShade(of ink: Ink) -> Shade? {
    switch ink {
    case .text: Shade(0x22262C, 235)
    case .dim: Shade(0x5E6671, 242)
    case .faint: Shade(0xA9AFB7, 248)
    case .accent: Shade(0x00705F, 23)
    case .now: Shade(0x0F7F6D, 29)
    case .rule: Shade(0xC3C9D1, 251)
    case .selectionText: Shade(0x0B1F1C, 234)
    case .selectionBack: Shade(0xD3EEE9, 195)
    case .unfocusedBack: Shade(0xE8EAEC, 254)
    case .flashText: Shade(0x4A3200, 235)
    case .flashBack: Shade(0xFFE3A3, 229)
    case .before: Shade(0x8A94A1, 246)
    case .theory: Shade(0x8A5A00, 94)
    case .warning: Shade(0x875A00, 94)
    case .error: Shade(0xB3261E, 124)
    case .good: Shade(0x2F7327, 22)
    case .titleBack: Shade(0xEEF0EE, 255)
    case .terminal, .canvas, .tie, .heat, .fadingFlashBack: nil
    }
  }
}
