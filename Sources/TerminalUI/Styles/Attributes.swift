/// What a terminal can do to text apart from colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The attribute bits.
  public let rawValue: UInt8

  /// Creates a set from its attribute bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Bold text: the answer on this screen.
  public static let bold = Attributes(rawValue: 1)
  /// Dim text: labels, units and the past, where there are no colours.
  public static let dim = Attributes(rawValue: 2)
  /// Foreground and background exchanged.
  public static let reversed = Attributes(rawValue: 4)
}
