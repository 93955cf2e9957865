/// Turns roles into what a terminal can show.
public struct Palette: Hashable, Sendable {
  /// Whether the background is dark or light.
  public var theme: Theme
  /// How many colours there are.
  public var depth: ColorDepth
  /// Whether dim becomes text, before becomes dim, and rules become text.
  public var hasHighContrast: Bool

  /// Creates a palette.
  public init(theme: Theme = .dark, depth: ColorDepth = .trueColor, highContrast: Bool = false) {
    self.theme = theme
    self.depth = depth
    hasHighContrast = highContrast
  }

  /// The colours and attributes of `style` on this terminal.
  public func resolve(_ style: Style) -> ResolvedStyle {
    var style = style
    if hasHighContrast { style.foreground = highContrast(style.foreground) }
    if style.foreground == .canvas { return resolveCut(style) }
    var resolved =
      switch depth {
      case .monochrome: resolveWithoutColors(style)
      case .colors8, .colors16: resolveInEightColors(style)
      case .colors256: resolveIn256Colors(style)
      case .trueColor: resolveInTrueColor(style)
      }
    resolved.attributes.formUnion(style.attributes)
    // Terminals disagree on bold and dim together.
    if resolved.attributes.contains(.bold) { resolved.attributes.remove(.dim) }
    return resolved
  }

  /// A cut shows the true background of the terminal, which only reversing can name.
  private func resolveCut(_ style: Style) -> ResolvedStyle {
    var resolved = resolve(Style(style.background, on: .terminal, style.attributes))
    resolved.attributes.insert(.reversed)
    return resolved
  }

  private func highContrast(_ ink: Ink) -> Ink {
    switch ink {
    case .dim, .rule: .text
    case .before: .dim
    default: ink
    }
  }
}

// MARK: - Many colours

extension Palette {
  private func resolveInTrueColor(_ style: Style) -> ResolvedStyle {
    func color(_ ink: Ink) -> ResolvedColor {
      theme.shade(of: ink).map { .rgb($0.color) } ?? .terminalDefault
    }
    let foreground = heatText(style).map { ResolvedColor.rgb($0) } ?? color(style.foreground)
    return ResolvedStyle(foreground: foreground, background: color(style.background))
  }

  private func resolveIn256Colors(_ style: Style) -> ResolvedStyle {
    func color(_ ink: Ink) -> ResolvedColor {
      theme.shade(of: ink).map { .indexed($0.index) } ?? .terminalDefault
    }
    let background = color(style.background)
    if let text = heatText(style) {
      return ResolvedStyle(
        foreground: .indexed(XtermColors.nearestIndex(to: text)), background: background)
    }
    if let text = readableText(style) {
      return ResolvedStyle(foreground: color(text), background: background, attributes: .bold)
    }
    return ResolvedStyle(foreground: color(style.foreground), background: background)
  }

  /// Black or white, whichever reads better on a heat cell.
  private func heatText(_ style: Style) -> RGB? {
    guard case .heat = style.background, let back = theme.shade(of: style.background) else {
      return nil
    }
    guard style.foreground == .text || style.foreground == .terminal else { return nil }
    let shown = depth == .trueColor ? back.color : XtermColors.color(back.index)
    let black = RGB(0x000000)
    let white = RGB(0xFFFFFF)
    return black.contrast(with: shown) > white.contrast(with: shown) ? black : white
  }

  /// The role to use instead of a hue whose index falls under 4.5 on a selection or flash back.
  private func readableText(_ style: Style) -> Ink? {
    let replacement: Ink
    switch style.background {
    case .selectionBack: replacement = .selectionText
    case .flashBack: replacement = .flashText
    default: return nil
    }
    switch style.foreground {
    case .accent, .dim, .tie, .theory, .warning, .error, .good: break
    default: return nil
    }
    guard let front = theme.shade(of: style.foreground),
      let back = theme.shade(of: style.background)
    else { return nil }
    let contrast = XtermColors.color(front.index).contrast(with: XtermColors.color(back.index))
    return contrast < 4.5 ? replacement : nil
  }
}
