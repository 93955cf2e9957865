import ModelEngine
import Tensors
import Testing

/// Tensors in memory, as a file would give them.
struct Saved: TensorSource {
  private let named: [NamedTensor]

  init(_ named: [NamedTensor]) {
    self.named = named
  }

  var tensors: [TensorDescription] {
    named.map {
      TensorDescription(
        name: $0.name, elementType: $0.tensor.elementType, shape: $0.tensor.shape,
        byteCount: $0.tensor.bytes.count, offsetInFile: nil)
    }
  }

  func readBytes(_ range: Range<Int>, ofTensorAt index: Int) throws -> [UInt8] {
    Array(named[index].tensor.bytes[range])
  }
}

/// What `save_parameters` and `load_parameters` do; MXNet's transcripts `load`, `share.dedup`,
/// `init.deferred_then_load` and `pdict` in behaviour.json.
struct SavingTests {
  static let file = "tmp_l.params"

  /// Two layers with values, as the transcript `load` begins.
  private func network() throws -> (net: Sequential, saved: Saved) {
    let net = sequential(Dense(3, inUnits: 2), Dense(2))
    try net.initialize()
    _ = try net(ones([1, 2]))
    return (net, Saved(try net.namedTensors()))
  }

  private func sequential(_ blocks: Block...) -> Sequential {
    let net = Sequential()
    net.add(blocks)
    return net
  }

  private func load(
    _ saved: Saved, into block: Block, _ options: LoadOptions = LoadOptions()
  ) throws {
    try block.load(saved, fileName: Self.file, options: options)
  }

