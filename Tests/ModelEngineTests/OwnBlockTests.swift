import ModelEngine
import Tensors
import Testing

@Suite struct OwnBlockTests {
  @Test func `assigning registers under the name of the property, and again replaces`() throws {
    try ModelContext.withSeed(0) {
      let block = try A(scope: true)
      #expect(block.children.map(\.key) == ["h", "o"])
      #expect(block.attributes.map(\.key) == ["w"])
      block.o = Dense(7)
      #expect(block.children.map(\.key) == ["h", "o"])
      #expect(block.children[1].block === block.o)
      try block.initialize()
      #expect(try block(ones([2, 3])).shape == [2, 7])
    }
  }

  @Test func `a block inside a list that registers nothing is warned of`() throws {
    try ModelContext.withSeed(0) {
      let block = B()
      block.lst = [block.d]
      _ = try block.collectParams()
      #expect(ModelContext.current.takeWarnings() == [])
      block.lst.append(Dense(1))
      #expect(try block.collectParams().names == ["dense0_weight", "dense0_bias"])
      #expect(ModelContext.current.takeWarnings().count == 1)
    }
  }

  @Test func `a parameter of its own cannot be replaced`() async {
    await #expect(processExitsWith: .failure) {
      let block = B()
      block.p = Parameter("p", shape: [1])
      block.p = Parameter("p", shape: [1])
    }
  }

  @Test func `constants keep their value whatever the network's initializer`() throws {
    try ModelContext.withSeed(0) {
      let block = Block()
      block.register(try block.params.getConstant("c", array([3, 4])), as: "c")
      try block.initialize(One())
      #expect(try block.params.getConstant("c").data().floats == [3, 4])
      #expect(
        message { try block.params.getConstant("c", array([3, 5])) }
          == "Constant 'block0_c' already exists but it's value doesn't match new value")
    }
  }
}
