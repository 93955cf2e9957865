import Foundation
import ModelEngine
import Tensors
import TestSupport
import Testing
import Workspace

/// Gluon's `save_parameters` and `load_parameters`, with files.
@Suite struct BlockFileTests {
  private func network() -> Sequential {
    let net = Sequential()
    net.add(Dense(16, activation: .relu), Dense(10))
    return net
  }

  @Test func `Gluon's own file comes out of the same network`() throws {
    let sample = fixture("params/").replacing("WorkspaceTests", with: "CheckpointsTests")
    try ModelContext.withSeed(0) {
      let net = network()
      try net.initialize()
      _ = try net(Tensor([Float](repeating: 1, count: 40), shape: [2, 20]))
      try withTemporaryFolder { folder in
        try net.saveParameters(to: folder + "/mlp.params")
        try net.collectParams().save(to: folder + "/mlp_collect.params")
        try net.collectParams().save(to: folder + "/mlp_strip.params", strippingPrefix: "dense")
        for name in try files(in: folder) {
          #expect(
            FileManager.default.contentsEqual(atPath: folder + "/" + name, andPath: sample + name))
        }
        let other = network()
        try other.loadParameters(from: folder + "/mlp.params")
        #expect(try other.namedTensors() == net.namedTensors())
        let named = Sequential()
        named.add(Dense(16, prefix: "dense0_"), Dense(10, prefix: "dense1_"))
        try named.collectParams().load(from: folder + "/mlp_collect.params")
        #expect(try named.namedTensors() == net.namedTensors())
        try net.saveParameters(to: folder + "/mlp.safetensors")
        try other.loadParameters(from: folder + "/mlp.safetensors")
      }
    }
  }

  @Test func `shared values are saved twice, or once under the last path`() throws {
    let sample = fixture("params/").replacing("WorkspaceTests", with: "CheckpointsTests")
    try ModelContext.withSeed(42) {
      let net = Sequential()
      let shared = Dense(8, activation: .relu)
      net.add(
        Dense(8, activation: .relu), shared, try Dense(8, activation: .relu, params: shared.params),
        Dense(10))
      try net.initialize()
      _ = try net(Tensor([Float](repeating: 1, count: 40), shape: [2, 20]))
      try withTemporaryFolder { folder in
        try net.saveParameters(to: folder + "/shared.params")
        try net.saveParameters(to: folder + "/shared_dedup.params", deduplicate: true)
        for name in try files(in: folder) {
          #expect(
            FileManager.default.contentsEqual(atPath: folder + "/" + name, andPath: sample + name))
        }
      }
    }
  }

  @Test func `messages name the file as it was given`() {
    let sample = fixture("params/mlp.params").replacing("WorkspaceTests", with: "CheckpointsTests")
    ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Dense(16))
      let error = #expect(throws: LoadError.self) { try net.loadParameters(from: sample) }
      #expect(
        error.map { "\($0)" } == "Parameter '1.weight' loaded from file '\(sample)' is not present "
          + "in ParameterDict, which contains parameters . Set ignore_extra=True to ignore. ")
    }
  }
}
