import ArgumentParser
import Checkpoints
import Foundation
import ModelEngine
import Tensors
import TestSupport
import Testing
import Words
import Workspace

@testable import paramscope

/// What `train` does, writes and says.
@Suite @MainActor struct TrainCommandTests {
  private func train(_ arguments: String...) async throws -> TrainingReport {
    try await TrainCommand.parse(arguments).perform()
  }

  /// The object that `--json` prints; NaN and infinities are no JSON and would not be read.
  private func decoded(_ report: TrainingReport) throws -> Output {
    try JSONDecoder().decode(Output.self, from: Data(report.json.text.utf8))
  }

  struct Output: Decodable {
    let version: Int
    let steps: [Step]
    let parameters: [Parameter]

    struct Step: Decodable {
      let step: Int
      let loss: Double?
      let samples: Int
      let nan: Int
    }

    struct Parameter: Decodable {
      let name: String
      let sharedWith: [String]
      let before: Ends
      let after: Ends
      let uses: [Use]
    }

    struct Ends: Decodable {
      let weights: Numbers
      let gradient: Numbers
    }

    struct Numbers: Decodable {
      let finite: Int
      let nan: Int
      let l2: Double?
    }

    struct Use: Decodable {
      let use: String
      let share: Double?
      let l2: Double?
    }
  }

