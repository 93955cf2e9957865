internal import ModelEngine
internal import Tensors

extension Block {
  /// What the block does, in a few characters: `Dense 20→8 relu`; empty for a container.
  var summary: String {
    switch self {
    case let layer as Dense: layer.text
    case let layer as Conv2D: layer.text
    case let layer as Pooling2D: layer.text
    case let layer as RecurrentLayer: layer.text
    case let layer as Embedding: "Embedding \(layer.inputDim)→\(layer.outputDim)"
    case let layer as BatchNorm: "BatchNorm \(unknownAsMark(layer.gamma.shape[0]))"
    case let layer as LayerNorm: "LayerNorm \(unknownAsMark(layer.gamma.shape[0]))"
    case let layer as Activation: "Activation \(layer.function.rawValue)"
    case let layer as LeakyReLU: "LeakyReLU \(layer.alpha)"
    case is ElementLayer, is PReLU: type(of: self).className
    case let layer as Dropout: "Dropout \(layer.rate)"
    case is Flatten: "Flatten"
    case let layer as LeakyReLU: "LeakyReLU \(layer.alpha)"
    case is ElementLayer, is PReLU: type(of: self).className
    default: ""
    }
  }
}

extension Dense {
  fileprivate var text: String {
    let kind = "Dense \(unknownAsMark(weight.shape[1]))→\(units)"
    return activation.map { "\(kind) \($0.rawValue)" } ?? kind
  }
}

extension Conv2D {
  fileprivate var text: String {
    let inputs = unknownAsMark(weight.shape[1] * groups)
    var words = ["Conv2D \(inputs)→\(channels)", "k\(kernelSize.text)"]
    if strides != 1 { words.append("s\(strides.text)") }
    if padding != 0 { words.append("p\(padding.text)") }
    if dilation != 1 { words.append("d\(dilation.text)") }
    if groups != 1 { words.append("g\(groups)") }
    if let activation { words.append(activation.rawValue) }
    return words.joined(separator: " ")
  }
}

extension Pooling2D {
  fileprivate var text: String {
    if isGlobal { return Self.className }
    var words = ["\(Self.className) \(poolSize.text)"]
    if strides != poolSize { words.append("s\(strides.text)") }
    if padding != 0 { words.append("p\(padding.text)") }
    return words.joined(separator: " ")
  }
}

extension RecurrentLayer {
  fileprivate var text: String {
    let inputs = unknownAsMark(attributes[0].parameter.shape[1])
    var words = ["\(Self.className) \(inputs)→\(hiddenSize)"]
    if options.layerCount > 1 { words.append("x\(options.layerCount)") }
    if options.isBidirectional { words.append("both ways") }
    return words.joined(separator: " ")
  }
}

extension Extent {
  /// `5`, or `3x2` where height and width differ.
  fileprivate var text: String { height == width ? "\(height)" : "\(height)x\(width)" }
}

/// A size, or a question mark while it is not known.
private func unknownAsMark(_ size: Int) -> String { size == 0 ? "?" : "\(size)" }