  @Test func `values are saved by path and loaded into a network that has not run`() throws {
    try ModelContext.withSeed(0) {
      let (net, saved) = try network()
      #expect(saved.tensors.map(\.name) == ["0.weight", "0.bias", "1.weight", "1.bias"])
      #expect(saved.tensors.map(\.shape) == [[3, 2], [3], [2, 3], [2]])
      let other = sequential(Dense(3), Dense(2))
      let stream = ModelContext.current.stream
      try load(saved, into: other)
      #expect(ModelContext.current.stream == stream)
      #expect(
        "\(try other.collectParams())" == """
          sequential1_ (
            Parameter dense2_weight (shape=(3, 2), dtype=float32)
            Parameter dense2_bias (shape=(3,), dtype=float32)
            Parameter dense3_weight (shape=(2, 3), dtype=float32)
            Parameter dense3_bias (shape=(2,), dtype=float32)
          )
          """)
      #expect(try other(ones([1, 2])) == net(ones([1, 2])))
    }
  }

  @Test func `a missing parameter is an error unless it may be missing`() throws {
    try ModelContext.withSeed(0) {
      let (_, saved) = try network()
      let net = sequential(Dense(3), Dense(2), Dense(1))
      #expect(
        message { try load(saved, into: net) }
          == "Parameter '2.weight' is missing in file 'tmp_l.params', which contains parameters: "
          + "'0.weight', '0.bias', '1.weight', '1.bias'. Set allow_missing=True to ignore missing "
          + "parameters.")
      try load(saved, into: net, LoadOptions(allowMissing: true))
      #expect(message { _ = try net[2].weight.data() } == uninitialized.naming("dense4_weight"))
      try net.initialize()
      #expect(ModelContext.current.takeWarnings().count == 4)
      #expect(try net(ones([1, 2])).shape == [1, 1])
    }
  }

  @Test func `an extra tensor is an error unless it may be there`() throws {
    try ModelContext.withSeed(0) {
      let (_, saved) = try network()
      let net = sequential(Dense(3))
      #expect(
        message { try load(saved, into: net) }
          == "Parameter '1.weight' loaded from file 'tmp_l.params' is not present in ParameterDict, "
          + "which contains parameters . Set ignore_extra=True to ignore. ")
      try load(saved, into: net, LoadOptions(ignoreExtra: true))
      #expect(try net[0].weight.data().shape == [3, 2])
    }
  }

  @Test func `another shape or type is an error in Gluon's words`() throws {
    try ModelContext.withSeed(0) {
      let (_, saved) = try network()
      #expect(
        message { try load(saved, into: sequential(Dense(4), Dense(2))) }
          == "Failed loading Parameter 'dense2_weight' from saved params: shape incompatible "
          + "expected (4, 0) vs saved (3, 2)")
      let wide = sequential(Dense(3, inUnits: 9), Dense(2))
      try wide.initialize()
      #expect(
        message { try load(saved, into: wide) }
          == "Failed loading Parameter 'dense4_weight' from saved params: shape incompatible "
          + "expected (3, 9) vs saved (3, 2)")
      let net = sequential(Dense(3, elementType: .float64), Dense(2))
      #expect(
        message { try load(saved, into: net) }
          == "Failed loading Parameter 'dense6_weight' from saved params: dtype incompatible "
          + "expected float64 vs saved <class 'numpy.float32'>. Set cast_dtype=True to cast the "
          + "dtype of saved params.")
      try load(saved, into: net, LoadOptions(cast: .toCurrent))
      #expect(
        net[0].weight.description == "Parameter dense6_weight (shape=(3, 2), dtype=float64)")
      #expect(try net[0].weight.data().elementType == .float64)
      let other = sequential(Dense(3, elementType: .float64), Dense(2))
      try load(saved, into: other, LoadOptions(cast: .toSaved))
      #expect(
        other[0].weight.description
          == "Parameter dense8_weight (shape=(3, 2), dtype=<class 'numpy.float32'>)")
      #expect(try other[0].weight.data().elementType == .float32)
    }
  }

  @Test func `what has no values cannot be saved`() throws {
    try ModelContext.withSeed(0) {
      let net = sequential(Dense(3), Dense(2))
      #expect(message { _ = try net.namedTensors() } == uninitialized.naming("dense0_weight"))
      try net.initialize()
      #expect(message { _ = try net.namedTensors() } == deferred.naming("dense0_weight"))
    }
  }

  @Test func `a lone layer is saved and loaded without its prefix`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(3, inUnits: 2)
      try layer.initialize()
      let saved = Saved(try layer.namedTensors())
      #expect(saved.tensors.map(\.name) == ["weight", "bias"])
      let other = Dense(3)
      try load(saved, into: other)
      #expect(other.weight.description == "Parameter dense1_weight (shape=(3, 2), dtype=float32)")
      #expect(
        message { try load(saved, into: Dense(4)) }
          == "Failed loading Parameter 'dense2_weight' from saved params: shape incompatible "
          + "expected (4, 0) vs saved (3, 2)")
      #expect(
        message { try load(saved, into: Dense(3, useBias: false)) }
          == "Parameter 'bias' loaded from file: tmp_l.params is not present in ParameterDict, "
          + "choices are: 'dense3_weight'. Set ignore_extra to True to ignore. "
          + "Please make sure source and target networks have the same prefix.For more info on "
          + "naming, please see "
          + "https://mxnet.io/api/python/docs/tutorials/packages/gluon/blocks/naming.html")
    }
  }

  @Test func `a dictionary saves and loads full names`() throws {
    try ModelContext.withSeed(0) {
      let (net, _) = try network()
      let saved = Saved(try net.collectParams().namedTensors())
      #expect(
        saved.tensors.map(\.name)
          == ["dense0_weight", "dense0_bias", "dense1_weight", "dense1_bias"])
      let help =
        "For more info on naming, please see "
        + "https://mxnet.io/api/python/docs/tutorials/packages/gluon/blocks/naming.html"
      let other = try sequential(Dense(3), Dense(2)).collectParams()
      #expect(
        message { try other.load(saved, fileName: "tmp_l.paramsc") }
          == "Parameter 'dense2_weight' is missing in file: tmp_l.paramsc, which contains "
          + "parameters: 'dense0_weight', 'dense0_bias', 'dense1_weight', 'dense1_bias'. Please "
          + "make sure source and target networks have the same prefix." + help)
      let same = sequential(Dense(3, prefix: "dense0_"), Dense(2, prefix: "dense1_"))
      try same.collectParams().load(saved, fileName: "tmp_l.paramsc")
      #expect(try same(ones([1, 2])) == net(ones([1, 2])))
      #expect(
        message { _ = try net.collectParams().namedTensors(strippingPrefix: "foo_") }
          == "Prefix 'foo_' is to be striped before saving, but Parameter's name 'dense0_weight' "
          + "does not start with 'foo_'. this may be due to your Block shares parameters from other "
          + "Blocks or you forgot to use 'with name_scope()' when creating child blocks. " + help)
      #expect(
        message {
          try same.collectParams().load(
            saved, fileName: "f", options: LoadOptions(restorePrefix: "x_"))
        }
          == "restore_prefix is 'x_' but Parameters name 'dense0_weight' does not start with "
          + "'x_'. " + help)
    }
  }

  @Test func `marks of an exported network are left out, and prefixes come and go`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2, inUnits: 1)
      try layer.initialize(One())
      let stripped = try layer.params.namedTensors(strippingPrefix: "dense0_")
      #expect(stripped.map(\.name) == ["weight", "bias"])
      let marked = zip(["arg:", "aux:"], stripped).map {
        NamedTensor(name: $0 + $1.name, tensor: $1.tensor)
      }
      let other = Dense(2)
      try other.params.load(
        Saved(marked), fileName: "f", options: LoadOptions(restorePrefix: "dense1_"))
      #expect(try other.weight.data() == ones([2, 1]))
    }
  }

  @Test func `a shared parameter is saved under each path, or under the last`() throws {
    try ModelContext.withSeed(0) {
      let first = Dense(2, inUnits: 2)
      let net = sequential(first, try Dense(2, inUnits: 2, params: first.params))
      try net.initialize()
      #expect(
        try net.namedTensors().map(\.name) == ["0.weight", "0.bias", "1.weight", "1.bias"])
      let once = Saved(try net.namedTensors(deduplicate: true))
      #expect(once.tensors.map(\.name) == ["1.weight", "1.bias"])
      let again = Dense(2, inUnits: 2)
      try load(once, into: sequential(again, try Dense(2, inUnits: 2, params: again.params)))
      #expect(try again.weight.data() == first.weight.data())
      let apart = sequential(Dense(2, inUnits: 2), Dense(2, inUnits: 2))
      #expect(
        message { try load(once, into: apart) }
          == "Parameter '0.weight' is missing in file 'tmp_l.params', which contains parameters: "
          + "'1.weight', '1.bias'. Set allow_missing=True to ignore missing parameters.")
      try load(Saved(try net.namedTensors()), into: apart)
    }
  }

  @Test func `loading into deferred parameters completes them, with gradients of zeros`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(3, inUnits: 2)
      try layer.initialize(One())
      let other = Dense(3)
      try other.initialize(Zero())
      try load(Saved(try layer.namedTensors()), into: other)
      #expect(try other.weight.data() == ones([3, 2]))
      #expect(try other.weight.grad().floats == [0, 0, 0, 0, 0, 0])
    }
  }

  @Test func `loading sets values in the same array and keeps gradients`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(1, inUnits: 2)
      try layer.initialize(One())
      let saved = Saved(try layer.namedTensors())
      try layer.initialize(Zero(), forceReinit: true)
      try layer.weight.setGrad(ones([1, 2]))
      try load(saved, into: layer)
      #expect(try layer.weight.data() == ones([1, 2]))
      #expect(try layer.weight.grad() == ones([1, 2]))
    }
  }

  @Test func `long lists of names are shortened in the middle`() {
    ModelContext.withSeed(0) {
      let names = (0..<9).map { NamedTensor(name: "\($0).w", tensor: ones([1])) }
      #expect(
        message { try load(Saved(names), into: sequential(Dense(1))) }.contains(
          "contains parameters: '0.w', '1.w', '2.w', ..., '5.w', '6.w', '7.w', '8.w'. Set"))
      #expect(
        message { try load(Saved(Array(names.prefix(7))), into: sequential(Dense(1))) }.contains(
          "'0.w', '1.w', '2.w', '3.w', '4.w', '5.w', '6.w'. Set"))
    }
  }

  @Test func `an empty file and a block without parameters fit`() throws {
    try ModelContext.withSeed(0) {
      try load(Saved([]), into: Sequential())
      #expect(
        message { try load(Saved([]), into: Dense(1)) }.hasPrefix(
          "Parameter 'weight' is missing in file: tmp_l.params, which contains parameters: . "))
    }
  }
}
