public import Tensors

/// A rule of one's own, written as an expression.
///
/// `u = uniform(-10, 10); u * (abs(u) >= 5)` draws an array, and sets to zero what is small. Arrays are
/// drawn whole, in the order in which `uniform(low, high)` and `normal(mean, sigma)` appear. There are
/// `+ - * / % **`, comparisons that give 1 or 0, `and or not`, the functions `abs sqrt exp log sin cos tan
/// tanh floor ceil round sign min max pow where clip`, and the names `fan_in fan_out shape0 shape1 i j pi
/// e`, and `x` for the present values. Arithmetic on arrays is that of MXNet on 32-bit floats; for a
/// float64 parameter it is 64-bit.
public struct ExpressionRule: Initializer, Hashable {
  /// The name in texts.
  public static let name = "expr"
  /// The rule of the chapter on parameters: uniform, with everything below 5 set to zero.
  public static let example = "u = uniform(-10, 10); u * (abs(u) >= 5)"

  /// The source.
  public let source: String
  private let program: ExpressionProgram
  private var present: Tensor?

  /// Reads a source.
  ///
  /// - Throws: An error with the place in the source, what was expected, and what was probably meant.
  public init(_ source: String) throws(InitializerSyntaxError) {
    self.source = String(source.drop { $0.isWhitespace })
    program = try ExpressionProgram(source)
  }

  /// The source.
  public var arguments: [InitializerArgument] {
    [.init(name: "source", value: .expression(source))]
  }

  /// Present values, if the source names them.
  public var needs: InitializerNeeds {
    InitializerNeeds(presentValues: program.usesPresentValues)
  }

  /// The rule with the present values.
  public func placed(
    in surroundings: InitializerSurroundings, for target: InitializerTarget
  ) -> any Initializer {
    var placed = self
    if program.usesPresentValues { placed.present = surroundings.present }
    return placed
  }

  /// Evaluates the expression.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let present = present.flatMap { $0.shape == target.shape ? $0.floats : nil }
    var run = ExpressionRun<Float>(program, for: target, present: present)
    values = try run.values(of: program, from: &stream)
  }

  /// Evaluates the expression in the precision of the parameter.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    guard target.elementType == .float64 else {
      var values = [Float](repeating: 0, count: target.shape.elementCount)
      try fill(&values, of: target, from: &stream)
      guard let tensor = Tensor(values, convertedTo: target.elementType, shape: target.shape) else {
        throw .unsupportedElementType(target.elementType)
      }
      return tensor
    }
    let present = present.flatMap { $0.shape == target.shape ? $0.doubles : nil }
    var run = ExpressionRun<Double>(program, for: target, present: present)
    return Tensor(try run.values(of: program, from: &stream), shape: target.shape)
  }
}
