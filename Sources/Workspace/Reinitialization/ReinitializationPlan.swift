internal import ModelEngine
internal import Tensors
internal import Words

/// What to draw, in which order, from where: everything that drawing needs, as a value.
struct ReinitializationPlan: Sendable {
  /// The stream to draw from.
  var stream: RandomStream
  /// The parameters to draw.
  var items: [Item] = []
  /// The parameters that are meant and left alone.
  var untouched: [ChangeSummary.Untouched] = []
  /// The initializer that was asked for.
  var initializer: any Initializer
  /// The seed set just before.
  var seed: Int32?
  /// Whether present values are edited by an expression.
  var isEdit = false

  /// One parameter to draw.
  struct Item: Sendable {
    var parameter: Int
    var target: InitializerTarget
    var initializer: any Initializer
    /// The type that the elements are rounded to after drawing.
    var storedType: ElementType
    /// Whether the initializer is the parameter's own.
    var isDeclared: Bool
    /// Whether the elements come with the first forward; nothing is drawn now.
    var isDeferred: Bool
  }

  /// What drawing has given.
  struct Drawn: Sendable {
    var tensors: [Int: Tensor]
    var stream: RandomStream
  }

  /// Draws everything, off the main actor.
  ///
  /// - Parameter report: Called with the fraction drawn.
  /// - Returns: The tensors, and the stream after them.
  /// - Throws: The first refusal of an initializer, or `CancellationError`.
  /// - Complexity: O(n) in the number of elements.
  @concurrent
  func draw(report: @Sendable (Double) -> Void = { _ in }) async throws -> Drawn {
    var drawn = Drawn(tensors: [:], stream: stream)
    let count = items.reduce(0) { $0 + $1.target.shape.elementCount }
    var drawnCount = 0
    for item in items where !item.isDeferred {
      try Task.checkCancellation()
      let tensor: Tensor
      do {
        tensor = try item.initializer.tensor(for: item.target, from: &drawn.stream)
      } catch {
        throw WorkspaceError.initializer(Phrase(of: error))
      }
      drawn.tensors[item.parameter] =
        item.storedType == item.target.elementType
        ? tensor : Tensor(rounding: tensor.floats, to: item.storedType, shape: tensor.shape)
      drawnCount += item.target.shape.elementCount
      report(Double(drawnCount) / Double(max(1, count)))
    }
    return drawn
  }

  /// What the plan touches and what it leaves alone.
  var summary: ChangeSummary {
    ChangeSummary(
      changed: items.map { item in
        ChangeSummary.Redrawn(
          parameter: item.parameter, initializer: name(item.initializer),
          isDeclared: item.isDeclared)
      },
      untouched: untouched, initializer: name(initializer), seed: seed)
  }

  /// The initializer in a word; an edit is its expression.
  private func name(_ initializer: any Initializer) -> String {
    if isEdit, let rule = initializer as? ExpressionRule { return rule.source }
    return String(initializer.description.prefix { $0 != "(" })
  }
}
