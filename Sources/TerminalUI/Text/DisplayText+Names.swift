extension DisplayText {
  /// A dotted name in at most `columns` columns; the numbers in it, which tell layers apart, stay.
  ///
  /// Where no number would be lost the middle is left out, else what stands before and between them.
  public func truncatedName(
    to columns: Int, ellipsis: String = Glyphs.unicode.ellipsis
  ) -> DisplayText {
    let plain = truncatedMiddle(to: columns, ellipsis: ellipsis)
    guard width > columns else { return self }
    let mark = DisplayText(ellipsis)
    let room = columns - mark.width
    let headCount = prefix(columns: room / 3).clusters.count
    let tailCount = suffix(columns: room - prefix(columns: room / 3).width).clusters.count
    let hidden = headCount..<(clusters.count - tailCount)
    let numbers = numberRanges.filter { $0.overlaps(hidden) }
    guard let first = numbers.first else { return plain }
    return truncated(before: first, numbers, to: columns, mark) ?? plain
  }

  /// The name from its first hidden number on, or, if that is too long, its numbers and its end.
  private func truncated(
    before first: Range<Int>, _ numbers: [Range<Int>], to columns: Int, _ mark: DisplayText
  ) -> DisplayText? {
    let rest = slice(first.lowerBound..<clusters.count)
    let spare = columns - rest.width - mark.width
    if spare >= 0 { return joined([prefix(columns: spare), mark, rest]) }
    for kept in numbers.indices.reversed().map({ Array(numbers.prefix($0 + 1)) }) {
      let starts = kept.flatMap { [mark, slice($0)] } + [mark]
      let room = columns - starts.reduce(0) { $0 + $1.width }
      // The name's end says more than a number that is followed by nothing.
      if room >= 4 { return joined(starts + [suffix(columns: room)]) }
    }
    return nil
  }

  /// The parts of the name that are numbers.
  private var numberRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for position in 0...clusters.count
    where position == clusters.count || clusters[position].character == "." {
      let part = clusters[start..<position]
      if !part.isEmpty, part.allSatisfy({ ("0"..."9").contains($0.character) }) {
        ranges.append(start..<position)
      }
      start = position + 1
    }
    return ranges
  }
}
