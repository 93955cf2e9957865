public import Workspace

/// What the details show, each of which keeps its own settings while another is on the screen.
public struct DetailState: Hashable, Sendable {
  /// The detail on the screen.
  public var tab = DetailTab.histogram
  /// The detail beside it, where there is room for two.
  public var companion = DetailTab.values
  /// The part of complex values that is shown.
  public var part = ComplexPart.real
  /// The histogram.
  public var histogram = HistogramState()
  /// The matrix of values.
  public var values = ValuesState()
  /// The users of the parameter.
  public var sharing = SharingState()
  /// The gradient.
  public var gradient = GradientPaneState()
  /// The states of the parameter so far.
  public var history = HistoryPaneState()
  /// The list of facts.
  public var info = InfoState()

  /// Shows a detail in one of the two places; what would stand twice changes sides.
  mutating func show(_ tab: DetailTab, inCompanion: Bool) {
    if inCompanion {
      if tab == self.tab { self.tab = companion }
      companion = tab
    } else {
      if tab == companion { companion = self.tab }
      self.tab = tab
    }
  }
}

/// How the gradient is drawn.
public struct GradientPaneState: Hashable, Sendable {
  /// Whether magnitudes are shown.
  public var isAbsolute = false
  /// The use to begin with, where not all fit.
  public var firstUse = 0
}

/// Where the list of facts stands.
public struct InfoState: Hashable, Sendable {
  /// The first line on the screen.
  public var scroll = 0
  /// The parameter whose singular values are wanted.
  public var spectrumOf: Int?
}
