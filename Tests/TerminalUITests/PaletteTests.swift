import TerminalUI
import Testing

struct PaletteTests {
  private static let foregrounds: [Ink] =
    [.text, .dim, .accent, .theory, .warning, .error, .good] + (0..<8).map { .tie($0) }

  private func resolve(_ style: Style, _ depth: ColorDepth, _ theme: Theme = .dark) -> ResolvedStyle
  {
    Palette(theme: theme, depth: depth).resolve(style)
  }

  @Test func `true colour is the design's table`() {
    #expect(resolve(Style(.accent), .trueColor).foreground == .rgb(RGB(0x56C8B4)))
    #expect(resolve(Style(.tie(9)), .trueColor, .light).foreground == .rgb(RGB(0x6A45C8)))
    #expect(resolve(Style(.heat(-99)), .trueColor).foreground == .rgb(RGB(0x3D8BEB)))
    #expect(resolve(.plain, .trueColor).background == .terminalDefault)
  }

  @Test func `256 colours are the design's indices`() {
    #expect(resolve(Style(.text, on: .titleBack), .colors256).background == .indexed(235))
    #expect(resolve(Style(.error), .colors256, .light).foreground == .indexed(124))
  }

  @Test(arguments: Theme.allCases, foregrounds)
  func `text reads well on a selection and on a flash`(theme: Theme, ink: Ink) throws {
    for background in [Ink.selectionBack, .flashBack] where ink != .text && ink != .dim {
      let style = resolve(Style(ink, on: background), .trueColor, theme)
      guard case .rgb(let front) = style.foreground, case .rgb(let back) = style.background else {
        Issue.record("no exact colour")
        return
      }
      #expect(front.contrast(with: back) >= 4.5, "\(ink) on \(background)")
    }
  }

  @Test func `a hue lost on a selection in 256 colours becomes the selection's bold text`() {
    let style = resolve(Style(.tie(0), on: .selectionBack), .colors256)
    #expect(style.foreground == .indexed(231))
    #expect(style.attributes == .bold)
  }

  @Test(arguments: Theme.allCases, Array(-10...10))
  func `numbers on heat are black or white, whichever reads better`(theme: Theme, step: Int) {
    let style = resolve(Style(.text, on: .heat(step)), .trueColor, theme)
    guard case .rgb(let front) = style.foreground, case .rgb(let back) = style.background else {
      Issue.record("no exact colour")
      return
    }
    #expect(front.contrast(with: back) >= 4.55)
  }

  @Test func `heat grows with the power of 0.8 and is clipped`() {
    #expect(Ink.heat(ofRatio: 0) == .heat(0))
    #expect(Ink.heat(ofRatio: 0.5) == .heat(6))
    #expect(Ink.heat(ofRatio: -7) == .heat(-10))
    #expect(Ink.heat(ofRatio: .nan) == .heat(0))
    #expect(Ink.heat(ofRatio: -.infinity) == .heat(-10))
  }

  private static let inEightColors: [(Style, ResolvedColor, ResolvedColor, Attributes)] = [
    (Style(.accent), ResolvedColor.indexed(6), ResolvedColor.terminalDefault, Attributes.bold),
    (Style(.dim), .terminalDefault, .terminalDefault, .dim),
    (Style(.text, on: .selectionBack), .terminalDefault, .terminalDefault, .reversed),
    (Style(.text, on: .unfocusedBack), .terminalDefault, .terminalDefault, .bold),
    (Style(.flashText, on: .flashBack), .indexed(0), .indexed(3), []),
    (Style(.tie(6)), .indexed(3), .terminalDefault, .bold),
    (Style(.text, on: .heat(9)), .terminalDefault, .terminalDefault, []),
  ]

  @Test(arguments: inEightColors)
  func `eight colours keep the meaning`(
    style: Style, foreground: ResolvedColor, background: ResolvedColor, attributes: Attributes
  ) {
    #expect(
      resolve(style, .colors8)
        == ResolvedStyle(
          foreground: foreground, background: background, attributes: attributes))
  }

  private static let withoutColors: [(Style, Attributes)] = [
    (Style.plain, Attributes([])), (Style(.dim), .dim), (.accent, .bold), (Style(.tie(3)), .bold),
    (Style(.selectionText, on: .selectionBack), .reversed),
    (Style(.text, on: .unfocusedBack), .bold),
    (Style(.flashText, on: .flashBack), [.reversed, .bold]), (Style(.before), .dim),
    (Style(.good), []), (Style(.dim, on: .titleBack), [.dim, .reversed]), (Style(.faint), .dim),
    (Style(.dim).bold, .bold),
  ]

  @Test(arguments: withoutColors)
  func `without colours attributes keep the meaning`(style: Style, attributes: Attributes) {
    #expect(resolve(style, .monochrome) == ResolvedStyle(attributes: attributes))
  }

  @Test(arguments: ColorDepth.allCases)
  func `a cut shows the terminal's own background`(depth: ColorDepth) {
    let style = resolve(Style(.canvas, on: .now), depth)
    #expect(style.attributes.contains(.reversed))
    #expect(style.background == .terminalDefault)
    #expect(style.foreground == resolve(Style(.now), depth).foreground)
  }

  @Test func `high contrast lifts what is dim`() {
    let palette = Palette(theme: .light, depth: .trueColor, highContrast: true)
    let plain = Palette(theme: .light, depth: .trueColor)
    #expect(palette.resolve(Style(.dim)) == plain.resolve(.plain))
    #expect(palette.resolve(Style(.rule)) == plain.resolve(.plain))
    #expect(palette.resolve(Style(.before)) == plain.resolve(Style(.dim)))
  }

  @Test func `a flash fades to what was there`() {
    let full = resolve(Style(.flashText, on: .flashBack), .trueColor)
    let fading = Style(.flashText, on: .fadingFlashBack(thirds: 3, selected: false))
    let gone = Style(.flashText, on: .fadingFlashBack(thirds: 0, selected: true))
    #expect(resolve(fading, .trueColor) == full)
    #expect(resolve(gone, .trueColor).background == .rgb(RGB(0x163F3B)))
  }
}
