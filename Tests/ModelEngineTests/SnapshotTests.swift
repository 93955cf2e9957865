import ModelEngine
import Tensors
import Testing

@Suite struct SnapshotTests {
  @Test func `restoring parameters and stream makes the same draw again`() throws {
    try ModelContext.withSeed(7) {
      let context = ModelContext.current
      let layer = Dense(20, inUnits: 30)
      try layer.initialize()
      try layer.weight.setGrad(ones([20, 30]))
      let before = (layer.weight.snapshot, context.stream, try layer.weight.data())
      try layer.weight.initialize(Xavier(), forceReinit: true)
      let drawn = try layer.weight.data()
      let after = context.stream
      #expect(drawn != before.2)
      #expect(after != before.1)

      let version = layer.weight.version
      layer.weight.restore(before.0)
      context.stream = before.1
      #expect(try layer.weight.data() == before.2)
      #expect(try layer.weight.grad() == ones([20, 30]))
      #expect(layer.weight.version > version)

      try layer.weight.initialize(Xavier(), forceReinit: true)
      #expect(try layer.weight.data() == drawn)
      #expect(context.stream == after)
    }
  }

  @Test func `a snapshot brings back the deferred state with its pending initializer`() throws {
    try ModelContext.withSeed(7) {
      let layer = Dense(2)
      try layer.initialize(Constant(4))
      let snapshot = layer.weight.snapshot
      _ = try layer(ones([1, 3]))
      layer.weight.restore(snapshot)
      #expect(layer.weight.shape == [2, 0])
      #expect(message { _ = try layer.weight.data() } == deferred.naming("dense0_weight"))
      _ = try layer(ones([1, 5]))
      #expect(try layer.weight.data().shape == [2, 5])
      #expect(try layer.weight.data().floats.first == 4)
    }
  }

  @Test func `attributes come back too`() {
    ModelContext.withSeed(7) {
      let weight = Dense(2).weight
      let snapshot = weight.snapshot
      weight.gradReq = .null
      weight.lrMult = 0.1
      weight.restore(snapshot)
      #expect(weight.gradReq == .write)
      #expect(weight.lrMult == 1)
    }
  }
}
