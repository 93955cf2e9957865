/// What a key of the depth profile asks for.
enum ProfileCommand: Hashable, Sendable {
  case firstRole, lastRole, nextOutlier
  case nextStatistic, previousStatistic, compareAll
  case nextStack, previousStack
  case leave
}

/// What a key asks for while two models are compared.
enum ComparisonCommand: Hashable, Sendable {
  case nextChange, previousChange
  case sort, swap
  case show(ComparisonState.Tab)
  case leave
}

/// What a key of the dialog asks for.
enum DialogCommand: Hashable, Sendable {
  case nextField, previousField, nextSeed
}

/// What a key asks for while a pattern is typed.
enum PromptCommand: Hashable, Sendable {
  case older, newer
}
