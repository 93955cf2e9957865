public import Tensors
public import TerminalUI
public import Words
public import Workspace

/// Something that happened.
public enum InspectorAction: Hashable, Sendable {
  /// The user did something.
  case terminal(TerminalEvent)
  /// Time has passed while something is being read; counted from any moment.
  case clock(seconds: Double)
  /// A scan has covered this fraction of its parameter.
  case scanProgressed(JobID, fraction: Double)
  /// A scan has covered all of its parameter.
  case scanFinished(JobID, ScannedTensor)
  /// A scan could not read its parameter.
  case scanFailed(JobID, Phrase)
  /// A search through the names has found this so far.
  case found(JobID, SearchMatches)
  /// The rows of the table are in order.
  case sorted(JobID, [Int])
  /// A preview is drawn.
  case previewed(JobID, Preview)
  /// A preview cannot be drawn.
  case previewFailed(JobID, Phrase)
  /// A change has been applied, undone or redone.
  case changed(JobID, ModelChange)
  /// A change was refused; nothing changed.
  case changeFailed(JobID, Phrase)
  /// The time that was waited for has passed.
  case waited(JobID)
  /// Where time stands still: a key is done, and a run goes on by one step.
  case keyDone
  /// What a detail wanted to know is known.
  case answered(JobID, DetailAnswer)
  /// What a detail wanted to know cannot be found out.
  case answerFailed(JobID, Phrase)
  /// Some work off the screen goes on, or ended.
  case work(JobID, WorkReport)
  /// Something became of the opened file on disk.
  case file(FileState)

  /// Whether it only tells the time.
  var isOfClock: Bool { if case .clock = self { true } else { false } }

  /// Whether it only tells how far a scan is.
  public var isOfScan: Bool {
    switch self {
    case .scanProgressed, .scanFinished, .scanFailed, .clock: true
    default: false
    }
  }
}

/// Something the runtime must do.
public enum InspectorEffect: Hashable, Sendable {
  /// Compute the statistics of a parameter.
  case scan(JobID, parameter: Int)
  /// Look for a pattern in all names, from a node on.
  case search(JobID, SearchPattern, from: Int)
  /// Sort the rows of the table.
  case sort(JobID)
  /// Draw what a reinitialization would give.
  case preview(JobID, ReinitializationRequest)
  /// Reinitialize.
  case reinitialize(JobID, ReinitializationRequest)
  /// Tie or untie.
  case share(JobID, SharingRequest)
  /// Undo the last change.
  case undo(JobID)
  /// Do the change that was undone last again.
  case redo(JobID)
  /// Train one step.
  case train(JobID, TrainingPlan, measuring: Set<Int>)
  /// Find out what a detail wants to know.
  case answer(JobID, DetailRequest)
  /// Undo or redo up to a number of changes that can be undone.
  case goTo(JobID, undoCount: Int)
  /// Do some work off the screen.
  case work(JobID, WorkRequest)
  /// Put a text on the clipboard of the terminal.
  case copy(String)
  /// Say when so much time has passed.
  case wait(JobID, milliseconds: Int)
  /// Have the terminal report the mouse, or leave the mouse to the terminal.
  case reportMouse(Bool)
  /// Stop some work; messages it has already sent may still arrive.
  case cancel(JobID)
  /// Give the terminal back to the shell until the user returns.
  case suspend
  /// Send the whole screen again.
  case redraw
}
