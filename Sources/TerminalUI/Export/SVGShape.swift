/// A character that is drawn as a shape, because fonts draw it with gaps or in other places.
enum SVGShape: Hashable {
  /// A block that fills the cell between two eighths of its height, counted from the bottom.
  case block(eighths: ClosedRange<Int>)
  /// A cell covered to some hundredths.
  case shade(percent: Int)
  /// Lines from the middle of the cell to its sides.
  case lines(Sides, thickness: Int)
  /// A rounded corner between two sides.
  case corner(Sides)
  /// A closed figure through points of the cell.
  case polygon([[Int]])

  /// Sides of a cell.
  struct Sides: OptionSet, Hashable {
    let rawValue: Int
    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    static let up = Sides(rawValue: 4)
    static let down = Sides(rawValue: 8)
  }

  private static let thin = 2
  private static let heavy = 4
  private static let middleX = 6
  private static let middleY = 12

  /// The shape of `character`, or nil if it is drawn as text.
  init?(_ character: Character) {
    switch character {
    case "▁": self = .block(eighths: 0...1)
    case "▂": self = .block(eighths: 0...2)
    case "▃": self = .block(eighths: 0...3)
    case "▄": self = .block(eighths: 0...4)
    case "▅": self = .block(eighths: 0...5)
    case "▆": self = .block(eighths: 0...6)
    case "▇": self = .block(eighths: 0...7)
    case "█": self = .block(eighths: 0...8)
    case "▔": self = .block(eighths: 7...8)
    case "░": self = .shade(percent: 30)
    case "▒": self = .shade(percent: 50)
    case "▓": self = .shade(percent: 75)
    case "▪": self = .polygon([[2, 9], [10, 9], [10, 17], [2, 17]])
    case "▸": self = .polygon([[2, 8], [9, 12], [2, 16]])
    case "▾": self = .polygon([[2, 9], [10, 9], [6, 16]])
    case "▴": self = .polygon([[2, 16], [10, 16], [6, 9]])
    default:
      guard let rule = Self.rule(character) else { return nil }
      self = rule
    }
  }

  private static func rule(_ character: Character) -> SVGShape? {
    switch character {
    case "─": .lines([.left, .right], thickness: thin)
    case "━": .lines([.left, .right], thickness: heavy)
    case "│": .lines([.up, .down], thickness: thin)
    case "┬": .lines([.left, .right, .down], thickness: thin)
    case "├": .lines([.up, .down, .right], thickness: thin)
    case "┤": .lines([.up, .down, .left], thickness: thin)
    case "┴": .lines([.left, .right, .up], thickness: thin)
    case "┼": .lines([.left, .right, .up, .down], thickness: thin)
    case "└": .lines([.up, .right], thickness: thin)
    case "╭": .corner([.down, .right])
    case "╮": .corner([.down, .left])
    case "╰": .corner([.up, .right])
    case "╯": .corner([.up, .left])
    default: nil
    }
  }

  /// The element that draws the shape `count` times in a row from the cell at `x` and `y`.
  func element(x: Int, y: Int, count: Int, color: String, _ attributes: String) -> String {
    let (width, height) = (SVGPicture.cellWidth, SVGPicture.cellHeight)
    var path = ""
    switch self {
    case .block(let eighths):
      let bottom = y + height - (eighths.lowerBound * height + 4) / 8
      let top = y + height - (eighths.upperBound * height + 4) / 8
      path = Self.rectangle(x, top, width * count, bottom - top)
    case .shade(let percent):
      return """
        <rect x="\(x)" y="\(y)" width="\(width * count)" height="\(height)" fill="\(color)" \
        fill-opacity="0.\(percent)"\(attributes)/>

        """
    case .lines(let sides, let thickness):
      path = Self.lines(sides, thickness, x: x, y: y, count: count)
    case .corner(let sides):
      for index in 0..<count { path += Self.corner(sides, x: x + index * width, y: y) }
      return """
        <path d="\(path)" fill="none" stroke="\(color)" stroke-width="\(Self.thin)"\(attributes)/>

        """
    case .polygon(let points):
      for index in 0..<count {
        let corners = points.map { "\(x + index * width + $0[0]) \(y + $0[1])" }
        path += "M" + corners.joined(separator: "L") + "Z"
      }
    }
    return "<path d=\"\(path)\" fill=\"\(color)\"\(attributes)/>\n"
  }

  private static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
    "M\(x) \(y)h\(width)v\(height)h-\(width)Z"
  }

  private static func lines(
    _ sides: Sides, _ thickness: Int, x: Int, y: Int, count: Int
  ) -> String {
    let (width, height) = (SVGPicture.cellWidth, SVGPicture.cellHeight)
    let half = thickness / 2
    var path = ""
    if sides.isSuperset(of: [.left, .right]) {
      path += rectangle(x, y + middleY - half, width * count, thickness)
    }
    for cell in 0..<count {
      let left = x + cell * width
      if !sides.contains(.left), sides.contains(.right) {
        let start = left + middleX - half
        path += rectangle(start, y + middleY - half, left + width - start, thickness)
      } else if sides.contains(.left), !sides.contains(.right) {
        path += rectangle(left, y + middleY - half, middleX + half, thickness)
      }
      guard !sides.isDisjoint(with: [.up, .down]) else { continue }
      let top = sides.contains(.up) ? y : y + middleY - half
      let bottom = sides.contains(.down) ? y + height : y + middleY + half
      path += rectangle(left + middleX - half, top, thickness, bottom - top)
    }
    return path
  }

  private static func corner(_ sides: Sides, x: Int, y: Int) -> String {
    let (centerX, centerY) = (x + middleX, y + middleY)
    let startY = sides.contains(.down) ? y + SVGPicture.cellHeight : y
    let bendY = sides.contains(.down) ? centerY + 5 : centerY - 5
    let endX = sides.contains(.right) ? x + SVGPicture.cellWidth : x
    return "M\(centerX) \(startY)V\(bendY)Q\(centerX) \(centerY) \(endX) \(centerY)"
  }
}
