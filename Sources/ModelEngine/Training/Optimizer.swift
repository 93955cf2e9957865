public import Tensors

/// A rule that changes the values of a parameter after each backward pass.
///
/// An optimizer is a value: it can be compared, printed and parsed. What it remembers of earlier steps
/// lives in the `Trainer`. One of your own needs its settings and one method:
///
/// ```swift
/// struct SignDescent: Optimizer {
///   var settings = OptimizerSettings()
///   func apply(_ update: inout ParameterUpdate) {
///     let (rate, gradient) = (Float(update.learningRate), update.gradient.floats)
///     update.weights.withElements(as: Float.self) { weights in
///       for k in weights.indices { weights[k] -= gradient[k] > 0 ? rate : -rate }
///     }
///   }
/// }
/// ```
public protocol Optimizer: Hashable, Sendable, CustomStringConvertible {
  /// The name in lower case, under which Gluon registers it; that of the type by default.
  static var name: String { get }

  /// What all optimizers have in common.
  var settings: OptimizerSettings { get set }

  /// The arguments of its own, in the order of their declaration; none by default.
  var arguments: [InitializerArgument] { get }

  /// How many tensors it remembers of a parameter, each of its shape and at first zeros; 0 by default.
  var stateCount: Int { get }

  /// Changes the weights of one parameter, and what is remembered of it.
  func apply(_ update: inout ParameterUpdate)
}

/// What all optimizers have in common, with Gluon's names and meaning.
public struct OptimizerSettings: Hashable, Sendable {
  /// How far a step goes.
  public var learningRate: Double
  /// Weight decay: how much of a weight is added to its gradient, biases not excepted.
  public var wd: Double
  /// The bound that each number of the gradient is cut off at; none if it is nil.
  public var clipGradient: Double?
  /// What the gradient is multiplied by; a `Trainer` divides it by the size of the batch.
  public var rescaleGrad: Double

  /// Creates settings.
  public init(
    learningRate: Double = 0.01, wd: Double = 0, clipGradient: Double? = nil,
    rescaleGrad: Double = 1
  ) {
    self.learningRate = learningRate
    self.wd = wd
    self.clipGradient = clipGradient
    self.rescaleGrad = rescaleGrad
  }
}

/// One parameter in one step.
public struct ParameterUpdate {
  /// The values, to be changed in place.
  public var weights: Tensor
  /// The gradient as the backward pass left it, of the same shape and type.
  public let gradient: Tensor
  /// What the optimizer remembers, to be changed in place.
  public var states: [Tensor]
  /// The learning rate, times the parameter's own multiplier.
  public let learningRate: Double
  /// The weight decay, times the parameter's own multiplier.
  public let wd: Double
  /// What the gradient is to be multiplied by.
  public let rescaleGrad: Double
  /// Which update of this parameter it is, from 1 on.
  public let number: Int
}

extension Optimizer {
  /// The name of the type in lower case.
  public static var name: String { "\(Self.self)".lowercased() }

  /// No arguments.
  public var arguments: [InitializerArgument] { [] }

  /// Nothing is remembered.
  public var stateCount: Int { 0 }

  /// How far a step goes.
  public var learningRate: Double {
    get { settings.learningRate }
    set { settings.learningRate = newValue }
  }

  /// The text that makes it again: `sgd(learning_rate: 0.1, momentum: 0.9)`.
  ///
  /// What is not set, or 0, is left out.
  public var description: String {
    var items = [item("learning_rate", settings.learningRate)]
    items += arguments.filter { ![.number(0), .flag(false), .unset].contains($0.value) }
      .map { "\($0.name): \($0.value)" }
    if settings.wd != 0 { items.append(item("wd", settings.wd)) }
    if let bound = settings.clipGradient { items.append(item("clip_gradient", bound)) }
    if settings.rescaleGrad != 1 { items.append(item("rescale_grad", settings.rescaleGrad)) }
    return "\(Self.name)(\(items.joined(separator: ", ")))"
  }

  private func item(_ name: String, _ value: Double) -> String {
    "\(name): \(ScalarArgument.pythonText(value))"
  }
}

extension InitializerArgument.Value {
  /// An argument that is not set.
  static let unset = Self.choice("none")

  /// A number, or `none`.
  init(_ number: Double?) { self = number.map { .number(Scalar($0)) } ?? .unset }

  /// The number, or nil for anything else.
  var number: Double? {
    if case .number(let number) = self { number.value } else { nil }
  }
}
