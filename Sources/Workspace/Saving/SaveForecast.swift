internal import Checkpoints
internal import Tensors
public import Words

/// What saving a model would write, and over what; nothing has been touched.
public struct SaveForecast: Hashable, Sendable {
  /// The format that the name asks for.
  public var format: SaveFormat
  /// How many tensors there would be.
  public var tensorCount = 0
  /// How many bytes the file would have.
  public var byteCount = 0
  /// The names under which shared parameters would be written again.
  public var repeatedNames: [String] = []
  /// The file of parameters beside a graph.
  public var parametersPath: String?
  /// What is at the name now.
  public var target = SaveTarget.free
  /// How many bytes there is room for, if the system says.
  public var freeByteCount: Int?
  /// Why it cannot be saved, or nil.
  public var refusal: Phrase?

  /// Creates a forecast of nothing.
  init(format: SaveFormat) {
    self.format = format
  }
}

/// What is at the name of a file that would be written.
public enum SaveTarget: Hashable, Sendable {
  /// Nothing.
  case free
  /// A file of so many bytes, which would be replaced.
  case file(byteCount: Int)
  /// Nothing; but beside it is the file that a graph's parameters would replace.
  case parameters(path: String, byteCount: Int)
  /// The file that is open, under whatever name.
  case openedFile
}

extension SaveTarget {
  /// What is at the name of a graph's parameters, seen from the graph.
  fileprivate func ofParameters(_ path: String) -> SaveTarget {
    if case .file(let byteCount) = self {
      .parameters(path: path, byteCount: byteCount)
    } else {
      self
    }
  }
}

extension OpenModel {
  /// Works out what a save would write, without writing.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - options: How it would be saved.
  /// - Returns: The forecast; what speaks against it stands in it.
  public func forecast(of path: String, _ options: SaveOptions) async -> SaveForecast {
    var forecast = SaveForecast(format: SaveFormat(endingOf: path))
    let plan: SavePlan
    do {
      plan = try savePlan(as: path, options)
    } catch {
      forecast.refusal = error.phrase
      return forecast
    }
    if plan.graph != nil { forecast.parametersPath = plan.parametersPath }
    forecast.tensorCount = plan.contents.tensors.count
    if case .network = content, plan.graph == nil {
      forecast.repeatedNames = outline.parameters.flatMap { parameter in
        parameter.uses.dropFirst().map { outline.uses[$0].path }
      }
    }
    return await forecast.completed(with: plan, path, openedFiles)
  }
}

extension OpenModel {
  /// Says why a file could not be written, before the long work whose result it is to hold.
  ///
  /// - Throws: `output`; nothing has been touched.
  public func checkOutput(_ path: String) throws(WorkspaceError) { _ = try target(path) }

  /// Says why a file could not be written without replacing another one.
  ///
  /// - Throws: `output`, or `usage` if a file has the name; nothing has been touched.
  public func checkFree(_ path: String) throws(WorkspaceError) {
    guard try target(path) == .free else { throw .usage("\(path) is there; --force replaces it") }
  }

  private func target(_ path: String) throws(WorkspaceError) -> SaveTarget {
    do {
      return try WholeFile.target(path, opened: openedFiles)
    } catch {
      throw .output(error)
    }
  }
}

extension SaveForecast {
  /// Looks at the target and adds up bytes, off the main actor.
  @concurrent
  fileprivate func completed(
    with plan: SavePlan, _ path: String, _ opened: [FileIdentity]
  ) async -> SaveForecast {
    var forecast = self
    do {
      forecast.byteCount =
        try plan.contents.byteCount(of: plan.parametersPath, as: plan.parametersFormat)
        + (plan.graph?.text.utf8.count ?? 0)
      forecast.target = try WholeFile.target(path, opened: opened)
      if forecast.target == .free, plan.graph != nil {
        forecast.target = try WholeFile.target(plan.parametersPath, opened: opened).ofParameters(
          plan.parametersPath)
      }
    } catch {
      forecast.refusal = error.phrase
      return forecast
    }
    forecast.freeByteCount = WholeFile.freeByteCount(beside: path)
    if let free = forecast.freeByteCount, forecast.byteCount > free {
      forecast.refusal =
        """
        not enough room: \(NumberText.bytes(forecast.byteCount)) needed, \(NumberText.bytes(free)) \
        free
        """
    }
    return forecast
  }
}

extension WholeFile {
  /// What is at a path, in the words of a forecast.
  fileprivate static func target(
    _ path: String, opened: [FileIdentity]
  ) throws(CheckpointWriteError) -> SaveTarget {
    switch try check(path, opened: opened) {
    case .nothing: .free
    case .file(let byteCount): .file(byteCount: byteCount)
    case .opened: .openedFile
    }
  }
}
