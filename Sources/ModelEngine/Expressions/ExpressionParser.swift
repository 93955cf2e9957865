/// Reads an expression: assignments, separated by semicolons, and a last value.
///
/// Operators bind as in Python. The recursion is as deep as the nesting, which is limited.
struct ExpressionParser {
  private typealias Token = ExpressionLexer.Token
  typealias Step = ExpressionProgram.Step

  private var lexer: ExpressionLexer
  private var token: Token
  private var following: Token
  private var steps: [Step] = []
  private var variables: [String] = []
  private var depth = 0

  init(_ source: String) throws(InitializerSyntaxError) {
    lexer = try ExpressionLexer(source)
    token = try lexer.next()
    following = try lexer.next()
  }

  mutating func program() throws(InitializerSyntaxError) -> ExpressionProgram {
    while case .name(let name) = token.kind, following.kind == .mark("=") {
      try assignment(to: name)
      try expect(";", "';' and the next part")
    }
    try expression(1)
    if try accept("=") { throw unexpected("a single name on the left of '='", at: token.offset) }
    if try accept(";"), token.kind != .end {
      throw unexpected("an assignment, or nothing after the last value")
    }
    guard token.kind == .end else { throw unexpected("an operator or the end") }
    return ExpressionProgram(steps: steps, variableCount: variables.count)
  }

  private mutating func assignment(to name: String) throws(InitializerSyntaxError) {
    let isReserved =
      ExpressionProgram.Name(rawValue: name) != nil
      || (ExpressionProgram.functionNames + ExpressionProgram.operatorNames).contains(name)
    if isReserved { throw error(.reservedName(name)) }
    try advance()
    try advance()
    try expression(1)
    let index = variables.firstIndex(of: name) ?? variables.count
    if index == variables.count { variables.append(name) }
    steps.append(.store(index))
  }

  /// Reads operands with the operators between them that bind at least as strongly as `precedence`.
  private mutating func expression(_ precedence: Int) throws(InitializerSyntaxError) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ExpressionProgram.maximumDepth else {
      throw error(.tooDeep(limit: ExpressionProgram.maximumDepth))
    }
    try operand()
    var last: BinaryOperator?
    while let next = binaryOperator, next.precedence >= precedence {
      if last?.precedence == BinaryOperator.comparison,
        next.precedence == BinaryOperator.comparison
      {
        throw error(.chainedComparison)
      }
      try advance()
      // Powers group from the right, and take a sign on their right: 2 ** -1.
      try expression(next == .power ? BinaryOperator.sign : next.precedence + 1)
      steps.append(.binary(next))
      last = next
    }
  }

  private var binaryOperator: BinaryOperator? {
    let found: BinaryOperator? =
      switch token.kind {
      case .mark(let text), .name(let text): BinaryOperator(rawValue: text)
      default: nil
      }
    return found.flatMap { $0.precedence > 0 ? $0 : nil }
  }

  private mutating func operand() throws(InitializerSyntaxError) {
    switch token.kind {
    case .number(let number):
      try advance()
      steps.append(.number(number))
    case .mark("("):
      try advance()
      try expression(1)
      try expect(")", "')' or an operator")
    case .mark("-"):
      try advance()
      try expression(BinaryOperator.sign)
      steps.append(.unary(.negate))
    case .mark("+"):
      try advance()
      try expression(BinaryOperator.sign)
    case .name("not"):
      try advance()
      try expression(BinaryOperator.negation)
      steps.append(.unary(.not))
    case .name(let name): try meaning(of: name)
    default: throw unexpected("a value")
    }
  }

  private mutating func meaning(of name: String) throws(InitializerSyntaxError) {
    let start = token
    if following.kind == .mark("("), ExpressionProgram.functionNames.contains(name) {
      try advance()
      try advance()
      try call(name, at: start.offset)
    } else if let index = variables.firstIndex(of: name) {
      try advance()
      steps.append(.load(index))
    } else if let known = ExpressionProgram.Name(rawValue: name) {
      try advance()
      steps.append(.name(known))
    } else if ExpressionProgram.functionNames.contains(name) {
      try advance()
      throw unexpected("'(' after \(name)")
    } else {
      throw unknown(name)
    }
  }

  private func unknown(_ name: String) -> InitializerSyntaxError {
    let functions = ExpressionProgram.functionNames
    let names = variables + ExpressionProgram.Name.allCases.map(\.rawValue)
    let allowed = following.kind == .mark("(") ? functions : names
    let nearest =
      name.count == 1
      ? nil
      : nearestName(to: name, among: allowed) ?? nearestName(to: name, among: functions + names)
    return error(.unknownName(name, nearest: nearest, allowed: allowed))
  }

  private mutating func call(_ name: String, at offset: Int) throws(InitializerSyntaxError) {
    var count = 0
    if token.kind != .mark(")") {
      repeat {
        try expression(1)
        count += 1
      } while try accept(",")
    }
    try expect(")", "')' or ','")
    steps += try function(name, argumentCount: count, at: offset)
  }

  /// The steps of a function whose arguments are on the stack.
  private func function(
    _ name: String, argumentCount: Int, at offset: Int
  ) throws(InitializerSyntaxError) -> [Step] {
    let (allowed, step): (Int, Step)
    if let draw = ExpressionProgram.Draw(rawValue: name) {
      if argumentCount == 0 {
        return [.number(0), .number(1), .draw(draw)]
      }
      (allowed, step) = (2, .draw(draw))
    } else if let unary = UnaryOperator(rawValue: name) {
      (allowed, step) = (1, .unary(unary))
    } else if let binary = BinaryOperator(rawValue: name) {
      (allowed, step) = (2, .binary(binary))
    } else {
      (allowed, step) = (3, name == "where" ? .choose : .clip)
    }
    guard argumentCount == allowed else {
      let text = allowed == 1 ? "1 argument" : "\(allowed) arguments"
      throw InitializerSyntaxError(
        offset: offset,
        problem: .argumentCount(function: name, allowed: text, given: argumentCount))
    }
    return [step]
  }

  private mutating func advance() throws(InitializerSyntaxError) {
    token = following
    following = try lexer.next()
  }

  private mutating func accept(_ mark: String) throws(InitializerSyntaxError) -> Bool {
    guard token.kind == .mark(mark) else { return false }
    try advance()
    return true
  }

  private mutating func expect(
    _ mark: String, _ expected: String
  ) throws(InitializerSyntaxError) {
    guard try accept(mark) else { throw unexpected(expected) }
  }

  private func unexpected(_ expected: String, at offset: Int? = nil) -> InitializerSyntaxError {
    let problem = InitializerSyntaxError.Problem.unexpected(found: token.text, expected: expected)
    return InitializerSyntaxError(offset: offset ?? token.offset, problem: problem)
  }

  private func error(_ problem: InitializerSyntaxError.Problem) -> InitializerSyntaxError {
    InitializerSyntaxError(offset: token.offset, problem: problem)
  }
}
