private import CNcurses
internal import TerminalUI

/// The pairs of colours that ncurses knows, and what each style becomes.
struct ColorPairs {
  /// What ncurses draws a style with.
  struct Drawing {
    /// Bits of `nc_attribute`.
    let attributes: UInt32
    /// The number of a pair.
    let pair: Int32
  }

  private struct Colors: Hashable {
    let foreground: ResolvedColor
    let background: ResolvedColor
  }

  private let palette: Palette
  private let mostPairs: Int32
  private var pairs: [Colors: Int32]
  private var drawings: [Style: Drawing] = [:]

  /// Creates an empty table, whose pair 0 is the terminal's own.
  init(palette: Palette) {
    self.palette = palette
    mostPairs = max(1, nc_pair_count())
    let terminal = Colors(foreground: .terminalDefault, background: .terminalDefault)
    pairs = [terminal: 0]
  }

  /// Whether the next frame could need more pairs than are left.
  var isNearlyFull: Bool { pairs.count > Int(mostPairs) * 3 / 4 }

  /// What to draw `style` with.
  mutating func drawing(of style: Style) -> Drawing {
    if let known = drawings[style] { return known }
    let resolved = palette.resolve(style)
    let colors = Colors(foreground: resolved.foreground, background: resolved.background)
    let drawing = Drawing(
      attributes: Self.bits(resolved.attributes), pair: pair(of: colors))
    drawings[style] = drawing
    return drawing
  }

  /// The pair of `colors`, or the terminal's own colours when there are too many.
  private mutating func pair(of colors: Colors) -> Int32 {
    if let known = pairs[colors] { return known }
    let next = Int32(pairs.count)
    guard next < mostPairs,
      nc_define_pair(next, Self.number(colors.foreground), Self.number(colors.background))
    else { return 0 }
    pairs[colors] = next
    return next
  }

  private static func bits(_ attributes: Attributes) -> UInt32 {
    var bits = 0
    if attributes.contains(.bold) { bits |= nc_attribute_bold }
    if attributes.contains(.dim) { bits |= nc_attribute_dim }
    if attributes.contains(.reversed) { bits |= nc_attribute_reversed }
    return UInt32(bits)
  }

  private static func number(_ color: ResolvedColor) -> Int32 {
    switch color {
    case .terminalDefault: -1
    case .indexed(let index): Int32(index)
    // Terminals with direct colour keep the numbers 0 to 7 for the eight basic colours.
    case .rgb(let color):
      max(8, Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue))
    }
  }
}
