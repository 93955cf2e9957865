import ModelEngine
import Tensors
import Testing

@Suite struct InitializerTextTests {
  let catalog = InitializerCatalog.standard

  @Test(
    arguments: [
      ("xavier", "xavier(uniform, avg, 3)"),
      ("XAVIER", "xavier(uniform, avg, 3)"),
      ("  xavier ( ) ", "xavier(uniform, avg, 3)"),
      ("Xavier(rnd_type: gaussian, magnitude: 2)", "xavier(gaussian, avg, 2)"),
      ("xavier(rnd_type=gaussian, factor_type='in')", "xavier(gaussian, in, 3)"),
      ("xavier(gaussian, magnitude: 2.5)", "xavier(gaussian, avg, 2.5)"),
      ("uniform(0.07)", "uniform(0.07)"), ("uniform(1e-5)", "uniform(1e-05)"),
      ("normal(0.02)", "normal(0.02)"), ("Normal(SIGMA: +1)", "normal(1)"),
      ("zero", "zeros"), ("zeros", "zeros"), ("ones", "ones"), ("one", "ones"),
      ("constant(-0.5)", "constant(-0.5)"), ("msraprelu(slope: 0)", "msraprelu(avg, 0)"),
      (#"["xavier", {"magnitude": 2}]"#, "xavier(uniform, avg, 2)"),
      (#"["zeros"]"#, "zeros"), (#"["zero", {}]"#, "zeros"),
      (#"{"initializer": "normal", "sigma": 0.125}"#, "normal(0.125)"),
      ("bilinear", "bilinear"), ("lstmbias", "lstmbias(1.0)"),
    ])
  func `every form of the grammar is understood`(text: String, canonical: String) throws {
    let initializer = try catalog.parse(text)
    #expect(initializer.description == canonical)
    #expect(try catalog.parse(canonical).description == canonical)
  }

  @Test(
    arguments: [
      ("xavir", "unknown initializer 'xavir'; did you mean xavier? (at character 1)"),
      ("unifrom(1)", "unknown initializer 'unifrom'; did you mean uniform? (at character 1)"),
      (
        "quux",
        "unknown initializer 'quux'; possible: "
          + InitializerCatalog.standard.entries.map(\.name).joined(separator: ", ")
          + " (at character 1)"
      ),
      (
        "xavier(magnitud: 2)",
        "xavier has no argument 'magnitud'; did you mean magnitude? (at character 8)"
      ),
      (
        "normal(foo: 2)", "normal has no argument 'foo'; possible: sigma (at character 8)"
      ),
      (
        "xavier(rnd_type: gausian)",
        "'gausian' is not possible for rnd_type; did you mean gaussian? (at character 18)"
      ),
      (
        "xavier(factor_type: both)",
        "'both' is not possible for factor_type; possible: avg, in, out (at character 21)"
      ),
      ("normal(x)", "sigma must be a number, not 'x' (at character 8)"),
      ("normal(nan)", "sigma must be a number, not 'nan' (at character 8)"),
      ("normal(1e999)", "sigma must be a number, not '1e999' (at character 8)"),
      ("normal(1, 2)", "normal takes at most 1: sigma (at character 11)"),
      ("zeros(1)", "zero takes no arguments (at character 7)"),
      ("xavier(magnitude: 1, magnitude: 2)", "'magnitude' is given twice (at character 22)"),
      (
        "xavier(magnitude: 1, in)",
        "a value without a name cannot follow one with a name (at character 22)"
      ),
      ("constant", "constant needs a value for 'value' (at character 1)"),
      ("", "expected the name of an initializer, found the end (at character 1)"),
      ("normal(1", "expected ')', found the end (at character 9)"),
      ("normal(1) x", "expected the end, found 'x' (at character 11)"),
      ("normal(sigma: )", "expected a value for 'sigma', found ')' (at character 15)"),
      ("['normal", "expected a closing ', found the end (at character 2)"),
      ("normal;", "expected a name, a number or a mark, found ';' (at character 7)"),
      ("{}", "expected a member \"initializer\", found none (at character 1)"),
    ])
  func `a wrong text is refused with its place and what is allowed`(
    text: String, message: String
  ) {
    let error = #expect(throws: InitializerSyntaxError.self) { try catalog.parse(text) }
    #expect(error?.description == message)
  }

  @Test(arguments: [1001, 100_000])
  func `a very long text is refused before it is read`(length: Int) {
    let text = String(repeating: "[", count: length)
    let error = #expect(throws: InitializerSyntaxError.self) { try catalog.parse(text) }
    #expect(error?.problem == .tooLong(limit: 1000))
  }

  @Test(arguments: InitializerCatalog.standard.entries.map(\.name))
  func `what the catalog lists can be made`(name: String) throws {
    let entry = try #require(catalog.entry(named: name))
    #expect(!entry.summary.isEmpty)
    #expect(!entry.formula.isEmpty)
    #expect(!entry.source.isEmpty)
    if let initializer = entry.withDefaults {
      #expect(type(of: initializer).name == name)
      #expect(initializer.arguments.map(\.name) == entry.arguments.map(\.name))
    } else {
      #expect(["constant", "fusedrnn", "like", "sparse"].contains(name))
    }
  }

  @Test func `the catalog is searched by name, alias and first letters`() {
    #expect(catalog.position(of: "ZEROS") == catalog.entries.count - 1)
    #expect(catalog.position(of: "quux") == nil)
    #expect(catalog.firstPosition(startingWith: "X").map { catalog.entries[$0].name } == "xavier")
    #expect(catalog.firstPosition(startingWith: "ones") == catalog.position(of: "one"))
    let xavier = catalog.entry(named: "xavier")
    #expect(xavier?.arguments.map(\.defaultText) == ["uniform", "avg", "3"])
    #expect(xavier?.arguments.map(\.choices.count) == [2, 3, 0])
    #expect(catalog.entry(named: "constant")?.arguments.first?.defaultText.isEmpty == true)
  }

  struct Half: Initializer {
    func fill(
      _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
    ) {
      values = values.map { _ in 0.5 }
    }
  }

  @Test func `a name that is registered again no longer means what it meant`() {
    ModelContext.withSeed(0) {
      let context = ModelContext.current
      context.register(
        .init(name: "half", aliases: ["zeros", "one"], summary: "0.5 everywhere", typeName: "Half")
        {
          _ in Half()
        })
      #expect(
        context.takeWarnings() == [
          "New initializer Half registered with name zeros isoverriding existing initializer Zero",
          "New initializer Half registered with name one isoverriding existing initializer One",
        ])
      let types = ["zeros", "one", "zero", "ones"].map {
        context.catalog.entry(named: $0)?.typeName
      }
      #expect(types == ["Half", "Half", "Zero", "One"])
    }
  }

  @Test func `a rule of one's own can be named in texts`() throws {
    try ModelContext.withSeed(0) {
      ModelContext.current.catalog.register(
        .init(name: "half", summary: "0.5 everywhere") { _ in Half() })
      let layer = Dense(1, weightInitializer: NamedInitializer("Half"), inUnits: 2)
      try layer.initialize()
      #expect(try layer.weight.data().floats == [0.5, 0.5])
      #expect(Half().dumps == #"["half", {}]"#)
    }
  }
}
