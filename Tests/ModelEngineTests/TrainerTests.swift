import ModelEngine
import Tensors
import Testing

/// What `Trainer` does with gradients, beside the sessions that MXNet recorded.
@Suite struct TrainerTests {
  /// Parameters with value 1 and gradient 1, by name.
  private func parameters(_ names: String...) throws -> [Parameter] {
    try names.map { name in
      let parameter = Parameter(name, shape: [1])
      try parameter.initialize(One())
      try parameter.setGrad(array([1]))
      return parameter
    }
  }

  private func value(_ parameter: Parameter) throws -> Float { try parameter.data().floats[0] }

  private let sgd = SGD(learningRate: 0.5)

  @Test func `a step uses a gradient up, until a backward pass writes another`() throws {
    let w = try parameters("w")[0]
    let trainer = try Trainer([w], sgd)
    try trainer.step(1)
    #expect(try value(w) == 0.5)
    #expect(throws: TrainerError.self) { try trainer.step(1) }
    try trainer.step(1, ignoreStaleGrad: true)
    #expect(try value(w) == 0.5)
    try w.setGrad(array([1]))
    try trainer.step(1)
    #expect(try value(w) == 0)
  }

  /// Changes of a parameter between a backward pass and a step.
  enum Change: CaseIterable {
    case zeroGrad, setData, forceReinit, anotherRequest, cast

    /// Whether MXNet's `_fresh_grad` survives it.
    var keepsGradientFresh: Bool { self == .zeroGrad || self == .setData }

    func apply(to parameter: Parameter) throws {
      switch self {
      case .zeroGrad: parameter.zeroGrad()
      case .setData: try parameter.setData(array([5]))
      case .forceReinit: try parameter.initialize(One(), forceReinit: true)
      case .anotherRequest: parameter.gradReq = .add
      case .cast: parameter.cast(to: .float64)
      }
    }
  }

  @Test(arguments: Change.allCases)
  func `new arrays have no fresh gradient, changed ones keep it`(change: Change) throws {
    let w = try parameters("w")[0]
    let trainer = try Trainer([w], sgd)
    try change.apply(to: w)
    let outcome = message { try trainer.step(1) }
    #expect(outcome.hasPrefix("Gradient of Parameter `w`") == !change.keepsGradientFresh)
  }

  @Test func `a stale parameter stops the step, and those before it count as used`() throws {
    let both = try parameters("a", "b")
    let trainer = try Trainer(both, sgd)
    try trainer.step(1)
    try both[0].setGrad(array([1]))
    #expect(throws: TrainerError.self) { try trainer.step(1) }
    try trainer.step(1, ignoreStaleGrad: true)
    #expect(try both.map(value) == [0.5, 0.5])
  }

  @Test func `a parameter listed twice is changed once`() throws {
    let w = try parameters("w")[0]
    let trainer = try Trainer([w, w], sgd)
    #expect(throws: TrainerError.self) { try trainer.step(1) }
    try w.setGrad(array([1]))
    try trainer.step(1, ignoreStaleGrad: true)
    #expect(try value(w) == 0.5)
  }

  @Test func `names are sorted by code points`() throws {
    let dict = ParameterDict()
    try dict.update(try parameters("b", "é", "B", "a10", "a1", "a_", "z"))
    #expect(
      try Trainer(dict, sgd).parameters.map(\.name) == ["B", "a1", "a10", "a_", "b", "z", "é"])
  }

  @Test func `errors are Gluon's`() throws {
    let waiting = Parameter("w", shape: [2, 0], allowDeferredInit: true)
    #expect(message { _ = try Trainer([waiting], sgd) } == "Parameter 'w' has not been initialized")
    try waiting.initialize()
    let trainer = try Trainer([waiting], sgd)
    #expect(message { try trainer.step(1) }.hasPrefix("Parameter 'w' has not been initialized yet"))
    #expect(message { try trainer.allreduceGrads() }.hasPrefix("Parameter 'w' has not been"))
    #expect(message { try trainer.step(0) } == "float division by zero")
    #expect(message { _ = try Trainer([], sgd) } == "There are no parameters to train.")
    let half = Parameter("h", shape: [1], elementType: .float16)
    try half.initialize(One())
    try half.setGrad(array([1]))
    #expect(
      message { try Trainer([half], sgd).step(1) }
        == "Parameter 'h' has elements of type float16; training needs float32 or float64.")
  }

  @Test func `a cast in the middle of a run takes the momentum with it`() throws {
    let w = try parameters("w")[0]
    let trainer = try Trainer([w], SGD(learningRate: 0.5, momentum: 0.5))
    try trainer.step(1)
    w.cast(to: .float64)
    try w.setGrad(Tensor([1.0 as Double], shape: [1]))
    try trainer.step(1)
    #expect(try w.data().doubles == [-0.25])
  }

  @Test func `a step changes the values in place`() throws {
    let w = Parameter("w", shape: [1000])
    try w.initialize(One())
    let trainer = try Trainer([w], Adam())
    func address() throws -> UInt {
      guard case .float32(let elements) = try w.data().storage else { return 0 }
      return unsafe elements.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    }
    let before = try address()
    for _ in 0..<3 {
      try w.setGrad(Tensor([Float](repeating: 1, count: 1000), shape: [1000]))
      try trainer.step(1)
    }
    #expect(try address() == before)
  }

  @Test func `a learning rate beyond all bounds ends in numbers that are none`() throws {
    let w = try parameters("w")[0]
    let trainer = try Trainer([w], SGD(learningRate: 1e300, wd: 1))
    try trainer.step(1)
    #expect(try value(w).isNaN || value(w).isInfinite)
    try w.setGrad(array([1]))
    try trainer.step(1)
    #expect(try !value(w).isFinite)
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }
}
