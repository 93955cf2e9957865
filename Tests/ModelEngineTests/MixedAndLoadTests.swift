import ModelEngine
import Tensors
import Testing

@Suite struct MixedAndLoadTests {
  private let target = InitializerTarget(name: "a_weight", shape: [2, 3])

  private func named(_ name: String, _ shape: Shape = [2, 3]) -> InitializerTarget {
    InitializerTarget(name: name, shape: shape)
  }

  @Test func `the first pattern that matches the start of a name chooses`() throws {
    var stream = RandomStream()
    let mixed = try Mixed([.init("bias", Zero()), .init(".*", One())])
    #expect(try mixed(target, from: &stream) == ones([2, 3]))
    let picky = try Mixed([.init("bias", Zero()), .init(".*weight", One())])
    let nothing =
      "Parameter name %s did not match any pattern. Consideradd a \".*\" pattern at the and with "
      + "default Initializer."
    #expect(message { _ = try picky(named("a_bias"), from: &stream) } == nothing)
    #expect(message { _ = try picky(named("zzz"), from: &stream) } == nothing)
    #expect(
      message { _ = try picky(named("bias_x"), from: &stream) }
        .hasPrefix("Unknown initialization pattern for bias_x. Default initialization is now"))
    #expect(
      message { _ = try Mixed([.init("(", Zero())]) } == "'(' is not a regular expression")
  }

  @Test func `tensors with names are taken, and what does not fit is refused`() throws {
    var stream = RandomStream()
    let five = Tensor([Float](repeating: 5, count: 6), shape: [2, 3])
    let load = Load(["arg:a_weight": five, "aux:z": ones([1])])
    #expect(try load(target, from: &stream) == five)
    #expect(try load(named("z", [1]), from: &stream) == ones([1]))
    #expect(
      message { _ = try load(named("q_weight"), from: &stream) }
        == "Cannot Initialize q_weight. Not found in loaded param and no default Initializer is "
        + "provided.")
    #expect(
      message { _ = try load(named("a_weight", [3, 2]), from: &stream) }
        == "Parameter a_weight cannot be initialized from loading. Shape mismatch, target (3, 2) vs "
        + "loaded (2, 3)")
    let fallback = Load(["x": ones([1])], default: One())
    #expect(try fallback(target, from: &stream) == ones([2, 3]))
  }

  @Test(
    arguments: [
      ("a_weight", 7), ("a_bias", 0), ("a_gamma", 1), ("a_beta", 0), ("a_min", 0), ("a_max", 1),
      ("a_bias_quantize", 0), ("weight", 7), ("myweight", 7), ("upsampling_weight", 7),
      ("stn_loc_bias", 0),
    ] as [(String, Float)])
  func `called with a description, an initializer goes by the end of the name`(
    name: String, value: Float
  ) throws {
    var stream = RandomStream()
    let tensor = try Constant(7).routedTensor(for: named(name, [6]), from: &stream)
    #expect(tensor.floats == [Float](repeating: value, count: 6))
    let declared = try Constant(7).routedTensor(
      for: named(name, [6]), declaring: NamedInitializer(#"["constant", {"value": 4}]"#),
      from: &stream)
    #expect(declared.floats == [Float](repeating: 4, count: 6))
  }

  @Test(arguments: ["a_mean", "a_running_var", "a_moving_avg", "a_alpha", ""])
  func `a name whose end says nothing is refused`(name: String) {
    var stream = RandomStream()
    #expect(throws: InitializerError.unknownPattern(name: name)) {
      try One().routedTensor(for: named(name), from: &stream)
    }
  }

  @Test func `a quantized weight is one random byte everywhere`() throws {
    var stream = RandomStream(seed: 3)
    let target = InitializerTarget(name: "a_weight_quantize", shape: [4], elementType: .int8)
    let values = try Uniform().routedTensor(for: target, from: &stream).floats
    #expect(Set(values).count == 1)
    #expect(values.allSatisfy { (-127..<127).contains($0) })
  }

  @Test func `an array is repeated to the shape as NumPy does`() throws {
    var stream = RandomStream()
    let row = Tensor([1, 2, 3] as [Float], shape: [3])
    #expect(try Constant(row).tensor(for: target, from: &stream).floats == [1, 2, 3, 1, 2, 3])
    let column = try InitializerCatalog.standard.parse("constant([[1], [2]])")
    #expect(try column.tensor(for: target, from: &stream).floats == [1, 1, 1, 2, 2, 2])
    #expect(
      message { _ = try Constant(ones([2])).tensor(for: target, from: &stream) }
        == "operands could not be broadcast together with remapped shapes[original->remapped]: (2,) "
        + "and requested shape (2, 3)")
    #expect(
      Constant(Tensor([1, 2] as [Float], shape: [2])).dumps
        == #"["constant", {"value": [1.0, 2.0]}]"#)
    #expect(column.description == "constant([[1], [2]])")
  }

  @Test(
    arguments: [
      ("constant([1, [2]])", "all lists of one depth must be equally long (at character 10)"),
      ("constant([[1], [2, 3]])", "all lists of one depth must be equally long (at character 10)"),
      ("constant([1 2])", "expected ',', found '2' (at character 13)"),
      ("constant([a])", "expected a number, found 'a' (at character 11)"),
      ("constant([1", "expected ',', found the end (at character 12)"),
      ("normal([1])", "sigma must be a number, not '[1]' (at character 8)"),
    ])
  func `a malformed list is refused with its place`(text: String, expected: String) {
    #expect(message { _ = try InitializerCatalog.standard.parse(text) } == expected)
  }

  @Test func `lists nest to a limit`() {
    let text = "constant(" + String(repeating: "[", count: 17)
    #expect(
      message { _ = try InitializerCatalog.standard.parse(text) }
        == "nested more than 16 deep (at character 10)")
  }
}
