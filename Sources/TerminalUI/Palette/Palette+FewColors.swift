/// Numbers of the eight colours that every colour terminal has.
private enum BasicColor {
  static let black = 0
  static let red = 1
  static let green = 2
  static let yellow = 3
  static let blue = 4
  static let magenta = 5
  static let cyan = 6
}

// MARK: - Eight colours

extension Palette {
  func resolveInEightColors(_ style: Style) -> ResolvedStyle {
    var resolved = eightColorForeground(style.foreground)
    switch style.background {
    case .selectionBack, .titleBack:
      // Reversed, a hue would be a patch behind its letters, which tell by themselves.
      if resolved.foreground != .terminalDefault { resolved = ResolvedStyle(attributes: .bold) }
      resolved.attributes.insert(.reversed)
    case .unfocusedBack: resolved.attributes.insert(.bold)
    case .flashBack, .fadingFlashBack:
      // Only black reads well on yellow, whatever the hue was.
      return ResolvedStyle(
        foreground: .indexed(BasicColor.black), background: .indexed(BasicColor.yellow),
        attributes: resolved.attributes.intersection(.bold))
    case .accent, .now: resolved.background = .indexed(BasicColor.cyan)
    case .theory, .warning: resolved.background = .indexed(BasicColor.yellow)
    case .error: resolved.background = .indexed(BasicColor.red)
    case .good: resolved.background = .indexed(BasicColor.green)
    case .tie: resolved.background = eightColorForeground(style.background).foreground
    default: break  // Heat included: its digits tell.
    }
    return resolved
  }

  private func eightColorForeground(_ ink: Ink) -> ResolvedStyle {
    func color(_ index: Int, _ attributes: Attributes = []) -> ResolvedStyle {
      ResolvedStyle(foreground: .indexed(index), attributes: attributes)
    }
    switch ink {
    case .dim, .faint, .rule, .before: return ResolvedStyle(attributes: .dim)
    case .accent: return color(BasicColor.cyan, .bold)
    case .now: return color(BasicColor.cyan)
    case .theory: return color(BasicColor.yellow)
    case .warning: return color(BasicColor.yellow, .bold)
    case .error: return color(BasicColor.red, .bold)
    case .good: return color(BasicColor.green)
    case .flashText: return color(BasicColor.black)
    case .heat(let step) where step != 0: return color(step < 0 ? blue.index : BasicColor.yellow)
    case .tie(let index): return eightColorTie(Ink.tieHue(index))
    default: return ResolvedStyle()
    }
  }

  private func eightColorTie(_ hue: Int) -> ResolvedStyle {
    let hues: [(index: Int, attributes: Attributes)] = [
      (BasicColor.yellow, []), (BasicColor.magenta, []), (BasicColor.cyan, []),
      (BasicColor.red, []), (BasicColor.green, []), blue, (BasicColor.yellow, .bold),
    ]
    guard hue < hues.count else { return ResolvedStyle() }
    return ResolvedStyle(
      foreground: .indexed(hues[hue].index), attributes: hues[hue].attributes)
  }

  /// Blue cannot be read on a dark background such as the Linux console's.
  private var blue: (index: Int, attributes: Attributes) {
    theme == .dark ? (BasicColor.cyan, .bold) : (BasicColor.blue, [])
  }
}

// MARK: - No colours

extension Palette {
  func resolveWithoutColors(_ style: Style) -> ResolvedStyle {
    var attributes: Attributes =
      switch style.foreground {
      case .dim, .faint, .rule, .before: .dim
      case .accent, .tie, .theory, .warning, .error: .bold
      case .selectionText: .reversed
      case .flashText: [.reversed, .bold]
      default: []
      }
    switch style.background {
    case .selectionBack, .titleBack: attributes.insert(.reversed)
    case .unfocusedBack: attributes.insert(.bold)
    case .flashBack, .fadingFlashBack: attributes.formUnion([.reversed, .bold])
    default: break
    }
    return ResolvedStyle(attributes: attributes)
  }
}
