/// How many colours a terminal shows.
public enum ColorDepth: Hashable, Sendable, CaseIterable, Comparable {
  /// None: attributes only.
  case monochrome
  /// Eight, by index.
  case colors8
  /// Sixteen, by index; the design uses the first eight, which every terminal shows alike.
  case colors16
  /// 256, by xterm's index.
  case colors256
  /// Any, by red, green and blue.
  case trueColor
}
