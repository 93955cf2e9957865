import ModelEngine
import Tensors

/// A container of one's own, which gives the hint.
final class MyNet: Sequential {}

/// A block with two layers, in its own name scope or not, and a parameter.
final class A: Block {
  @Registered var h: Dense
  @Registered var o: Dense
  @Registered var w: Parameter

  init(scope: Bool) throws {
    super.init()
    func build() {
      h = Dense(2)
      o = Dense(1)
    }
    if scope { withNameScope(build) } else { build() }
    w = try params.get("w", shape: [2])
  }

  override func forward(_ input: Variable) throws(BlockError) -> Variable { try o(h(input)) }
}

/// A block with a layer, perhaps a parameter, and a list that registers nothing.
final class B: Block {
  @Registered var d: Dense
  @Registered var p: Parameter
  var lst: [Block] = []

  init() {
    super.init()
    d = Dense(2)
  }

  override func forward(_ input: Variable) throws(BlockError) -> Variable { try d(input) }
}

/// A block that can share all of its parameters.
final class N: Block {
  @Registered var a: Dense
  @Registered var b: Dense

  init(prefix: String? = nil, params: ParameterDict? = nil) throws {
    super.init(prefix: prefix, params: params)
    withNameScope {
      a = Dense(3, inUnits: 3)
      b = Dense(2, inUnits: 3)
    }
  }

  override func forward(_ input: Variable) throws(BlockError) -> Variable { try b(a(input)) }
}

/// What a session prints from inside an initializer; all of it happens on one thread.
final class Console: @unchecked Sendable {
  // Only the thread that replays a session writes, while it waits for the engine to return.
  private let transcript: Transcript

  init(_ transcript: Transcript) {
    self.transcript = transcript
  }

  func print(_ line: String) { transcript.print(line) }
}

/// Prints what it fills with ones.
struct Printing: Initializer {
  let console: Console

  init(_ transcript: Transcript) {
    console = Console(transcript)
  }

  func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    console.print("Init \(target.name) \(target.shape.pythonDescription)")
    values = values.map { _ in 1 }
  }
}

/// The chapter's own rule: uniform between -10 and 10, what is smaller than 5 set to zero.
struct MaskedUniform: Initializer {
  let console: Console

  init(_ transcript: Transcript) {
    console = Console(transcript)
  }

  func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    console.print("Init \(target.name) \(target.shape.pythonDescription)")
    values = stream.uniform(low: -10, high: 10, count: values.count)
    for index in values.indices { values[index] *= abs(values[index]) >= 5 ? 1 : 0 }
  }
}

/// A vector.
func array(_ values: [Float]) -> Tensor { Tensor(values, shape: [values.count]) }

/// A matrix.
func array(_ rows: [[Float]]) -> Tensor {
  Tensor(rows.flatMap(\.self), shape: [rows.count, rows.first?.count ?? 0])
}

/// A tensor of zeros.
func zeros(_ shape: Shape) -> Tensor {
  Tensor([Float](repeating: 0, count: shape.elementCount), shape: shape)
}

extension Tensor {
  /// The same values in another type.
  func `as`(_ elementType: ElementType) -> Tensor { converted(to: elementType) ?? self }

  /// A tensor of what a function makes of each value.
  func mapped(_ body: (Float) -> Float) -> Tensor { Tensor(floats.map(body), shape: shape) }
}

extension Parameter {
  /// Which array holds the values.
  var arrayID: Int {
    get throws {
      guard case .ready(let ready) = state else { throw ParameterError.uninitialized(name: name) }
      return ready.arrayID
    }
  }
}
