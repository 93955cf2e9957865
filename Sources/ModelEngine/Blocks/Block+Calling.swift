public import Tensors

extension Block {
  /// Computes the output for an input; the first time this also completes deferred parameters.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  public func callAsFunction(_ input: Variable) throws(BlockError) -> Variable {
    let output = try calling { () throws(BlockError) in
      try prepareCall(for: input.shape)
      return try forward(input)
    }
    notify(.tensors(input: input.value, output: output.value))
    return output
  }

  /// The same for elements alone, where no gradient is asked for.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  public func callAsFunction(_ input: Tensor) throws(BlockError) -> Tensor {
    try self(Variable(input)).value
  }

  /// Completes deferred parameters as a call would, in the same order, without computing.
  ///
  /// - Parameter input: The shape of the input.
  /// - Returns: The shape of the output.
  /// - Throws: What a call throws for an input of this shape.
  @discardableResult
  public func callAsFunction(shape input: Shape) throws(BlockError) -> Shape {
    try prepareCall(for: input)
    let output = try forward(shape: input)
    notify(.shape(output))
    return output
  }

  /// Runs some work after every call of this block; containers pass on calls to their children.
  ///
  /// - Parameter hook: Is given the block, its input and its output.
  /// - Returns: What ends it.
  public func registerForwardHook(
    _ hook: @escaping (Block, Tensor, Tensor) -> Void
  ) -> HookHandle {
    observe { block, call in
      guard case .tensors(let input, let output) = call else { return }
      hook(block, input, output)
    }
  }

  /// Tells `body` of every call of this block.
  func observe(_ body: @escaping (Block, Call) -> Void) -> HookHandle {
    let handle = HookHandle(block: self)
    observers.append(CallObserver(handle: ObjectIdentifier(handle), body: body))
    return handle
  }

  func notify(_ call: Call) {
    for observer in observers { observer.body(self, call) }
  }
}

/// A call of a block that has returned.
enum Call {
  /// With elements.
  case tensors(input: Tensor, output: Tensor)
  /// With shapes only; this is the output's.
  case shape(Shape)
  /// With symbols, as MXNet does to infer shapes; this is the name of the output.
  case symbol(String)
}

/// Who is told of calls.
struct CallObserver {
  let handle: ObjectIdentifier
  let body: (Block, Call) -> Void
}

/// What ends the work of a hook.
///
/// A class, because it stands for one hook.
public final class HookHandle {
  private weak var block: Block?

  init(block: Block) {
    self.block = block
  }

  /// Ends it; does nothing the second time.
  public func detach() {
    block?.observers.removeAll { $0.handle == ObjectIdentifier(self) }
    block = nil
  }
}
