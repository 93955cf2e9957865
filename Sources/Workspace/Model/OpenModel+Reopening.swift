internal import Checkpoints
internal import ModelEngine
internal import Tensors
internal import Words

/// A model that was read anew.
public struct ReopenedModel {
  /// The model as the file has it now, with the changes made to the old one where they still fit.
  public let model: OpenModel
  /// Whether it has the same parameters, in name, shape and type.
  public let hasSameParameters: Bool
}

extension OpenModel {
  /// The file that the model came from, if it came from one.
  public var path: String? {
    guard let source, case .file(let path) = source.locator else { return nil }
    return path
  }

  /// Reads the file anew.
  ///
  /// Changes of a file's parameters stay, with undo, if the file still has the same parameters; a
  /// network is built anew, and its changes are gone.
  ///
  /// - Throws: An error that says why the file cannot be opened now; this model is as it was.
  public func reopened() throws(WorkspaceError) -> ReopenedModel {
    guard let source, path != nil else {
      throw .usage("\(outline.title) was not opened from a file")
    }
    let fresh = try OpenModel.open(source.locator, options: source.options)
    let isSame = outline.structure == fresh.outline.structure
    if isSame, case .checkpoint = content, case .checkpoint = fresh.content {
      fresh.takeChanges(of: self)
    }
    return ReopenedModel(model: fresh, hasSameParameters: isSame)
  }

  private func takeChanges(of old: OpenModel) {
    versions = old.versions
    (undoStack, redoStack) = (old.undoStack, old.redoStack)
    (lastVersionID, savedVersionIDs) = (old.lastVersionID, old.savedVersionIDs)
    context.stream = old.context.stream
    refreshOutline()
  }

  /// Where a model was opened from, and how.
  struct Source {
    let locator: ModelLocator
    let options: BuildOptions
  }
}

extension Outline {
  /// What has to agree for changes to fit.
  fileprivate var structure: [[String]] {
    parameters.map { parameter in
      [parameter.name, parameter.elementType.name, "\(parameter.shape.dimensions)"]
    }
  }
}
