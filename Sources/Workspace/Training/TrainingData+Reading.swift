internal import Checkpoints
internal import Tensors
internal import Words

extension TrainingData {
  /// The most bytes of samples that are read, as 32-bit floats.
  private static let limitInBytes = 4 << 30

  /// Reads the arrays `x` and `y` of a file, whose first axes are the samples.
  ///
  /// - Parameter path: An archive of NumPy, or any other file with two such tensors.
  /// - Throws: `checkpoint` if the file cannot be read; `wrongData` if an array is missing, holds no real
  ///   numbers or no samples, is too large, or if there are not as many inputs as targets.
  public init(reading path: String) throws(WorkspaceError) {
    let file: Checkpoint
    do {
      file = try Checkpoint.open(path)
    } catch {
      throw .checkpoint(error)
    }
    let inputs = try Self.array("x", in: file)
    let targets = try Self.array("y", in: file)
    do {
      try self.init(inputs: inputs, targets: targets, source: path)
    } catch .usage(let message) {
      throw .wrongData("\(path): \(message)")
    }
  }

  private static func array(
    _ name: String, in file: Checkpoint
  ) throws(WorkspaceError) -> Tensor {
    guard let index = file.tensors.firstIndex(where: { $0.name == name }) else {
      let names = file.tensors.prefix(10).map(\.name).joined(separator: ", ")
      throw .wrongData(
        names.isEmpty
          ? "\(file.path): needs the arrays x (inputs) and y (targets), found none"
          : "\(file.path): needs the arrays x (inputs) and y (targets), found \(names)")
    }
    let tensor = file.tensors[index]
    func failure(_ message: Phrase) -> WorkspaceError {
      .wrongData("\(file.path), \(name): \(message)")
    }
    guard !tensor.elementType.isComplex else {
      throw failure("holds \(tensor.elementType.name) elements, expected real numbers")
    }
    guard tensor.shape.rank > 0 else {
      throw failure("is a single number, expected an axis of samples")
    }
    guard tensor.shape.elementCount <= limitInBytes / 4 else {
      throw failure(
        "\(tensor.shape.elementCount) elements are more than the \(limitInBytes / 4) that are read")
    }
    do {
      let bytes = try file.readBytes(0..<tensor.byteCount, ofTensorAt: index)
      return Tensor(bytes: bytes, elementType: tensor.elementType, shape: tensor.shape)
    } catch {
      throw .checkpoint(error)
    }
  }
}
