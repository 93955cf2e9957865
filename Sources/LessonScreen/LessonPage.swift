public import Lessons
internal import ModelEngine
internal import Tensors

/// A step of the lesson, and the network as it was after it.
public struct LessonPage: Hashable, Sendable {
  /// The step.
  public var step: LessonStep
  /// The network.
  public var network: NetworkPicture

  /// Runs the lesson and takes a picture of the network after each step.
  ///
  /// - Parameters:
  ///   - seed: The seed; any integer, of which 32 bits count.
  ///   - language: The language of titles and texts.
  /// - Returns: The pages in order.
  /// - Throws: What a cell throws; none does.
  public static func all(seed: Int, language: LessonLanguage) throws -> [LessonPage] {
    var pages: [LessonPage] = []
    var before: [String: Tensor] = [:]
    try ChapterLesson.run(seed: seed, language: language) { step, network in
      pages.append(
        LessonPage(step: step, network: NetworkPicture(network, before: &before)))
    }
    return pages
  }
}
