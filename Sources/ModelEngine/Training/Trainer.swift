internal import Tensors

/// Applies an optimizer to parameters after each backward pass, as Gluon's `Trainer` does.
///
/// A class, because it remembers what came before, for one set of live parameters.
public final class Trainer {
  /// What is trained, in the order of updates.
  public let parameters: [Parameter]
  /// What changes them; its multiplier of gradients is that of the last step.
  public private(set) var optimizer: any Optimizer
  /// What the optimizer remembers of each parameter that it has changed.
  private(set) var memories: [OptimizerMemory?]
  /// The optimizer's own multiplier of gradients, which a step divides by the size of the batch.
  private let scale: Double
  private var isPrepared = false

  /// Creates a trainer of a list of parameters, in its order.
  ///
  /// - Throws: `noParameters`, or `parameter` for the first that was never initialized.
  public init(_ parameters: [Parameter], _ optimizer: any Optimizer) throws(TrainerError) {
    try Self.check(parameters)
    self.parameters = parameters
    self.optimizer = optimizer
    memories = Array(repeating: nil, count: parameters.count)
    scale = optimizer.settings.rescaleGrad
  }

  /// Creates a trainer of a dictionary of parameters, in the order of their names as strings.
  ///
  /// So `dense10_weight` comes before `dense1_weight`.
  ///
  /// - Throws: `noParameters`, or `parameter` for the first that was never initialized.
  public convenience init(
    _ parameters: ParameterDict, _ optimizer: any Optimizer
  ) throws(TrainerError) {
    try self.init(Self.sorted(parameters), optimizer)
  }

  /// Creates a trainer of a dictionary of parameters with an optimizer in text: `adam`.
  ///
  /// - Throws: `noParameters`; `parameter` for the first that was never initialized;
  ///   `unknownOptimizer`; `syntax` for any other fault of the text.
  public convenience init(_ parameters: ParameterDict, _ optimizer: String) throws(TrainerError) {
    let sorted = Self.sorted(parameters)
    try Self.check(sorted)
    do {
      try self.init(sorted, try OptimizerCatalog.standard.parse(optimizer))
    } catch let error as InitializerSyntaxError {
      if case .unknownOptimizer(let name, _, _) = error.problem { throw .unknownOptimizer(name) }
      throw .syntax(error)
    } catch let error as TrainerError {
      throw error
    } catch {
      throw .noParameters
    }
  }

  /// How far a step goes.
  public var learningRate: Double { optimizer.settings.learningRate }

  /// Sets how far a step goes.
  public func setLearningRate(_ rate: Double) { optimizer.settings.learningRate = rate }

  /// Changes every parameter by its gradient, which is divided by the size of the batch.
  ///
  /// A parameter that several layers share is changed once. One whose gradient request is null is left
  /// alone.
  ///
  /// - Parameters:
  ///   - batchSize: How many samples the gradient is a sum over.
  ///   - ignoreStaleGrad: Whether to leave alone, instead of throwing, what no backward pass has reached.
  /// - Throws: `staleGradient`, `emptyBatch`, `parameter` for one without values, `untrainable`. Then
  ///   nothing is changed, except that parameters before the one at fault count as used.
  public func step(_ batchSize: Int, ignoreStaleGrad: Bool = false) throws(TrainerError) {
    try rescale(batchSize)
    try prepare()
    try apply(ignoreStaleGrad: ignoreStaleGrad)
  }

  /// The same as a step, after `allreduceGrads`.
  ///
  /// - Throws: What `step` throws.
  public func update(_ batchSize: Int, ignoreStaleGrad: Bool = false) throws(TrainerError) {
    try prepare()
    try rescale(batchSize)
    try apply(ignoreStaleGrad: ignoreStaleGrad)
  }

  /// Adds up the gradients of all devices, of which this engine has one: nothing to do.
  ///
  /// - Throws: `parameter` for one that has no values at the first step.
  public func allreduceGrads() throws(TrainerError) { try prepare() }

  private func rescale(_ batchSize: Int) throws(TrainerError) {
    guard batchSize != 0 else { throw .emptyBatch }
    optimizer.settings.rescaleGrad = scale / Double(batchSize)
  }

  /// Before the first step, every parameter must have values.
  private func prepare() throws(TrainerError) {
    guard !isPrepared else { return }
    do {
      for parameter in parameters { _ = try parameter.data() }
    } catch {
      throw .parameter(error)
    }
    isPrepared = true
  }

  private func apply(ignoreStaleGrad: Bool) throws(TrainerError) {
    var due: [Int] = []
    do {
      for (index, parameter) in parameters.enumerated() where parameter.gradReq != .null {
        let isFresh = try parameter.isGradientFresh()
        guard isFresh || ignoreStaleGrad else {
          throw TrainerError.staleGradient(name: parameter.name)
        }
        guard isFresh else { continue }
        due.append(index)
        parameter.markGradientStale()
      }
      for index in due { try change(index) }
    } catch let error as ParameterError {
      throw .parameter(error)
    } catch let error as TrainerError {
      throw error
    } catch {
      throw .noParameters
    }
  }

  private func change(_ index: Int) throws {
    let parameter = parameters[index]
    let type = parameter.elementType
    guard type == .float32 || type == .float64 else {
      throw TrainerError.untrainable(name: parameter.name, elementType: type.name)
    }
    var memory = memories[index] ?? OptimizerMemory()
    memories[index] = nil
    try parameter.train { weights, gradient in
      memory.apply(optimizer, to: &weights, gradient, of: parameter)
    }
    memories[index] = memory
  }

  private static func sorted(_ parameters: ParameterDict) -> [Parameter] {
    parameters.sorted {
      Array($0.name.unicodeScalars).lexicographicallyPrecedes($1.name.unicodeScalars)
    }
  }

  private static func check(_ parameters: [Parameter]) throws(TrainerError) {
    guard !parameters.isEmpty else { throw .noParameters }
    do {
      for parameter in parameters { _ = try parameter.devices() }
    } catch {
      throw .parameter(error)
    }
  }
}

extension Trainer {
  /// Everything that later steps depend on, beside the parameters: what undo restores.
  public struct Snapshot: Sendable {
    /// What the optimizer was.
    public let optimizer: any Optimizer
    let memories: [OptimizerMemory?]
  }

  /// The optimizer and what it remembers, as a value; arrays are shared until the next step.
  public var snapshot: Snapshot { Snapshot(optimizer: optimizer, memories: memories) }

  /// Goes back to a snapshot of this trainer, exactly.
  public func restore(_ snapshot: Snapshot) {
    optimizer = snapshot.optimizer
    memories = snapshot.memories
  }
}
