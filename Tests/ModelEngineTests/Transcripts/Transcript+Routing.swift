import ModelEngine
import Tensors
import Testing

/// Prints which of Gluon's methods a name leads to, and changes nothing.
private struct RoutePrinting: Initializer {
  let console: Console

  func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {}

  func tensor(
    for target: InitializerTarget, as role: NameRole?, from stream: inout RandomStream
  ) -> Tensor {
    let method =
      switch role {
      case .minimum: "zero"
      case .maximum: "one"
      case .quantizedWeight: "qweight"
      case .quantizedBias: "qbias"
      case .some(let role): role.rawValue
      case nil: "default"
      }
    console.print("\(method) \(target.name)")
    return zeros(target.shape)
  }
}

extension Transcript {
  /// The name-based route, which only a call with a description takes.
  static func initrouteDesc(_ t: Transcript) throws {
    t.declare(
      """
      class P(init.Initializer):
          def _init_weight(self,n,a): print('weight',n)
          def _init_bias(self,n,a): print('bias',n)
          def _init_gamma(self,n,a): print('gamma',n)
          def _init_beta(self,n,a): print('beta',n)
          def _init_zero(self,n,a): print('zero',n)
          def _init_one(self,n,a): print('one',n)
          def _init_default(self,n,a): print('default',n)
          def _init_quantized_weight(self,n,a): print('qweight',n)
          def _init_quantized_bias(self,n,a): print('qbias',n)
          def _init_bilinear(self,n,a): print('bilinear',n)
          def _init_loc_bias(self,n,a): print('locbias',n)
      """)
    let names = try t.run(
      "names=['a_weight','a_bias','a_gamma','a_beta','a_min','a_max','a_weight_quantize','a_bias_quantize','a_mean','a_var','a_running_mean','a_running_var','a_moving_mean','a_moving_var','weight','bias','a_alpha','myweight','upsampling_weight','stn_loc_weight','stn_loc_bias','a_moving_avg','a_moving_inv_var','']"
    ) {
      [
        "a_weight", "a_bias", "a_gamma", "a_beta", "a_min", "a_max", "a_weight_quantize",
        "a_bias_quantize", "a_mean", "a_var", "a_running_mean", "a_running_var", "a_moving_mean",
        "a_moving_var", "weight", "bias", "a_alpha", "myweight", "upsampling_weight",
        "stn_loc_weight", "stn_loc_bias", "a_moving_avg", "a_moving_inv_var", "",
      ]
    }
    try t.run("for n in names: P()(init.InitDesc(n), nd.zeros((6,)))") {
      for name in names {
        let target = InitializerTarget(name: name, shape: [6])
        _ = try RoutePrinting(console: Console(t)).filled(target)
      }
    }
    t.skip("for n in names: P()(n, nd.zeros((6,)))", .deprecated)
    try initrouteDescValues(t)
    t.skip("init.Uniform()(3, nd.ones((2,)))", .deprecated)
    t.skip("init.Uniform()('a_weight', 3)", .deprecated)
  }

  private static func initrouteDescValues(_ t: Transcript) throws {
    let bias = InitializerTarget(name: "a_bias", shape: [2])
    try t.run("init.One()(init.InitDesc('a_bias'), nd.zeros((2,)))") { _ = try One().filled(bias) }
    var a = try t.run("a=nd.ones((2,))") { ones([2]) }
    try t.run("init.One()(init.InitDesc('a_bias'), a)") { a = try One().filled(bias) }
    t.show("a") { a }
    a = try t.run("a=nd.ones((2,))") { ones([2]) }
    try t.run(
      "init.One()(init.InitDesc('a_bias', {'__init__':'[\"constant\", {\"value\": 4}]'}), a)"
    ) {
      a = try One().filled(bias, declaring: NamedInitializer(#"["constant", {"value": 4}]"#))
    }
    t.show("a") { a }
    a = try t.run("a=nd.ones((2,))") { ones([2]) }
    try t.run("init.One()(init.InitDesc('a_bias', {'__init__':init.Constant(9)}), a)") {
      a = try One().filled(bias, declaring: Constant(9))
    }
    t.show("a") { a }
    a = try t.run("a=nd.ones((2,))") { ones([2]) }
    let foo = InitializerTarget(name: "foo", shape: [2])
    t.fails("init.One()(init.InitDesc('foo'), a)") { a = try One().filled(foo) }
    t.fails("init.Uniform()(init.InitDesc('foo'), nd.ones((2,)))") {
      _ = try Uniform().filled(foo)
    }
  }
}

extension Initializer {
  /// What Gluon's call with a description leaves in the array.
  func filled(
    _ target: InitializerTarget, declaring declared: (any Initializer)? = nil
  ) throws -> Tensor {
    try ModelContext.current.withStream { stream throws(InitializerError) in
      try routedTensor(for: target, declaring: declared, from: &stream)
    }
  }
}
