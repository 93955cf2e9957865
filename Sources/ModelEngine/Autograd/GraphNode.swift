internal import Tensors

/// A recorded operation, or a place where gradients arrive.
///
/// A class, because variables and later operations refer to it, and nothing else keeps it alive.
final class GraphNode {
  /// What a node stands for.
  enum Kind {
    /// A variable that asked for a gradient.
    case variable(GradientCell)
    /// A parameter as one call of a block read it.
    case parameter(ParameterUse)
    /// An operation.
    case operation(Operation)
    /// An operation whose graph has been freed.
    case freed
  }

  /// How outputs were computed, and how gradients go back.
  struct Operation {
    let name: String
    let inputs: [NodeOutput?]
    let outputCount: Int
    let pullback: Variable.ManyPullback
  }

  private(set) var kind: Kind

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// The nodes on which it depends, in the order of its inputs.
  var inputs: [GraphNode] {
    if case .operation(let operation) = kind { operation.inputs.compactMap(\.?.node) } else { [] }
  }

  /// Whether it has forgotten how it was computed.
  var isFreed: Bool { if case .freed = kind { true } else { false } }

  /// Forgets how it was computed; leaves stay what they are.
  func free() {
    if case .operation = kind { kind = .freed }
  }

  /// Frees what only it kept alive, node after node: a chain of any length needs no stack.
  deinit {
    var pending = inputs
    kind = .freed
    while var node = pending.popLast() {
      guard isKnownUniquelyReferenced(&node) else { continue }
      pending += node.inputs
      node.free()
    }
  }
}

/// One of the outputs of a node.
struct NodeOutput {
  let node: GraphNode
  let index: Int
}

/// Where the gradient of a variable is kept.
///
/// A class, because the variable and the graph hold the very same one.
final class GradientCell {
  let request: GradientRequest
  var gradient: Tensor

  init(_ request: GradientRequest, like value: Tensor) {
    self.request = request
    gradient = .zeros(like: value)
  }

  /// Takes what a backward pass has found.
  func receive(_ total: Tensor) {
    switch request {
    case .write: gradient = total
    case .add: gradient = gradient.adding(total)
    case .null: break
    }
  }
}

/// A parameter as one call of a block read it.
///
/// A class, because two uses may be alike in everything.
final class ParameterUse {
  let parameter: Parameter
  /// The array that was read: a parameter initialized again since then is given no gradient.
  let arrayID: Int
  let request: GradientRequest
  let place: GradientUse.Place
  /// The number of the use in its recording.
  let index: Int

  init(
    _ parameter: Parameter, arrayID: Int, request: GradientRequest, place: GradientUse.Place,
    index: Int
  ) {
    self.parameter = parameter
    self.arrayID = arrayID
    self.request = request
    self.place = place
    self.index = index
  }
}
