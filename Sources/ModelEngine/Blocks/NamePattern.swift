/// A regular expression for names of parameters, anchored at the beginning only, as `re.match` does.
struct NamePattern {
  private let regex: Regex<AnyRegexOutput>

  init(_ text: String) throws(ParameterError) {
    do {
      regex = try Regex(text).matchingSemantics(.unicodeScalar)
    } catch {
      throw .badPattern(text)
    }
  }

  func matches(_ name: String) -> Bool {
    (try? regex.prefixMatch(in: name)) != nil
  }
}
