/// Whether operations are recorded, and whether layers behave as in training.
///
/// Both hold for the current task, as Gluon's hold for a thread:
///
/// ```swift
/// let loss = try Autograd.record { try lossFunction(net(Variable(x)), label) }
/// try loss.backward()
/// ```
public enum Autograd {
  struct Mode: Sendable {
    var recording: Recording?
    var isTraining = false
  }

  @TaskLocal static var mode = Mode()

  /// Whether operations are recorded.
  public static var isRecording: Bool { mode.recording != nil }

  /// Whether layers behave as in training.
  public static var isTraining: Bool { mode.isTraining }

  /// Runs some work whose operations are recorded, so that gradients can be asked for.
  ///
  /// - Parameters:
  ///   - trainMode: Whether layers behave as in training.
  ///   - body: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  public static func record<Result, Failure>(
    trainMode: Bool = true, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try with(Mode(recording: mode.recording ?? Recording(), isTraining: trainMode), body)
  }

  /// Runs some work whose operations are not recorded.
  ///
  /// - Parameters:
  ///   - trainMode: Whether layers behave as in training.
  ///   - body: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  public static func pause<Result, Failure>(
    trainMode: Bool = false, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try with(Mode(recording: nil, isTraining: trainMode), body)
  }

  /// Runs some work in which layers behave as in training.
  public static func trainMode<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try with(Mode(recording: mode.recording, isTraining: true), body)
  }

  /// Runs some work in which layers behave as in prediction.
  public static func predictMode<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try with(Mode(recording: mode.recording, isTraining: false), body)
  }

  private static func with<Result, Failure>(
    _ mode: Mode, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try $mode.withValue(mode) { Swift.Result { () throws(Failure) in try body() } }.get()
  }
}
