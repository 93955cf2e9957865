import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// NDArray repr.
  static func ndRepr(_ t: Transcript) throws {
    t.show("nd.array([1,2,3])") { array([1, 2, 3]) }
    t.show("nd.array([1.5])") { array([1.5]) }
    t.show("nd.array([[1,2],[3,4]])") { array([[1, 2], [3, 4]]) }
    t.show("nd.ones((2,3,2))") { ones([2, 3, 2]) }
    t.show("nd.zeros((1,))") { zeros([1]) }
    t.show("nd.array([1e-8, 1, 1e8])") { array([1e-8, 1, 1e8]) }
    t.show("nd.array([0.1,0.25,1/3])") { array([0.1, 0.25, 1 / 3]) }
    t.show("nd.arange(2000)") { array((0..<2000).map(Float.init)) }
    t.show("nd.array([True, False])") { array([1, 0]) }
    t.show("nd.array([1,2], dtype='int32')") { array([1, 2]).as(.int32) }
    t.show("nd.array([1,2], dtype='float64')") { array([1, 2]).as(.float64) }
    t.show("nd.array([float('nan'), float('inf'), -float('inf')])") {
      array([.nan, .infinity, -.infinity])
    }
    let three = Tensor([3] as [Float], shape: [])
    t.show("nd.array(3)") { three }
    t.show("nd.array(3).shape") { three.shape }
    t.differs("nd.array([1])[0]", .arrays) {
      // An element is a scalar here, as in NumPy.
      #expect(array([1])[0] == Tensor([1] as [Float], shape: []))
    }
    t.show("nd.array([[1,2],[3,4]])[0]") { array([[1, 2], [3, 4]])[0] }
    t.show("nd.array([1,2]) == nd.array([1,3])") { array([1, 2]) .== array([1, 3]) }
    t.differs("nd.zeros((0,3))", .arrays) {
      // 0 is a length here, and not an unknown one.
      #expect(zeros([0, 3]).mxnetDescription == "\n[]\n<NDArray 0x3 @cpu(0)>")
    }
    t.show("nd.array([])") { array([] as [Float]) }
    t.show("nd.array([-0.0, 0.0])") { array([-0.0, 0]) }
    t.show("nd.array([1]).asscalar()") { array([1]).element(at: 0) }
    t.skip("nd.array([1,2]).asscalar()", .arrays)
    t.show("bool(nd.array([1])), bool(nd.array([0]))") {
      tuple(array([1]).element(at: 0) != 0, array([0]).element(at: 0) != 0)
    }
    t.skip("bool(nd.array([1,2]))", .arrays)
    let x = ones([3, 2])
    t.show(
      "len(nd.ones((3,2))), nd.ones((3,2)).size, nd.ones((3,2)).dtype, nd.ones((3,2)).context"
    ) { tuple(x.shape[0], x.elementCount, x.elementType, Raw(Device.cpu.description)) }
  }

  /// Misc ops used by the seed.
  static func ndarrayExtra(_ t: Transcript) throws {
    let x = try t.run("x=nd.array([-6,-3,0,3,6.])") { Variable(array([-6, -3, 0, 3, 6])) }
    func mask() throws -> Tensor { try x.abs().value.mapped { $0 >= 5 ? 1 : 0 } }
    t.show("(x.abs()>=5)") { try mask() }
    try t.run("x*=x.abs()>=5") { try x.assign((x * Variable(mask())).value) }
    t.show("x") { x.value }
    t.show("nd.random.uniform(low=-10, high=10, shape=(2,2)).shape") {
      ModelContext.current.uniform(low: -10, high: 10, shape: [2, 2]).shape
    }
    t.fails("nd.ones((2,2))+nd.ones((3,))") {
      _ = try Variable(ones([2, 2])) + Variable(ones([3]))
    }
    t.fails("nd.dot(nd.ones((2,3)), nd.ones((2,3)))") {
      _ = try Variable(ones([2, 3])).dot(Variable(ones([2, 3])))
    }
  }
}
