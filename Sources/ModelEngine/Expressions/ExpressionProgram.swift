/// An expression as a list of steps on a stack of values, so that running it needs no recursion.
struct ExpressionProgram: Hashable, Sendable {
  /// The deepest nesting of a source.
  static let maximumDepth = 64

  /// The steps in order.
  let steps: [Step]
  /// How many names are assigned.
  let variableCount: Int

  /// Reads a source.
  ///
  /// - Throws: An error with the place in the source, what was expected, and what was probably meant.
  init(_ source: String) throws(InitializerSyntaxError) {
    var parser = try ExpressionParser(source)
    self = try parser.program()
  }

  init(steps: [Step], variableCount: Int) {
    self.steps = steps
    self.variableCount = variableCount
  }

  /// Whether it starts from present values.
  var usesPresentValues: Bool { steps.contains(.name(.present)) }

  enum Step: Hashable, Sendable {
    case number(Double)
    case name(Name)
    case load(Int)
    case store(Int)
    case unary(UnaryOperator)
    case binary(BinaryOperator)
    case draw(Draw)
    case choose
    case clip
  }

  /// What a name stands for that is not assigned.
  enum Name: String, Hashable, CaseIterable {
    case present = "x"
    case fanIn = "fan_in"
    case fanOut = "fan_out"
    case shape0, shape1, i, j, pi, e
  }

  /// What draws an array from the stream.
  enum Draw: String, Hashable, CaseIterable {
    case uniform, normal
  }

  /// The names of all functions.
  static let functionNames: [String] =
    Draw.allCases.map(\.rawValue) + UnaryOperator.functions.map(\.rawValue)
    + BinaryOperator.functions.map(\.rawValue) + ["where", "clip"]
  /// The words that are operators.
  static let operatorNames = ["and", "or", "not"]
}
