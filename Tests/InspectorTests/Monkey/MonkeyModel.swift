import Foundation
import ModelEngine
import Tensors
import TestSupport
import Workspace

/// The kinds of models that a monkey is let loose on.
enum MonkeyModel: String, CaseIterable {
  case mlp, sharedMLP = "shared-mlp", reuse, lenet, lstm
  case deferred, everyLayer, ownNetwork
  case names, specials, noTensors = "no_tensors", elementTypes = "dtypes", quantized =
    "moe_lora_quant"
  case params, sparseParams, npz, npy, symbol
  case hostileNames, likeLayers

  /// Makes the model; what is a file lies in the folder.
  @MainActor
  func open(in folder: String) async throws -> OpenModel {
    let path = folder + "/model" + ending
    switch self {
    case .mlp, .sharedMLP, .reuse, .lenet, .lstm:
      return try OpenModel.open(ModelLocator("example:" + rawValue))
    case .ownNetwork:
      let network = try ModelContext.$current.withValue(ModelContext(seed: 1)) {
        try Self.network()
      }
      return OpenModel(network, input: [2, 4])
    case .deferred: try write(Array(Self.deferredText.utf8), to: path)
    case .everyLayer: try write(Array(Self.everyLayerText.utf8), to: path)
    case .names, .specials, .noTensors, .elementTypes, .quantized:
      try FileManager.default.copyItem(atPath: zooFile(rawValue + ".safetensors"), toPath: path)
    case .params, .sparseParams:
      let name = self == .params ? "dtypes" : "sparse"
      let file = fixture("params/\(name).params", of: "CheckpointsTests")
      try FileManager.default.copyItem(atPath: file, toPath: path)
    case .npz, .symbol:
      _ = try await OpenModel.open(.example(self == .npz ? "mlp" : "lenet")).save(to: path)
    case .npy:
      let elements = try OpenModel.open(.example("mlp")).elements(of: 0)
      try await TensorExport.npy.write(elements, TensorSelection(all: elements.shape), to: path)
    case .hostileNames: try write(safetensors(Self.hostileTensors), to: path)
    case .likeLayers: try write(safetensors(layers(12, odd: 7)), to: path)
    }
    return try OpenModel.open(.file(path))
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  private var ending: String {
    switch self {
    case .deferred, .everyLayer: ".yaml"
    case .params, .sparseParams: ".params"
    case .npz, .npy: "." + rawValue
    case .symbol: "-symbol.json"
    default: ".safetensors"
    }
  }

  private static let hostileTensors = [
    "\u{1B}]0;x\u{7}\u{1B}[2J", "a\nb\r\u{2028}c", "\u{202E}drow\u{2066}.x", "", ".", "..", "a..b",
    String(repeating: "very.long.", count: 30), "模型.層.重み", "e\u{301}\u{301}\u{301}", "0", "0.0",
    "\u{200B}", "👩\u{200D}👩\u{200D}👧.weight",
  ].map { MadeTensor($0, [2, 3]) }

  private static let deferredText =
    "layers: [dense: {units: 8}, sequential: {layers: [dense: {units: 3}]}]\n"

  private static let everyLayerText = """
    input: [2, 3, 12, 12]
    layers:
      - conv2d: {channels: 4, kernel_size: 3, activation: relu, name: first}
      - batch_norm
      - leaky_relu: 0.1
      - prelu
      - elu
      - selu
      - gelu
      - swish
      - max_pool2d: {pool_size: 2}
      - sequential:
          layers:
            - conv2d: {channels: 4, kernel_size: 1, name: inner}
            - reuse: inner
      - avg_pool2d: {pool_size: 2}
      - dropout: 0.5
      - global_avg_pool2d
      - flatten
      - layer_norm
      - dense: {units: 6}
      - dense: {units: 6, name: shared}
      - dense: {units: 6, params: shared}
      - activation: tanh
    """

  private static func network() throws -> Block {
    let shared = Dense(4, activation: .relu)
    let network = Sequential()
    network.add(Dense(4), shared, try Dense(4, params: shared.params), Dense(3))
    try network.initialize(Xavier())
    _ = try network(Variable(ModelContext.current.uniform(shape: [2, 4])))
    return network
  }
}
