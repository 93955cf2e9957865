import ModelEngine
import Tensors
import TestSupport
import Testing

/// Whole training runs beside MXNet's and beside the same in double precision.
@Suite struct TrainingTests {
  struct Fixture: Decodable { let cases: [Run] }

  struct Run: Decodable, Sendable, CustomTestStringConvertible {
    struct Layer: Decodable, Sendable {
      let units: Int
      let act: String?
      let share: Int?
    }
    struct Reference: Decodable, Sendable {
      let losses: [MXNetArray]
      let w_final: [String: MXNetArray]
    }
    let id: String
    let seed: Int
    let `init`: String
    let spec: [Layer]
    let optimizer: String
    let optimizer_params: [String: Double]
    let batch: Int
    let steps: Int
    let trainer_order: [String]
    let grad_req: [String: String]?
    let x: [MXNetArray]
    let label: [MXNetArray]
    let w0: [String: MXNetArray]
    let losses: [MXNetArray]
    let grad_step1: [String: MXNetArray]
    let w_after_step1: [String: MXNetArray]
    let w_final: [String: MXNetArray]
    let ref64: Reference

    var testDescription: String { id }

    var optimizerText: String {
      let items = optimizer_params.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return "\(optimizer)(\(items.joined(separator: ", ")))"
    }
  }

  static let runs = Result {
    try ["train.json", "train_frozen.json"].flatMap {
      try decodedFixture($0, as: Fixture.self).cases
    }
  }

  @Test(arguments: try runs.get())
  func `losses, gradients and weights are those of the references`(run: Run) throws {
    try ModelContext.withSeed(run.seed) {
      let net = try network(run.spec)
      try net.initialize(InitializerCatalog.standard.parse(run.`init`))
      let inputs = run.x.map { ModelContext.current.normal(shape: Shape($0.shape)) }
      for (drawn, recorded) in zip(inputs, run.x) { #expect(recorded.isIdentical(to: drawn)) }
      _ = try net(inputs[0])
      let parameters = try net.collectParams()
      for (name, request) in run.grad_req ?? [:] {
        parameters[name]?.gradReq = try GradientRequest(parsing: request)
      }
      for parameter in parameters {
        #expect(run.w0[parameter.name]?.isIdentical(to: try parameter.data()) == true)
      }
      let trainer = try Trainer(parameters, run.optimizerText)
      #expect(trainer.parameters.map(\.name) == run.trainer_order)
      for step in 0..<run.steps {
        let label = try #require(run.label[step % run.label.count].tensor)
        let loss = try Autograd.record {
          try SoftmaxCrossEntropyLoss()(net(Variable(inputs[step % inputs.count])), label)
        }
        try loss.backward()
        expectNear(loss.value.doubles, run.ref64.losses[step].doubles, 2e-6, nil, "loss \(step)")
        if step == 0 { try expectGradients(parameters, run) }
        try trainer.step(run.batch)
        if step == 0 { try expectWeights(parameters, run.w_after_step1, 1e-5, "step 1") }
      }
      try expectWeights(parameters, run.ref64.w_final, 2e-6, "end")
    }
  }

  private func network(_ spec: [Run.Layer]) throws -> Sequential {
    let net = Sequential()
    var layers: [Dense] = []
    for layer in spec {
      let activation = try layer.act.map { try #require(ActivationFunction(rawValue: $0)) }
      let dense = try Dense(
        layer.units, activation: activation, params: layer.share.map { layers[$0].params })
      layers.append(dense)
      net.add(dense)
    }
    return net
  }

  private func expectGradients(_ parameters: ParameterDict, _ run: Run) throws {
    for (name, expected) in run.grad_step1 {
      let gradient = try #require(parameters[name]).grad()
      expectNear(gradient.doubles, expected.doubles, 2e-5, nil, "gradient of \(name)")
    }
  }

  /// Biases start at 0, and Adam moves them however small their gradient is: what counts is how far
  /// they are off beside the largest weight.
  private func expectWeights(
    _ parameters: ParameterDict, _ expected: [String: MXNetArray], _ tolerance: Double,
    _ place: String
  ) throws {
    #expect(expected.count == parameters.parameters.count)
    let scale = expected.values.flatMap(\.doubles).map(abs).max() ?? 0
    for (name, values) in expected {
      let weights = try #require(parameters[name]).data()
      expectNear(weights.doubles, values.doubles, tolerance, scale, "\(name) at \(place)")
    }
  }

  /// Expects numbers that differ by no more than a fraction of the largest of them.
  private func expectNear(
    _ left: [Double], _ right: [Double], _ tolerance: Double, _ scale: Double?,
    _ comment: Comment
  ) {
    #expect(left.count == right.count, comment)
    let scale = scale ?? right.map(abs).max() ?? 0
    let difference = zip(left, right).map { abs($0 - $1) }.max() ?? 0
    #expect(difference <= tolerance * scale, comment)
  }
}
