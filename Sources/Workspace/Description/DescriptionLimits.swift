/// The line on which lists and mappings nest deeper than `limit`, judged before they are parsed.
///
/// YAML parsers recurse; a hostile text must not reach that recursion.
func lineOfExcessiveNesting(in text: String, limit: Int) -> Int? {
  var flowDepth = 0
  var line = 1
  var leadingCount = 0
  var isLeading = true
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\n"): (line, leadingCount, isLeading) = (line + 1, 0, true)
    case UInt8(ascii: "["), UInt8(ascii: "{"): flowDepth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): flowDepth = max(0, flowDepth - 1)
    default: break
    }
    isLeading = isLeading && " \n-?:\t".utf8.contains(byte)
    if isLeading { leadingCount += 1 }
    if flowDepth > limit || leadingCount > 4 * limit { return line }
  }
  return nil
}

/// The line with one alias too many, judged before the text is parsed.
///
/// An alias of a list of aliases of lists grows exponentially, and the parser compares keys in full.
func lineOfExcessiveAlias(in text: String, limit: Int) -> Int? {
  var count = 0
  var line = 1
  var before = UInt8(ascii: "\n")
  var isAfterStar = false
  for byte in text.utf8 {
    if isAfterStar, !" \t\r\n".utf8.contains(byte) { count += 1 }
    if count > limit { return line }
    isAfterStar = byte == UInt8(ascii: "*") && " \t\r\n[{,:?-".utf8.contains(before)
    if byte == UInt8(ascii: "\n") { line += 1 }
    before = byte
  }
  return nil
}
