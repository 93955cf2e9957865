internal import ModelEngine
internal import Tensors
extension OpenModel {
  /// Tells each initializer of a plan what it needs to know of present values and other parameters.
  ///
  /// - Throws: An error of the file that the values are read from.
  func placed(_ plan: ReinitializationPlan) async throws -> ReinitializationPlan {
    var plan = plan
    for index in plan.items.indices {
      let needs = plan.items[index].initializer.needs
      guard !needs.isEmpty else { continue }
      var sources = SurroundingsSources()
      if needs.presentValues { sources.present = try? elements(of: plan.items[index].parameter) }
      for (position, other) in outline.parameters.enumerated() {
        if needs.shapes { sources.shapes[other.name] = other.shape }
        if needs.parameters.contains(other.name) {
          sources.others[other.name] = try? elements(of: position)
        }
      }
      let surroundings = try await sources.read()
      let item = plan.items[index]
      plan.items[index].initializer = item.initializer.placed(in: surroundings, for: item.target)
    }
    return plan
  }
}

/// Where the surroundings of a parameter can be read.
private struct SurroundingsSources: Sendable {
  var present: Elements?
  var others: [String: Elements] = [:]
  var shapes: [String: Shape] = [:]

  /// Reads everything, off the main actor.
  ///
  /// - Throws: An error of a source.
  /// - Complexity: O(n) in the number of elements.
  @concurrent
  func read() async throws -> InitializerSurroundings {
    var tensors: [String: Tensor] = [:]
    for (name, elements) in others { tensors[name] = try elements.whole() }
    return InitializerSurroundings(
      present: try present?.whole(), tensors: tensors, shapes: shapes)
  }
}

extension Elements {
  /// All elements; nil if the engine does not compute with their type.
  fileprivate func whole() throws -> Tensor? {
    switch self {
    case .memory(let tensor): return tensor
    case .source(let source, let index):
      let stored = source.tensors[index]
      let types: [ElementType] = [.float16, .bfloat16, .float32, .float64]
      guard types.contains(stored.elementType) else { return nil }
      let bytes = try source.readBytes(0..<stored.byteCount, ofTensorAt: index)
      return Tensor(bytes: bytes, elementType: stored.elementType, shape: stored.shape)
    }
  }
}
