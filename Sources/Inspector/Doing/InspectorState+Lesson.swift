internal import LessonScreen
internal import TerminalUI
internal import Words

extension InspectorState {
  /// Takes in the lesson, which fills the screen until the user leaves it.
  mutating func takeLesson(_ report: WorkReport) -> [InspectorEffect] {
    work.lesson = nil
    switch report {
    case .lesson(let pages) where !pages.isEmpty:
      var shown = LessonState(
        size: size, glyphs: appearance.glyphs, language: appearance.language, pages: pages)
      shown.isAmbiguousWide = appearance.isAmbiguousWide
      lesson = shown
    case .failed(let message): status = .text(message, .error)
    default: break
    }
    return []
  }

  /// Hands an event to the lesson.
  mutating func reduceLesson(_ event: TerminalEvent) -> [InspectorEffect] {
    guard var shown = lesson else { return [] }
    let effects = LessonScreen.reduce(&shown, event)
    lesson = shown.isFinished ? nil : shown
    if case .resized(let size) = event { self.size = size }
    if event == .key(.control("c")) { isFinished = true }
    return effects.map { $0 == .suspend ? .suspend : .redraw }
  }
}
