/// What a key of the list of users asks for.
enum SharingCommand: Hashable, Sendable {
  case tie, untie
}

/// What a key of the matrix of values asks for.
enum ValuesCommand: Hashable, Sendable {
  case absolute, transpose, editSlice
  case nextIndex, previousIndex, nextAxis, firstColumn, lastColumn
}

/// What a key of the histogram asks for.
enum HistogramCommand: Hashable, Sendable {
  case zoomIn, zoomOut, panLeft, panRight, quantileRange, reset
}

/// What a key of the history asks for.
enum HistoryCommand: Hashable, Sendable {
  case earlier, later, oneScale, restore
}
