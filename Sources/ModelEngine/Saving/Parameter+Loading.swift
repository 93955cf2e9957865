internal import Tensors

extension Parameter {
  /// Takes the values of a tensor of a source, as Gluon's `_load_init` does.
  ///
  /// - Throws: `shape` or `elementType` if they do not fit, or what reading throws.
  func load(
    _ source: some TensorSource, at index: Int, _ options: LoadOptions
  ) throws(LoadError) {
    let saved = source.tensors[index]
    try checkShape(saved.shape)
    try checkType(saved.elementType, options)
    let values: Tensor
    do {
      let bytes = try source.readBytes(0..<saved.byteCount, ofTensorAt: index)
      values = Tensor(bytes: bytes, elementType: saved.elementType, shape: saved.shape)
    } catch {
      throw .source(error)
    }
    do {
      try take(values)
    } catch {
      throw .parameter(error)
    }
  }

  /// Known dimensions have to be equal; the others are learned from the saved shape.
  private func checkShape(_ saved: Shape) throws(LoadError) {
    guard shape.rank > 0 else {
      shape = saved
      return
    }
    for (own, other) in zip(shape.dimensions, saved.dimensions) where own != 0 && own != other {
      throw .shape(name: name, expected: shape, saved: saved)
    }
    guard shape.rank == saved.rank else {
      throw .parameter(.incompatibleShape(new: saved, stored: shape))
    }
    shape = saved
  }

  private func checkType(_ saved: ElementType, _ options: LoadOptions) throws(LoadError) {
    guard saved != elementType else { return }
    switch options.cast {
    case .none: throw .elementType(name: name, expected: elementTypeText, saved: saved)
    case .toCurrent: break
    case .toSaved:
      elementType = saved
      elementTypeSpelling = .numpyClass
    }
  }

  /// Sets values that are there, else brings them about without drawing anything.
  private func take(_ values: Tensor) throws(ParameterError) {
    if case .ready(let ready) = state, ready.data.elementType == elementType {
      return try setData(values)
    }
    guard let converted = values.converted(to: elementType) else {
      throw .inconvertible(name: name, from: values.elementType, to: elementType)
    }
    state = .ready(
      Ready(
        data: converted, gradient: freshGradient, arrayID: ModelContext.current.nextArrayID()))
    version += 1
  }
}
