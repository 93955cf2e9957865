public import Tensors
public import Words
public import Workspace

/// What is known of the elements of one parameter.
public struct Figure: Hashable, Sendable {
  /// The statistics, or why there are none.
  public var content: Content
  /// The statistics before the last change of this parameter.
  public var before: ScannedTensor?
  /// Where the elements before the last change came from.
  public var originBefore: ParameterInfo.Origin?

  /// The states of a figure.
  public enum Content: Hashable, Sendable {
    /// A scan is running and has covered this fraction.
    case scanning(JobID, fraction: Double)
    /// The statistics of all elements.
    case ready(ScannedTensor)
    /// The elements cannot be read; the text says why.
    case failed(Phrase)
  }

  /// The statistics, once they are there.
  public var statistics: ScannedTensor? {
    if case .ready(let statistics) = content { statistics } else { nil }
  }
}

/// The identity of one piece of work, so that late messages can be told apart.
public struct JobID: Hashable, Sendable {
  /// A number that is never used twice.
  public let number: Int
}

/// The work whose results are awaited; messages of any other work are dropped.
public struct AwaitedJobs: Hashable, Sendable {
  /// The scan that is running, and the parameter it reads.
  public internal(set) var scan: (id: JobID, parameter: Int)? {
    get { scanID.map { ($0, scannedParameter) } }
    set { (scanID, scannedParameter) = (newValue?.id, newValue?.parameter ?? 0) }
  }
  /// The preview that is being drawn.
  public internal(set) var preview: JobID?
  /// The search through the names.
  public internal(set) var search: JobID?
  /// The sorting of many rows.
  var sorting: JobID?
  /// The step of fading that is waited for.
  public internal(set) var clock: JobID?
  /// The changes under way, oldest first.
  public internal(set) var changes: [JobID] = []
  private var scanID: JobID?
  private var scannedParameter = 0
  private var startedCount = 0

  /// Nothing awaited; identities go on, so that late messages are told apart.
  var renewed: AwaitedJobs {
    var jobs = AwaitedJobs()
    jobs.startedCount = startedCount
    return jobs
  }

  /// A new identity.
  mutating func next() -> JobID {
    startedCount += 1
    return JobID(number: startedCount)
  }
}
