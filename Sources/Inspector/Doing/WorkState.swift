public import LessonScreen
internal import Tensors
public import Words
public import Workspace

/// What is under way beside the panes, and what is remembered of it.
public struct WorkState: Hashable, Sendable {
  /// The lines that were run, the last one last.
  public var commands: [String] = []
  /// The save under way.
  public var saving: Saving?
  /// The name of the file written last.
  public var savedName: String?
  /// The look at a target that is awaited.
  var forecast: JobID?
  /// The list of paths that is awaited.
  var completion: JobID?
  /// The exports under way.
  var exports: Set<JobID> = []
  /// The second model, as far as it is compared.
  public var comparison: ComparisonState?
  /// Whether the second model stands beside the first in place of the panes.
  public var isComparing = false
  /// The elements of a second model that differ by no more count as the same.
  var tolerance = 0.0
  /// The model that is being opened in place of this one.
  var replacing: JobID?
  /// The lesson that is being prepared.
  var lesson: JobID?
  /// The samples that are being read, and the training that waits for them.
  var samples: JobID?
  var waitingTraining: WaitingTraining?
  /// The second model that is being opened.
  var opening: JobID?
  /// The pair that is being compared.
  var comparing: JobID?
  /// The pair whose distributions are being computed.
  var overlaying: JobID?
  var overlaidPair: Int?
  /// The reload under way.
  var reload: JobID?
  /// Whether the file changed again meanwhile.
  var reloadsAgain = false
  /// What became of the opened file on disk.
  public var file = FileState.unchanged
  /// Whether a file that changed is read anew without being asked.
  public var follows = false
  /// The statistics of before the file was read anew, until there are new ones.
  var figuresBefore: [Int: ScannedTensor] = [:]
  /// How often the file was read anew.
  var reloadCount = 0

  /// Takes over what belongs to the user, not to the model.
  mutating func keep(_ other: WorkState) {
    (commands, follows) = (other.commands, other.follows)
  }

  /// A training that begins when its samples are there.
  struct WaitingTraining: Hashable, Sendable {
    var plan: TrainingPlan
    var length: TrainingState.Length?
  }

  /// A save under way.
  public struct Saving: Hashable, Sendable {
    /// Its identity.
    let id: JobID
    /// The name of the file.
    public let path: String
    /// How much of it is written.
    public var fraction = 0.0
    /// Whether to leave once it is done.
    let quits: Bool
  }
}

/// Something to do off the screen, whose outcome comes back as a report.
public enum WorkRequest: Hashable, Sendable {
  /// Write the model to a file.
  case save(path: String, SaveOptions)
  /// Say what a save would write, and over what.
  case forecast(path: String, SaveOptions)
  /// List the paths that start like this.
  case completePath(String)
  /// Write values of a parameter to a file.
  case export(parameter: Int, slice: String, ExportTarget)
  /// Write a text to a file.
  case writeText(String, ExportTarget)
  /// Put text on the clipboard: the values of a parameter, as NumPy prints them.
  case copyValues(parameter: Int)
  /// Open a second model.
  case openOther(String)
  /// Compare the elements of two parameters, of the first model and the second.
  case compare(Int, Int, tolerance: Double)
  /// Compute the distributions of two parameters over one axis.
  case overlay(Int?, Int?)
  /// Read the opened file anew.
  case reload
  /// Open a model in place of the first.
  case inspect(String, BuildOptions)
  /// Run the lesson.
  case lesson(seed: Int, Language)
  /// Read samples to learn from.
  case readSamples(String)
}

/// A file that is not the model.
public struct ExportTarget: Hashable, Sendable {
  /// Its name, as it was typed.
  public var path: String
  /// Whether a file that has the name is replaced.
  public var replaces: Bool
}

/// How some work goes on, or ended.
public enum WorkReport: Hashable, Sendable {
  /// So much is done.
  case progressed(Double)
  /// It failed, or was refused; one line for the user.
  case failed(Phrase)
  /// A file is written; the model as it is now.
  case saved(SavedModel, Outline)
  /// What a save would write.
  case forecast(SaveForecast)
  /// The paths that were asked for.
  case paths([String])
  /// A file of this name is written.
  case exported(String)
  /// Text to copy.
  case text(String)
  /// A second model is open.
  case opened(Outline)
  /// Elements are compared.
  case compared(ElementDifference)
  /// Distributions over one axis are there.
  case overlaid(OverlaidFigures)
  /// The opened file was read anew.
  case reloaded(Reload)
  /// Another model is open in place of the first.
  case inspected(Outline)
  /// The lesson was run.
  case lesson([LessonPage])
  /// Samples were read.
  case samples(TrainingData)
}
