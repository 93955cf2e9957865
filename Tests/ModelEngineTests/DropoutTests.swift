import ModelEngine
import Tensors
import TestSupport
import Testing

@Suite struct DropoutTests {
  struct Fixture: Decodable { let dropout: [Case] }

  struct Case: Decodable, Sendable {
    let seed: Int
    let p: Double
    let out: MXNetArray
  }

  @Test(arguments: try decodedFixture("dropout.json", as: Fixture.self).dropout)
  func `while training the same elements are zeroed as in MXNet`(sample: Case) throws {
    try ModelContext.withSeed(sample.seed) {
      let output = try Autograd.trainMode {
        try Dropout(Scalar(sample.p))(ones(Shape(sample.out.shape)))
      }
      #expect(sample.out.isIdentical(to: output))
    }
  }

  @Test func `one decision holds along given axes, and gradients pass where elements do`() throws {
    try ModelContext.withSeed(3) {
      let x = Variable(ones([4, 3]))
      x.attachGrad()
      let y = try Autograd.record { try Dropout(0.5, axes: [1])(x) }
      #expect(y.value == array([[0, 0, 0], [2, 2, 2], [2, 2, 2], [2, 2, 2]]))
      try y.backward()
      #expect(x.grad == y.value)
    }
  }

  @Test func `nothing is drawn when predicting, at rate 0, or below`() throws {
    try ModelContext.withSeed(3) {
      let next = ModelContext.withSeed(3) { ModelContext.current.uniform(shape: [2]) }
      #expect(try Dropout(0.5)(ones([4])) == ones([4]))
      for rate: Scalar in [0, -0.5] {
        let output = try Autograd.trainMode { try Dropout(rate)(ones([4])) }
        #expect(output == ones([4]))
      }
      #expect(ModelContext.current.uniform(shape: [2]) == next)
    }
  }

  @Test func `a rate above 1 and an axis that is not there are refused in MXNet's words`() throws {
    func refusal(_ layer: Dropout) -> String {
      Autograd.trainMode { message { _ = try layer(ones([2, 2])) } }
    }
    #expect(
      refusal(Dropout(1.5))
        == "value 1.5 for Parameter p exceed bound [0,1]\np: Fraction of the input that gets "
        + "dropped out during training time., in operator Dropout(name=\"\", cudnn_off=\"False\", "
        + "axes=\"()\", p=\"1.5\")")
    #expect(
      refusal(Dropout(0.5, axes: [5]))
        == "Check failed: i >= 0 && i < ndim(): index = 5 must be in range [0, 2)")
    let nothing = try Autograd.trainMode { try Dropout(1)(ones([2])) }
    #expect(nothing.floats.map(\.isNaN) == [true, true])
  }
}
