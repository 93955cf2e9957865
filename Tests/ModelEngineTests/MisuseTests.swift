import ModelEngine
import Tensors
import Testing

@Suite struct MisuseTests {
  @Test func `a block that is not there cannot be asked for`() async {
    await #expect(processExitsWith: .failure) { _ = Sequential()[0] }
  }

  @Test func `a parameter that is not there cannot be asked for`() async {
    await #expect(processExitsWith: .failure) { _ = Dense(2, useBias: false).bias }
  }

  @Test func `an attribute cannot be registered twice`() async {
    await #expect(processExitsWith: .failure) {
      let layer = Dense(2)
      layer.register(Parameter("p", shape: [1]), as: "weight")
    }
  }
}
