import ModelEngine
import Tensors
import Testing

@Suite struct ExpressionTests {
  private func evaluate(
    _ source: String, shape: Shape = [2, 3], seed: Int32 = 0
  ) throws -> [Float] {
    var stream = RandomStream(seed: seed)
    let target = InitializerTarget(name: "a_weight", shape: shape)
    return try ExpressionRule(source).tensor(for: target, from: &stream).floats
  }

  @Test(arguments: [0, 42] as [Int32])
  func `the chapter's rule gives MXNet's bits, negative zeros included`(seed: Int32) throws {
    let values = try evaluate(ExpressionRule.example, shape: [256, 20], seed: seed)
    var stream = RandomStream(seed: seed)
    let drawn = stream.uniform(low: -10, high: 10, count: 5120)
    let expected = drawn.map { $0 * (abs($0) >= 5 ? 1 : 0) }
    #expect(values.map(\.bitPattern) == expected.map(\.bitPattern))
    #expect(values.contains { $0 == 0 && $0.sign == .minus })
  }

  @Test(
    arguments: [
      ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("-2 ** 2", -4), ("2 ** -1", 0.5), ("2 ** 3 ** 2", 512),
      ("7 % 3", 1), ("-7 % 3", 2), ("7 % -3", -2), ("10 - 4 - 3", 3), ("1 < 2", 1), ("2 <= 1", 0),
      ("1 == 1 and 2 != 3", 1), ("0 or not 0", 1), ("not 1 < 2", 0), ("1 / 0", .infinity),
      ("-1 / 0", -.infinity), ("abs(-3)", 3), ("sqrt(16)", 4), ("floor(-1.5)", -2),
      ("ceil(1.2)", 2), ("round(2.5)", 3), ("sign(-4)", -1), ("min(2, 3)", 2), ("max(2, 3)", 3),
      ("pow(2, 10)", 1024), ("clip(9, 0, 4)", 4), ("where(1 > 2, 5, 6)", 6), ("fan_in", 3),
      ("fan_out", 2), ("shape0 * 10 + shape1", 23), ("a = 2; b = a * a; b + a", 6),
      ("a = 1; a = a + 1; a", 2), ("1e-3 * 1000", 1), (".5 + 1.", 1.5), ("+3", 3), ("--3", 3),
      ("exp(0)", 1), ("log(1)", 0), ("sin(0) + cos(0) + tan(0) + tanh(0)", 1), ("1; ", 1),
    ] as [(String, Float)])
  func `numbers and operators mean what they mean in Python`(source: String, value: Float) throws {
    #expect(try evaluate(source) == [Float](repeating: value, count: 6))
  }

  @Test func `division of zero by zero is not a number, and no trap`() throws {
    let sources = [
      "0 / 0", "5 % 0", "log(-1)", "sqrt(-1)", "(i - i) / (i - i)", "(i + 5) % (j - j)",
    ]
    for source in sources {
      #expect(try evaluate(source).allSatisfy(\.isNaN), "\(source)")
    }
  }

  @Test func `names stand for positions and constants`() throws {
    #expect(try evaluate("i * 10 + j") == [0, 1, 2, 10, 11, 12])
    #expect(try evaluate("i == j") == [1, 0, 0, 0, 1, 0])
    #expect(try evaluate("pi + e")[0] == Float(Double.pi + 2.718281828459045))
    #expect(try evaluate("where(i == j, 1, -1)") == [1, -1, -1, -1, 1, -1])
    #expect(try evaluate("i * 10 + j", shape: [2, 2, 2]) == [0, 0, 1, 1, 10, 10, 11, 11])
  }

  @Test func `numbers meet arrays as MXNet's operators receive them`() throws {
    let scale = 0.052_704_627_669_472_99
    var stream = RandomStream()
    let drawn = stream.uniform(low: 0, high: 1, count: 6)
    let expected = drawn.map { $0 * ScalarArgument.parsed(scale) }
    #expect(try evaluate("uniform() * \(scale)") == expected)
  }

  @Test func `arrays are drawn whole, in the order in which they appear`() throws {
    var stream = RandomStream(seed: 9)
    let first = stream.normal(mean: 1, sigma: 2, count: 6)
    let second = stream.uniform(low: -1, high: 1, count: 6)
    let values = try evaluate("normal(1, 2) + uniform(-1, 1)", seed: 9)
    #expect(values == zip(first, second).map { $0 + $1 })
  }

