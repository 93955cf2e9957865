/// What a key of the matrix of values asks for.
enum ValuesCommand: Hashable, Sendable {
  case absolute, transpose, editSlice
  case nextIndex, previousIndex, nextAxis, firstColumn, lastColumn
}
