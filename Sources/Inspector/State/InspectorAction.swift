public import Tensors
public import TerminalUI
public import Workspace

/// Something that happened.
public enum InspectorAction: Hashable, Sendable {
  /// The user did something.
  case terminal(TerminalEvent)
  /// A scan has covered this fraction of its parameter.
  case scanProgressed(JobID, fraction: Double)
  /// A scan has covered all of its parameter.
  case scanFinished(JobID, ScannedTensor)
  /// A scan could not read its parameter.
  case scanFailed(JobID, String)
  /// A preview is drawn.
  case previewed(JobID, Preview)
  /// A preview cannot be drawn.
  case previewFailed(JobID, String)
  /// A change has been applied, undone or redone.
  case changed(JobID, ModelChange)
  /// A change was refused; nothing changed.
  case changeFailed(JobID, String)
  /// The time that was waited for has passed.
  case waited(JobID)
  /// Where time stands still: a key is done, and a run goes on by one step.
  case keyDone
  /// What a detail wanted to know is known.
  case answered(JobID, DetailAnswer)
  /// What a detail wanted to know cannot be found out.
  case answerFailed(JobID, String)
  /// Some work off the screen goes on, or ended.
  case work(JobID, WorkReport)
  /// Something became of the opened file on disk.
  case file(FileState)
}

/// Something the runtime must do.
public enum InspectorEffect: Hashable, Sendable {
  /// Compute the statistics of a parameter.
  case scan(JobID, parameter: Int)
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
  /// Say when so much time has passed.
  case wait(JobID, milliseconds: Int)
  /// Find out what a detail wants to know.
  case answer(JobID, DetailRequest)
  /// Undo or redo up to a number of changes that can be undone.
  case goTo(JobID, undoCount: Int)
  /// Do some work off the screen.
  case work(JobID, WorkRequest)
  /// Put a text on the clipboard of the terminal.
  case copy(String)
  /// Stop some work; messages it has already sent may still arrive.
  case cancel(JobID)
  /// Give the terminal back to the shell until the user returns.
  case suspend
  /// Send the whole screen again.
  case redraw
}
