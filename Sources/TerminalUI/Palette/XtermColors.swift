/// The 240 colours that xterm defines after the 16 that users choose.
enum XtermColors {
  private static let cubeLevels: [Int] = [0, 95, 135, 175, 215, 255]

  /// The colour of an index from 16 to 255.
  static func color(_ index: Int) -> RGB {
    guard index < 232 else {
      let gray = UInt8(8 + 10 * (min(index, 255) - 232))
      return RGB(red: gray, green: gray, blue: gray)
    }
    let cell = max(index, 16) - 16
    return RGB(
      red: UInt8(cubeLevels[cell / 36]), green: UInt8(cubeLevels[cell / 6 % 6]),
      blue: UInt8(cubeLevels[cell % 6]))
  }

  /// The index of the colour nearest to `color`; of equals, the lowest.
  static func nearestIndex(to color: RGB) -> Int {
    func distance(_ index: Int) -> Int {
      let other = Self.color(index)
      let red = Int(color.red) - Int(other.red)
      let green = Int(color.green) - Int(other.green)
      let blue = Int(color.blue) - Int(other.blue)
      return red * red + green * green + blue * blue
    }
    return (16...255).min { distance($0) < distance($1) } ?? 16
  }
}
