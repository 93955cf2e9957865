private import Glibc
internal import Tensors

/// Runs a program for one parameter.
///
/// Numbers are 64-bit until they meet an array, as in Python, and then become what operators on its
/// elements receive; every operation on an array is rounded by itself.
struct ExpressionRun<Element: ExpressionElement> {
  enum Value {
    case number(Double)
    case array([Element])

    /// An element of an array, or the number as operators receive it.
    func elements(count: Int) -> [Element] {
      switch self {
      case .number(let number): Array(repeating: Element(operand: number), count: count)
      case .array(let elements): elements
      }
    }
  }

  let target: InitializerTarget
  let present: [Element]?
  private var stack: [Value] = []
  private var variables: [Value]
  private let count: Int

  init(_ program: ExpressionProgram, for target: InitializerTarget, present: [Element]?) {
    self.target = target
    self.present = present
    count = target.shape.elementCount
    variables = Array(repeating: .number(0), count: program.variableCount)
  }

  /// The last value, spread over the parameter if it is a number.
  mutating func values(
    of program: ExpressionProgram, from stream: inout RandomStream
  ) throws(InitializerError) -> [Element] {
    for step in program.steps { try perform(step, &stream) }
    switch pop() {
    case .number(let number): return Array(repeating: Element(number), count: count)
    case .array(let elements): return elements
    }
  }

  /// The parser leaves as many values as each step takes.
  private mutating func pop() -> Value { stack.removeLast() }

  private mutating func perform(
    _ step: ExpressionProgram.Step, _ stream: inout RandomStream
  ) throws(InitializerError) {
    switch step {
    case .number(let number): stack.append(.number(number))
    case .name(let name): stack.append(try value(of: name))
    case .load(let index): stack.append(variables[index])
    case .store(let index): variables[index] = pop()
    case .unary(let operation): applyUnary(operation)
    case .binary(let operation): applyBinary(operation)
    case .draw(let draw): try apply(draw, &stream)
    case .choose: choose()
    case .clip: clip()
    }
  }

  /// As NumPy: the upper bound wins, and what is not a number stays so.
  private mutating func clip() {
    let (high, low, value) = (pop(), pop(), pop())
    if case (.number(let high), .number(let low), .number(let value)) = (high, low, value) {
      stack.append(.number(Self.clipped(value, low, high)))
      return
    }
    var values = value.elements(count: count)
    let (lows, highs) = (low.elements(count: count), high.elements(count: count))
    for index in values.indices {
      values[index] = Self.clipped(values[index], lows[index], highs[index])
    }
    stack.append(.array(values))
  }

  private static func clipped<Real: BinaryFloatingPoint>(
    _ value: Real, _ low: Real, _ high: Real
  ) -> Real {
    let raised = value < low ? low : value
    return raised > high ? high : raised
  }

  private mutating func applyUnary(_ operation: UnaryOperator) {
    switch pop() {
    case .number(let number): stack.append(.number(operation.double(number)))
    case .array(var elements):
      let function = Element.function(operation)
      for index in elements.indices { elements[index] = function(elements[index]) }
      stack.append(.array(elements))
    }
  }

  private mutating func applyBinary(_ operation: BinaryOperator) {
    let (right, left) = (pop(), pop())
    let function = Element.function(operation)
    switch (left, right) {
    case (.number(let left), .number(let right)):
      stack.append(.number(operation.double(left, right)))
    case (.array(var elements), .number(let number)):
      let right = Element(operand: number)
      for index in elements.indices { elements[index] = function(elements[index], right) }
      stack.append(.array(elements))
    case (.number(let number), .array(var elements)):
      let left = Element(operand: number)
      for index in elements.indices { elements[index] = function(left, elements[index]) }
      stack.append(.array(elements))
    case (.array(var elements), .array(let others)):
      for index in elements.indices { elements[index] = function(elements[index], others[index]) }
      stack.append(.array(elements))
    }
  }

  private mutating func choose() {
    let (otherwise, then, condition) = (pop(), pop(), pop())
    switch condition {
    case .number(let number): stack.append(number != 0 ? then : otherwise)
    case .array(let conditions):
      var chosen = then.elements(count: count)
      let others = otherwise.elements(count: count)
      for index in chosen.indices where conditions[index] == 0 { chosen[index] = others[index] }
      stack.append(.array(chosen))
    }
  }

  private mutating func apply(
    _ draw: ExpressionProgram.Draw, _ stream: inout RandomStream
  ) throws(InitializerError) {
    guard case .number(let second) = pop(), case .number(let first) = pop() else {
      throw .arrayArgument(function: draw.rawValue)
    }
    let (a, b) = (ScalarArgument.parsed(first), ScalarArgument.parsed(second))
    switch draw {
    case .uniform:
      guard a <= b else { throw .boundsOutOfOrder(low: a, high: b) }
      stack.append(.array(Element.elements(stream.uniform(low: a, high: b, count: count))))
    case .normal:
      guard b > 0 else { throw .scaleNotPositive(b) }
      stack.append(.array(Element.elements(stream.normal(mean: a, sigma: b, count: count))))
    }
  }

  private func value(of name: ExpressionProgram.Name) throws(InitializerError) -> Value {
    let shape = target.shape
    switch name {
    case .pi: return .number(.pi)
    case .e: return .number(M_E)
    case .present:
      guard let present else {
        throw .noPresentValues(initializer: ExpressionRule.name, name: target.name)
      }
      return .array(present)
    case .shape0 where shape.rank > 0: return .number(Double(shape[0]))
    case .shape1 where shape.rank > 1: return .number(Double(shape[1]))
    case .i where shape.rank > 0: return .array(indices(axis: 0))
    case .j where shape.rank > 1: return .array(indices(axis: 1))
    case .fanIn, .fanOut:
      guard let fans = Fans(shape) else { break }
      return .number(Double(name == .fanIn ? fans.inputs : fans.outputs))
    default: break
    }
    throw .undefinedName(name.rawValue, found: shape)
  }

  /// The position of each element along an axis.
  private func indices(axis: Int) -> [Element] {
    let stride = target.shape.dimensions.dropFirst(axis + 1).reduce(1, *)
    let length = target.shape[axis]
    return (0..<count).map { Element($0 / stride % length) }
  }
}
