public import Tensors
internal import Words
public import Workspace

/// Something about elements that a detail on the screen wants to know and that takes a job.
public enum DetailRequest: Hashable, Sendable {
  /// The elements of some rows and columns, and the one under the cursor in words.
  case window(parameter: Int, TensorPlane, rows: Range<Int>, columns: Range<Int>, cursor: PlaneCell)
  /// The map of a whole plane, in so many blocks.
  case survey(parameter: Int, TensorPlane, blockRowCount: Int, blockColumnCount: Int)
  /// Which parameters have equal elements and are not one object.
  case equalGroups
  /// The counts over another axis, now and before the last change.
  case recount(parameter: Int, DisplayAxis, ComplexPart)
  /// The gradient and what each use contributed.
  case gradient(parameter: Int)
  /// The singular values.
  case spectrum(parameter: Int)
  /// The norms of some gradients.
  case gradientNorms(parameters: [Int])

  /// The kinds of requests; of each kind one is wanted at a time.
  enum Kind: Hashable, Sendable, CaseIterable {
    case window, survey, equalGroups, recount, gradient, spectrum, gradientNorms
  }

  /// The kind.
  var kind: Kind {
    switch self {
    case .window: .window
    case .survey: .survey
    case .equalGroups: .equalGroups
    case .recount: .recount
    case .gradient: .gradient
    case .spectrum: .spectrum
    case .gradientNorms: .gradientNorms
    }
  }
}

/// The answer to a request.
public enum DetailAnswer: Hashable, Sendable {
  /// To that for a window.
  case window(PlaneWindow)
  /// To that for a survey.
  case survey(PlaneSurvey)
  /// To that for equal elements: the positions of each group.
  case equalGroups([[Int]])
  /// To that for counts over another axis.
  case recount(Recount)
  /// To that for a gradient.
  case gradient(GradientReport)
  /// To that for singular values.
  case spectrum(Spectrum)
  /// To that for norms of gradients, by the position of the parameter.
  case gradientNorms([Int: Double])
}

/// The distribution of a parameter over an axis of choice.
public struct Recount: Hashable, Sendable {
  /// The present one.
  public var now: Histogram?
  /// That before the last change.
  public var before: Histogram?

  /// Creates a pair.
  public init(now: Histogram?, before: Histogram?) {
    (self.now, self.before) = (now, before)
  }
}

/// A row and a column of a plane.
public struct PlaneCell: Hashable, Sendable {
  /// The row.
  public var row: Int
  /// The column.
  public var column: Int

  /// Creates a position, by default the first.
  public init(row: Int = 0, column: Int = 0) {
    self.row = row
    self.column = column
  }
}

/// What the details have asked for, and what they were told.
///
/// An answer stays until the next one of its kind is there, so that nothing flickers.
public struct DetailBoard: Hashable, Sendable {
  private var slots: [DetailRequest.Kind: Slot] = [:]

  /// All there is of one kind.
  struct Slot: Hashable, Sendable {
    /// What was asked for last.
    var request: DetailRequest
    /// The job that is at it; nil when it has ended.
    var job: JobID?
    /// Why it failed.
    var failure: Phrase?
    /// The last answer, with its question.
    var answered: Answered?
  }

  /// An answer with its question.
  struct Answered: Hashable, Sendable {
    var request: DetailRequest
    var answer: DetailAnswer
  }

  subscript(_ kind: DetailRequest.Kind) -> Slot? { slots[kind] }

  /// Forgets that anything was asked, but not what was answered: the elements have changed.
  ///
  /// - Returns: The jobs that nobody waits for any more.
  mutating func expire() -> [JobID] {
    let jobs = slots.values.compactMap(\.job)
    for kind in slots.keys {
      slots[kind]?.job = nil
      isExpired.insert(kind)
    }
    return jobs
  }
  private var isExpired: Set<DetailRequest.Kind> = []

  /// Notes what is wanted now.
  ///
  /// - Returns: The jobs to stop and the ones to start.
  mutating func want(
    _ requests: [DetailRequest], next: () -> JobID
  ) -> (stop: [JobID], start: [(JobID, DetailRequest)]) {
    var stop: [JobID] = []
    var start: [(JobID, DetailRequest)] = []
    let wanted = Set(requests.map(\.kind))
    for (kind, slot) in slots where !wanted.contains(kind) {
      guard let job = slot.job else { continue }
      stop.append(job)
      slots[kind] = nil
    }
    for request in requests {
      let kind = request.kind
      if slots[kind]?.request == request, !isExpired.contains(kind) { continue }
      if let job = slots[kind]?.job { stop.append(job) }
      isExpired.remove(kind)
      let id = next()
      slots[kind] = Slot(request: request, job: id, answered: slots[kind]?.answered)
      start.append((id, request))
    }
    return (stop, start)
  }

  /// Takes in an answer, if somebody waits for it.
  mutating func take(_ id: JobID, _ result: Result<DetailAnswer, DetailFailure>) {
    guard let (kind, slot) = slots.first(where: { $0.value.job == id }) else { return }
    slots[kind]?.job = nil
    switch result {
    case .success(let answer):
      slots[kind]?.failure = nil
      slots[kind]?.answered = Answered(request: slot.request, answer: answer)
    case .failure(let failure): slots[kind]?.failure = failure.text
    }
  }
}

/// Why a request cannot be answered.
struct DetailFailure: Error, Hashable, Sendable {
  /// One line for the user.
  let text: Phrase
}
