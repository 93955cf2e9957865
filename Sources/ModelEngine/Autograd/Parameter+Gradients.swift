public import Tensors

extension Parameter {
  /// The values, for operations that are to be recorded; each call is a use of its own.
  ///
  /// - Throws: `uninitialized`, or `deferred` before the first forward pass.
  public func variable() throws(ParameterError) -> Variable {
    let ready = try ready()
    guard let recording = Autograd.mode.recording, case .values = ready.gradient else {
      return Variable(ready.data)
    }
    let (place, index) = recording.nextUse()
    let use = ParameterUse(
      self, arrayID: ready.arrayID, request: gradReq, place: place, index: index)
    return Variable(ready.data, source: NodeOutput(node: GraphNode(.parameter(use)), index: 0))
  }

  /// What each use contributed to the last backward pass, in the order in which it was read.
  ///
  /// Their sum is the gradient, if the request is to write: up to four are added from the first to the
  /// last, more from the last to the first, as MXNet does. Empty when the gradient was set otherwise.
  public var gradientUses: [GradientUse] {
    if case .ready(let ready) = state { ready.gradientUses } else { [] }
  }

  /// What the last backward pass added its gradient to, if the request is to add.
  public var gradientBefore: Tensor? {
    if case .ready(let ready) = state { ready.gradientBefore } else { nil }
  }

  /// Takes what a backward pass has found.
  func receive(_ arrivals: [(use: ParameterUse, gradient: Tensor)]) {
    let current = arrivals.filter { isCurrent($0.use) }
    guard case .ready(var ready) = state, let total = GradientSum(current.map(\.gradient)).total
    else { return }
    if case .values(let earlier) = ready.gradient, gradReq == .add {
      ready.gradient = .values(earlier.adding(total))
      ready.gradientBefore = earlier
    } else {
      ready.gradient = .values(total)
    }
    ready.gradientUses = Self.uses(current)
    ready.isGradientFresh = true
    state = .ready(ready)
    version += 1
  }

  /// Whether the array and the request are still those that a use saw.
  private func isCurrent(_ use: ParameterUse) -> Bool {
    guard case .ready(let ready) = state else { return false }
    return ready.arrayID == use.arrayID && gradReq == use.request
  }

  private static func uses(
    _ arrivals: [(use: ParameterUse, gradient: Tensor)]
  ) -> [GradientUse] {
    let groups = Dictionary(grouping: arrivals) { ObjectIdentifier($0.use) }.values
    return groups.sorted { $0[0].use.index < $1[0].use.index }.compactMap { group in
      GradientSum(group.map(\.gradient)).total.map {
        GradientUse(place: group[0].use.place, gradient: $0)
      }
    }
  }
}
