import ModelEngine
import Tensors
import TestSupport
import Testing

/// Optimizers beside MXNet's, given the gradient.
@Suite struct OptimizerTests {
  struct Fixture: Decodable { let cases: [Case] }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let optimizer: String
    let params: [String: Argument]
    let lr_mult: Double
    let wd_mult: Double
    let batch: Int
    let learning_rates: [Double]?
    let w0: MXNetArray
    let grads: [MXNetArray]
    let weights: [MXNetArray]

    /// The optimizer as text.
    var text: String {
      let items = params.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
      return "\(optimizer)(\(items.joined(separator: ", ")))"
    }

    var testDescription: String { "\(text) \(w0.dtype) \(w0.shape) batch \(batch)" }
  }

  /// A number or a truth value.
  struct Argument: Decodable, Sendable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        text = "\(flag)"
      } else {
        text = "\(try container.decode(Double.self))"
      }
    }
  }

  static let cases = Result {
    try ["optim.json", "optim-more.json"].flatMap { try decodedFixture($0, as: Fixture.self).cases }
  }

  @Test(arguments: try cases.get())
  func `weights after every step have the bits of MXNet`(sample: Case) throws {
    let start = try #require(sample.w0.tensor)
    let parameter = Parameter(
      "w", shape: start.shape, elementType: start.elementType, lrMult: sample.lr_mult,
      wdMult: sample.wd_mult)
    try parameter.initialize()
    try parameter.setData(start)
    let trainer = try Trainer([parameter], OptimizerCatalog.standard.parse(sample.text))
    for (step, gradient) in sample.grads.enumerated() {
      if let rates = sample.learning_rates { trainer.setLearningRate(rates[step]) }
      try parameter.setGrad(try #require(gradient.tensor))
      try trainer.step(sample.batch)
      expectSameBits(
        try parameter.data(), try #require(sample.weights[step].tensor), "step \(step)")
    }
  }

  @Test func `the fixtures hold what was counted`() throws {
    #expect(try Self.cases.get().count == 59)
  }

  /// Every optimizer, with what its text says of it.
  static let texts = [
    ("sgd", "sgd(learning_rate: 0.01)"),
    ("SGD(0.1, 0.9)", "sgd(learning_rate: 0.1, momentum: 0.9)"),
    ("nag(momentum=0.5, wd=1e-4)", "nag(learning_rate: 0.01, momentum: 0.5, wd: 0.0001)"),
    ("adam", "adam(learning_rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-08)"),
    (
      "[\"rmsprop\", {\"centered\": true, \"clip_weights\": 2}]",
      "rmsprop(learning_rate: 0.001, gamma1: 0.9, gamma2: 0.9, epsilon: 1e-08, centered: true, "
        + "clip_weights: 2.0)"
    ),
    (
      "{\"optimizer\": \"adagrad\", \"rescale_grad\": 0.5, \"clip_gradient\": 0}",
      "adagrad(learning_rate: 0.01, eps: 1e-07, clip_gradient: 0.0, rescale_grad: 0.5)"
    ),
  ]

  @Test(arguments: texts)
  func `a text gives an optimizer, whose own text gives it again`(
    text: String, canonical: String
  ) throws {
    let optimizer = try OptimizerCatalog.standard.parse(text)
    #expect(optimizer.description == canonical)
    #expect(try OptimizerCatalog.standard.parse(canonical).description == canonical)
  }

  @Test(arguments: [
    ("sdg", "unknown optimizer 'sdg'; did you mean sgd? (at character 1)"),
    (
      "ftrl",
      "unknown optimizer 'ftrl'; possible: adagrad, adam, nag, rmsprop, sgd (at character 1)"
    ),
    (
      "sgd(lerning_rate: 1)",
      "sgd has no argument 'lerning_rate'; did you mean learning_rate? (at character 5)"
    ),
    (
      "sgd(learning_rate: fast)",
      "learning_rate must be a number, not 'fast' (at character 20)"
    ),
    ("sgd(learning_rate: nan)", "learning_rate must be a number, not 'nan' (at character 20)"),
    ("", "expected the name of an optimizer, found the end (at character 1)"),
    ("sgd(", "expected an argument, found the end (at character 5)"),
    ("{}", "expected a member \"optimizer\", found none (at character 1)"),
    (
      "sgd(1, 2, 3, 4, 5, 6)",
      "sgd takes at most 5: learning_rate, momentum, wd, clip_gradient, rescale_grad (at character 20)"
    ),
  ])
  func `a wrong text says where and what is right`(text: String, message: String) {
    let error = #expect(throws: InitializerSyntaxError.self) {
      try OptimizerCatalog.standard.parse(text)
    }
    #expect(error?.description == message)
  }

  @Test(arguments: ["sgd(momentum: 0.9)", "adam", "adagrad", "nag", "rmsprop(centered: true)"])
  func `going back to a snapshot and stepping again gives the same bits`(text: String) throws {
    let parameter = Parameter("w", shape: [5, 7])
    try parameter.initialize()
    let trainer = try Trainer([parameter], OptimizerCatalog.standard.parse(text))
    func step(_ seed: Int) throws {
      try parameter.setGrad(ModelContext(seed: seed).normal(shape: [5, 7]))
      try trainer.step(2)
    }
    try step(1)
    let (before, memory) = (parameter.snapshot, trainer.snapshot)
    let kept = try parameter.data()
    try step(2)
    try step(3)
    let after = try parameter.data()
    #expect(try before.data() == kept)
    parameter.restore(before)
    trainer.restore(memory)
    #expect(try parameter.data() == kept)
    try step(2)
    try step(3)
    #expect(try parameter.data() == after)
  }

  @Test func `an optimizer of one's own needs its settings and one method`() throws {
    struct SignDescent: Optimizer {
      var settings = OptimizerSettings(learningRate: 0.5)
      func apply(_ update: inout ParameterUpdate) {
        let (rate, gradient) = (Float(update.learningRate), update.gradient.floats)
        update.weights.withElements(as: Float.self) { weights in
          for k in weights.indices { weights[k] -= gradient[k] > 0 ? rate : -rate }
        }
      }
    }
    let parameter = Parameter("w", shape: [2])
    try parameter.initialize(One())
    try parameter.setGrad(array([3, -1]))
    try Trainer([parameter], SignDescent()).step(1)
    #expect(try parameter.data().floats == [0.5, 1.5])
    #expect(SignDescent().description == "signdescent(learning_rate: 0.5)")
  }
}

/// Expects equal bits; NaN counts as equal to NaN, whose sign and payload depend on the order of operands.
private func expectSameBits(_ left: Tensor, _ right: Tensor, _ comment: Comment) {
  #expect(left.shape == right.shape && left.elementType == right.elementType, comment)
  for (index, pair) in zip(left.doubles, right.doubles).enumerated()
  where pair.0.bitPattern != pair.1.bitPattern && !(pair.0.isNaN && pair.1.isNaN) {
    Issue.record("\(comment): element \(index) is \(pair.0), not \(pair.1)")
  }
}
