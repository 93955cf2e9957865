/// Whether the terminal's background is dark or light.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  /// A dark background.
  case dark
  /// A light background.
  case light
}
