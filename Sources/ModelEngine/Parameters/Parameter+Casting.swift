public import Tensors

extension Parameter {
  /// Gives values and gradient another element type; both are new arrays.
  ///
  /// - Precondition: The engine computes with the type: it is a whole or a floating one of 8 to 64 bits.
  public func cast(to elementType: ElementType) {
    self.elementType = elementType
    elementTypeSpelling = .name
    version += 1
    guard case .ready(var ready) = state else { return }
    ready.data = cast(ready.data, to: elementType)
    if case .values(let gradient) = ready.gradient {
      ready.gradient = .values(cast(gradient, to: elementType))
    }
    ready.arrayID = ModelContext.current.nextArrayID()
    ready.isGradientFresh = false
    state = .ready(ready)
  }

  private func cast(_ tensor: Tensor, to elementType: ElementType) -> Tensor {
    guard let result = tensor.converted(to: elementType) else {
      preconditionFailure("\(tensor.elementType.name) cannot be cast to \(elementType.name)")
    }
    return result
  }
}
