/// Whether a name comes before another when runs of digits count as numbers: 2 before 10.
func naturallyPrecedes(_ left: String, _ right: String) -> Bool {
  naturallyPrecedes(Array(left.utf8).span, Array(right.utf8).span)
}

/// The same for names as bytes.
func naturallyPrecedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  var (i, j) = (0, 0)
  while i < left.count, j < right.count {
    if isDigit(left[i]), isDigit(right[j]) {
      let number = takeNumber(left, &i)
      let other = takeNumber(right, &j)
      if number.count != other.count { return number.count < other.count }
      for (place, otherPlace) in zip(number, other) where left[place] != right[otherPlace] {
        return left[place] < right[otherPlace]
      }
    } else if left[i] != right[j] {
      return left[i] < right[j]
    } else {
      i += 1
      j += 1
    }
  }
  return i == left.count && j < right.count
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Goes past the digits from a place on, and returns where they are without leading zeros.
private func takeNumber(_ text: Span<UInt8>, _ place: inout Int) -> Range<Int> {
  var start = place
  while place < text.count, isDigit(text[place]) { place += 1 }
  while start < place, text[start] == UInt8(ascii: "0") { start += 1 }
  return start..<place
}
