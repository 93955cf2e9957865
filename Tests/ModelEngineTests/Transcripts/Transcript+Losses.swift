import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Losses.
  static func loss(_ t: Transcript) throws {
    let loss = try t.run("L=gluon.loss.SoftmaxCrossEntropyLoss()") { SoftmaxCrossEntropyLoss() }
    t.show("L") { loss }
    let x = Variable(array([[1, 2, 3], [3, 2, 1]]))
    let exact: [Float] = [2.40760596444438, 0.40760596444438]
    t.differs("L(nd.array([[1,2,3],[3,2,1]]), nd.array([0,0]))", .rounding) {
      let losses = try loss(x, array([0, 0])).value.floats
      #expect(losses == exact)
    }
    t.differs("L(nd.array([[1,2,3],[3,2,1]]), nd.array([[0],[0]]))", .rounding) {
      let losses = try loss(x, array([[0], [0]])).value.floats
      #expect(losses == exact)
    }
    t.show("L(nd.array([[1,2,3],[3,2,1]]), nd.array([0,7]))") { try loss(x, array([0, 7])).value }
    let row = Variable(array([[1, 2, 3]]))
    t.show("gluon.loss.L2Loss()(nd.array([[1,2,3]]), nd.array([[0,0,0]]))") {
      try L2Loss()(row, zeros([1, 3])).value
    }
    t.show("gluon.loss.L1Loss()(nd.array([[1,2,3]]), nd.array([[0,0,0]]))") {
      try L1Loss()(row, zeros([1, 3])).value
    }
    t.show("gluon.loss.SigmoidBCELoss()(nd.array([[1,-2]]), nd.array([[1,0]]))") {
      try SigmoidBCELoss()(Variable(array([[1, -2]])), array([[1, 0]])).value
    }
    t.differs(
      "gluon.loss.SoftmaxCELoss(sparse_label=False)(nd.array([[1,2,3]]), nd.array([[0,.5,.5]]))",
      .rounding
    ) {
      let value = try SoftmaxCELoss(sparseLabel: false)(row, array([[0, 0.5, 0.5]])).value
      #expect(abs(value.doubles[0] - 0.90760596444438) < 6e-8)
    }
  }
}
