/// What a key asks for that finds one's way.
enum FindCommand: Hashable, Sendable {
  case find, next, previous, filter
  case sort, reverse
  case mark, goToMark, back, forward
  case nextLayer, previousLayer
  case nextFinding, readAgain
  case again, profile
}
