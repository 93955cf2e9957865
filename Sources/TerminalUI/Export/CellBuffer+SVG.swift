extension CellBuffer {
  /// The frame as a standalone SVG document, in exact colours.
  ///
  /// Bars, rules and markers are drawn as shapes and text is placed cell by cell, so that the
  /// picture looks the same in every viewer. The same frame gives the same bytes.
  public func svg(theme: Theme = .dark) -> String {
    SVGPicture(frame: self, theme: theme).document
  }
}
