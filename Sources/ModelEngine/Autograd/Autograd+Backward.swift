public import Tensors

extension Autograd {
  /// Computes gradients of everything that some variables were computed from.
  ///
  /// Each variable and parameter that asked for a gradient is given it, written or added as it asked.
  ///
  /// - Parameters:
  ///   - heads: What to differentiate.
  ///   - headGradients: What each element counts; nil for 1 each.
  ///   - retainGraph: Whether the graph may be differentiated again; otherwise it is freed.
  ///   - trainMode: Whether layers behave as in training.
  /// - Throws: `notInGraph`, `nothingWantsGradient`, `headGradient`, `headGradientCount`.
  public static func backward(
    _ heads: [Variable], headGradients: [Tensor?]? = nil, retainGraph: Bool = false,
    trainMode: Bool = true
  ) throws(AutogradError) {
    let starts = try starts(heads, headGradients)
    var pass = BackwardPass(starts) { $0.wantsGradient }
    guard pass.isUseful else { throw .nothingWantsGradient }
    pause(trainMode: trainMode) { pass.run() }
    if !retainGraph { for node in pass.nodes { node.free() } }
    for (cell, total) in pass.totals { cell.receive(total) }
    for arrivals in pass.parameterArrivals { arrivals[0].use.parameter.receive(arrivals) }
  }

  /// The gradients of some variables with respect to others, whose own gradients stay as they are.
  ///
  /// - Parameters:
  ///   - heads: What to differentiate.
  ///   - variables: With respect to what; each has asked for a gradient before recording.
  ///   - headGradients: What each element counts; nil for 1 each.
  ///   - retainGraph: Whether the graph may be differentiated again; otherwise it is freed.
  ///   - trainMode: Whether layers behave as in training.
  /// - Returns: The gradients, in the order of `variables`.
  /// - Throws: `notInGraph`, `notMarked`, `unreachable`, `headGradient`, `headGradientCount`.
  public static func grad(
    of heads: [Variable], withRespectTo variables: [Variable], headGradients: [Tensor?]? = nil,
    retainGraph: Bool = false, trainMode: Bool = true
  ) throws(AutogradError) -> [Tensor] {
    let starts = try starts(heads, headGradients)
    var cells: [GradientCell] = []
    for (index, variable) in variables.enumerated() {
      guard case .variable(let cell)? = variable.source?.node.kind else {
        throw .notMarked(position: index + 1)
      }
      cells.append(cell)
    }
    var pass = BackwardPass(starts) { node in
      guard case .variable(let cell) = node.kind else { return false }
      return cells.contains { $0 === cell }
    }
    pause(trainMode: trainMode) { pass.run() }
    var gradients: [Tensor] = []
    for (index, cell) in cells.enumerated() {
      guard let total = pass.totals.first(where: { $0.cell === cell })?.total else {
        throw .unreachable(position: index + 1)
      }
      gradients.append(total)
    }
    if !retainGraph { for node in pass.nodes { node.free() } }
    return gradients
  }

  /// The gradient of a variable with respect to another.
  ///
  /// - Throws: `notInGraph`, `notMarked`, `unreachable`.
  public static func grad(
    of head: Variable, withRespectTo variable: Variable, retainGraph: Bool = false
  ) throws(AutogradError) -> Tensor {
    try grad(of: [head], withRespectTo: [variable], retainGraph: retainGraph)[0]
  }

  private static func starts(
    _ heads: [Variable], _ gradients: [Tensor?]?
  ) throws(AutogradError) -> [BackwardPass.Head] {
    if let gradients, gradients.count != heads.count {
      throw .headGradientCount(expected: heads.count, found: gradients.count)
    }
    var starts: [BackwardPass.Head] = []
    for (index, head) in heads.enumerated() {
      guard let source = head.source else { throw .notInGraph }
      let gradient = gradients?[index] ?? .ones(like: head.value)
      guard gradient.shape == head.shape, gradient.elementType == head.elementType else {
        throw .headGradient(
          expected: head.shape, head.elementType, found: gradient.shape, gradient.elementType)
      }
      starts.append((source, gradient))
    }
    return starts
  }
}

extension GraphNode {
  fileprivate var wantsGradient: Bool {
    switch kind {
    case .variable(let cell): cell.request != .null
    case .parameter: true
    case .operation, .freed: false
    }
  }
}