  /// Writes samples to an archive and calls the test with its path.
  private func withSamples(
    _ tensors: [String: Tensor], _ body: (String) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "samples.npz").path
    let items = tensors.sorted { $0.key < $1.key }.map {
      CheckpointContents.Item(name: $0.key, source: .tensor($0.value))
    }
    try CheckpointContents(tensors: items).write(to: path, as: .npz)
    try await body(path)
  }

  /// Inputs whose largest number says the class.
  private func samples(_ count: Int, width: Int = 20, classes: Int = 10) -> [String: Tensor] {
    let x = ModelContext(seed: 3).normal(shape: [count, width])
    let y = (0..<count).map { sample in
      let row = x.floats[(sample * width)..<(sample * width + classes)]
      return Float((row.indices.max { row[$0] < row[$1] } ?? row.startIndex) - row.startIndex)
    }
    return ["x": x, "y": Tensor(y, convertedTo: .int64, shape: [count]) ?? x]
  }

  @Test(arguments: [
    "example:mlp", "example:shared-mlp", "example:reuse", "example:lenet", "example:lstm",
  ])
  func `training an example makes its loss smaller`(model: String) async throws {
    let report = try await train(model, "--steps", "60", "--batch", "16", "--seed", "2")
    let losses = report.steps.map(\.loss)
    #expect(losses.count == 60)
    #expect(losses.suffix(10).reduce(0, +) < losses.prefix(10).reduce(0, +))
  }

  @Test func `one seed gives one run, another gives another`() async throws {
    let first = try await train("example:shared-mlp", "--steps", "5", "--seed", "7").json.text
    #expect(try await train("example:shared-mlp", "--steps", "5", "--seed", "7").json.text == first)
    #expect(try await train("example:shared-mlp", "--steps", "5", "--seed", "8").json.text != first)
  }

  @Test(arguments: ["example:shared-mlp", "example:reuse"])
  func `the shares of the uses of a shared parameter add up to 1`(model: String) async throws {
    let output = try decoded(try await train(model, "--steps", "3"))
    #expect(output.version == 1)
    #expect(output.steps.map(\.step) == [1, 2, 3])
    let shared = output.parameters.filter { !$0.uses.isEmpty }
    #expect(shared.count == 2)
    for parameter in shared {
      let sum = try parameter.uses.map { try #require($0.share) }.reduce(0, +)
      #expect(abs(sum - 1) < 1e-5, "\(parameter.name)")
    }
    for parameter in output.parameters {
      #expect(parameter.before.weights.l2 != parameter.after.weights.l2)
      #expect(parameter.before.gradient.finite == parameter.after.gradient.finite)
    }
  }

  @Test func `a run that diverges shows NaN as NaN, and null beside its counts in JSON`()
    async throws
  {
    let report = try await train(
      "example:mlp", "--steps", "6", "--optimizer", "sgd(learning_rate: 1e9)")
    let output = try decoded(report)
    let last = try #require(output.steps.last)
    #expect(last.loss == nil)
    #expect(last.nan == last.samples)
    let weight = try #require(output.parameters.first)
    #expect(weight.after.weights.nan == 5120)
    #expect(weight.after.weights.finite == 0)
    #expect(report.text(in: .english).contains("   6       NaN\n"))
    #expect(report.text(in: .english).contains("dense0_weight  256×20"))
  }

  @Test func `samples of a file are learned, in epochs of all of them`() async throws {
    try await withSamples(samples(100)) { path in
      let report = try await train(
        "example:mlp", "--data", path, "--epochs", "12", "--batch", "50")
      #expect(report.steps.count == 24)
      let (first, last) = (try #require(report.steps.first), try #require(report.steps.last))
      #expect(last.loss < first.loss / 2)
      #expect(report.text(in: .english).contains("softmax-ce, on \(path)"))
    }
  }

  @Test func `values in the shape of the output are learned by their squared distance`()
    async throws
  {
    var tensors = samples(40)
    tensors["y"] = ModelContext(seed: 5).normal(shape: [40, 10])
    try await withSamples(tensors) { path in
      let report = try await train("example:mlp", "--data", path, "--steps", "50", "--batch", "40")
      #expect(report.progress?.lossKind == .l2)
      #expect(try #require(report.steps.last).loss < #require(report.steps.first).loss / 2)
    }
  }

  @Test func `the trained network is saved`() async throws {
    try await withSamples(samples(10)) { path in
      let output = path + ".params"
      let report = try await train(
        "example:shared-mlp", "--data", path, "--steps", "2", "--save", output)
      #expect(report.saved?.tensorCount == 8)
      #expect(try Checkpoint.open(output).tensors.first?.name == "0.weight")
      #expect(report.text(in: .english).hasSuffix("as params\n"))
    }
  }

  @Test func `an output that cannot be written is refused before the training`() async throws {
    let failure = await #expect(throws: WorkspaceError.self) {
      _ = try await self.train(
        "example:mlp", "--steps", "1000000", "--save", "/nowhere/to/be/found.params")
    }
    #expect(failure?.kind == .cannotWrite)
  }

  /// Samples that do not fit, and what the error says.
  enum Misfit: String, CaseIterable {
    case noTargets = "needs the arrays x (inputs) and y (targets), found x"
    case otherCount = "there are 10 inputs but 9 targets"
    case empty = "the inputs have shape (0, 20), which holds no samples"
    case wrongWidth = "Shape inconsistent, Provided = [256,20], inferred shape=(256,19)"
    case labelTooLarge = "target 0 is 10, but the classes are 0 to 9"
    case labelNegative = "target 0 is -1, but the classes are 0 to 9"
    case labelFraction = "target 0 is 0.5, but the classes are 0 to 9"
    case labelNaN = "target 0 is nan, but the classes are 0 to 9"
    case otherShape =
      "each target has shape (7,), but the classes of an answer of shape (10,) have ()"
    case complex = "holds complex64 elements, expected real numbers"
    case scalar = "is a single number, expected an axis of samples"

    func spoil(_ tensors: inout [String: Tensor]) {
      func label(_ value: Float) -> Tensor {
        Tensor([Float](repeating: value, count: 10), shape: [10])
      }
      func zeros(_ shape: Shape) -> Tensor {
        Tensor([Float](repeating: 0, count: shape.elementCount), shape: shape)
      }
      switch self {
      case .noTargets: tensors["y"] = nil
      case .otherCount: tensors["y"] = zeros([9])
      case .empty: (tensors["x"], tensors["y"]) = (zeros([0, 20]), zeros([0]))
      case .wrongWidth: tensors["x"] = zeros([10, 19])
      case .labelTooLarge: tensors["y"] = label(10)
      case .labelNegative: tensors["y"] = label(-1)
      case .labelFraction: tensors["y"] = label(0.5)
      case .labelNaN: tensors["y"] = label(.nan)
      case .otherShape: tensors["y"] = zeros([10, 7])
      case .complex:
        tensors["x"] = Tensor(
          bytes: [UInt8](repeating: 0, count: 1600), elementType: .complex64, shape: [10, 20])
      case .scalar: tensors["x"] = zeros([])
      }
    }
  }

  @Test(arguments: Misfit.allCases)
  func `samples that do not fit are refused in one line, as wrong contents`(
    misfit: Misfit
  ) async throws {
    var tensors = samples(10)
    misfit.spoil(&tensors)
    try await withSamples(tensors) { path in
      do {
        _ = try await train("example:mlp", "--data", path)
        Issue.record("\(misfit) is accepted")
      } catch {
        let failure = try #require(Failure(error))
        #expect(failure.status == EX_DATAERR)
        #expect(failure.message.contains(misfit.rawValue), "\(failure.message)")
        #expect(failure.message.contains("samples.npz"))
        #expect(!failure.message.contains("\n"))
      }
    }
  }

  @Test(arguments: [
    (["example:mlp", "--optimizer", "sdg"], "unknown optimizer 'sdg'; did you mean sgd?"),
    (
      ["example:mlp", "--optimizer", "adam(beta: 1)"],
      "adam has no argument 'beta'; did you mean beta1?"
    ),
    (["example:mlp", "--steps", "0"], "--steps must be from 1 to 1000000, found 0"),
    (["example:mlp", "--batch", "0"], "--batch must be from 1 to 1000000, found 0"),
    (["example:mlp", "--steps", "2", "--epochs", "2"], "--steps and --epochs exclude each other"),
    (["example:mlp", "--loss", "huber"], "'huber' is no loss; possible: softmax-ce, l2"),
  ])
  func `a wrong command is refused in one line`(
    arguments: [String], message: String
  ) async throws {
    do {
      _ = try await TrainCommand.parse(arguments).perform()
      Issue.record("\(arguments) is accepted")
    } catch {
      let text = Failure(error)?.message ?? TrainCommand.message(for: error)
      #expect(text.contains(message), "\(text)")
    }
  }

  @Test func `a file of parameters is not trained`() async throws {
    let failure = await #expect(throws: WorkspaceError.self) {
      _ = try await self.train(zooFile("shapes.safetensors"))
    }
    #expect(failure?.kind == .wrongUsage)
    #expect(failure?.description.contains("open a network") == true)
  }
}