  @Test(
    arguments: [
      ("", "expected a value, found the end (at character 1)"),
      ("1 +", "expected a value, found the end (at character 4)"),
      ("unifrm(0, 1)", "unknown name 'unifrm'; did you mean uniform? (at character 1)"),
      ("2 * fanin", "unknown name 'fanin'; did you mean fan_in? (at character 5)"),
      ("abs(1, 2)", "abs takes 1 argument, not 2 (at character 1)"),
      ("1 + clip(1)", "clip takes 3 arguments, not 1 (at character 5)"),
      ("u = uniform()", "expected ';' and the next part, found the end (at character 14)"),
      ("pi = 3; pi", "'pi' has a meaning already; take another name (at character 1)"),
      ("abs = 3; abs", "'abs' has a meaning already; take another name (at character 1)"),
      ("1 < 2 < 3", "comparisons in a row have no meaning; use and (at character 7)"),
      ("1 $ 2", "expected a name, a number or an operator, found '$' (at character 3)"),
      ("1.2.3", "expected a number, found '1.2.3' (at character 1)"),
      ("1 2", "expected an operator or the end, found '2' (at character 3)"),
      ("(1", "expected ')' or an operator, found the end (at character 3)"),
      (
        "1; 2",
        "expected an assignment, or nothing after the last value, found '2' (at character 4)"
      ),
      ("uniform", "expected '(' after uniform, found the end (at character 8)"),
      ("abs(", "expected a value, found the end (at character 5)"),
      ("1e999", "expected a number, found '1e999' (at character 1)"),
    ])
  func `a malformed expression is refused with its place and what was meant`(
    source: String, expected: String
  ) {
    #expect(message { _ = try ExpressionRule(source) } == expected)
  }

  @Test(arguments: ["(", "-", "not ", "abs(", "2 ** "])
  func `nesting has a limit and never a trap`(part: String) {
    let source = String(repeating: part, count: 80) + "1"
    let error = #expect(throws: InitializerSyntaxError.self) { try ExpressionRule(source) }
    #expect(error?.problem == .tooDeep(limit: 64))
    let long = String(repeating: part, count: 1000)
    #expect(throws: InitializerSyntaxError.self) { try ExpressionRule(long) }
  }

  @Test func `a long sum is not deep`() throws {
    let source = Array(repeating: "1", count: 300).joined(separator: "+")
    #expect(try evaluate(source)[0] == 300)
  }

  @Test(
    arguments: [
      ("uniform(i, 1)", [2, 3], "uniform needs numbers that are the same everywhere"),
      ("fan_in", [3], "fan_in is not defined for the shape (3,)"),
      ("j", [3], "j is not defined for the shape (3,)"),
      ("x", [3], "expr starts from present values, and 'a_weight' has none yet"),
      (
        "normal(0, 0)", [3],
        "Check failed: param.scale > 0 (0 vs. 0) : scale parameter in gaussian has to be positive"
      ),
    ] as [(String, [Int], String)])
  func `what a parameter does not have is named`(
    source: String, dimensions: [Int], expected: String
  ) {
    #expect(message { _ = try evaluate(source, shape: Shape(dimensions)) } == expected)
  }

  @Test(
    arguments: [
      "expr(u = uniform(-10, 10); u * (abs(u) >= 5))",
      " EXPR ( source: u = uniform(-10, 10); u * (abs(u) >= 5) ) ",
      "expr(\"u = uniform(-10, 10); u * (abs(u) >= 5)\")",
      "expr(source: 'u = uniform(-10, 10); u * (abs(u) >= 5)')",
      "expr",
      #"["expr", {"source": "u = uniform(-10, 10); u * (abs(u) >= 5)"}]"#,
    ])
  func `an expression is an initializer in every form of the grammar`(text: String) throws {
    let parsed = try InitializerCatalog.standard.parse(text)
    let wanted = try ExpressionRule(ExpressionRule.example)
    #expect(parsed.dumps.filter { $0 != " " } == wanted.dumps.filter { $0 != " " })
    let again = try InitializerCatalog.standard.parse(parsed.description)
    #expect(again.isEqual(to: parsed))
    #expect(try InitializerCatalog.standard.parse(parsed.dumps).isEqual(to: parsed))
  }

  @Test(
    arguments: [
      ("expr(1 + )", "expected a value, found the end (at character 10)"),
      (
        "expr(source: 1 + $)",
        "expected a name, a number or an operator, found '$' (at character 18)"
      ),
      ("expr(1", "expected ')', found the end (at character 7)"),
      ("expr('1 + $')", "expected a name, a number or an operator, found '$' (at character 11)"),
    ])
  func `places are those of the whole text`(text: String, expected: String) {
    #expect(message { _ = try InitializerCatalog.standard.parse(text) } == expected)
  }
}
