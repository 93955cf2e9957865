extension Block {
  /// The activation that a layer applies to its output, if it has one.
  public var act: Activation? { children.first { $0.key == "act" }?.block as? Activation }

  /// Adds the activation that Gluon's layers make inside their own scope: `dense0_relu`.
  func addActivation(_ function: ActivationFunction?) {
    guard let function else { return }
    withNameScope {
      registerChild(Activation(function, prefix: "\(function.rawValue)_"), as: "act")
    }
  }
}
