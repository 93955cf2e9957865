import ModelEngine
import Tensors
import Testing

/// What a function is differentiated by.
enum Point {
  case variable(Variable)
  case parameter(Parameter)

  var values: [Double] {
    get throws {
      switch self {
      case .variable(let variable): variable.value.doubles
      case .parameter(let parameter): try parameter.data().doubles
      }
    }
  }

  func set(_ values: [Double]) throws {
    switch self {
    case .variable(let variable): try variable.assign(Tensor(values, shape: variable.shape))
    case .parameter(let parameter): try parameter.setData(Tensor(values, shape: parameter.shape))
    }
  }

  var gradient: [Double] {
    get throws {
      switch self {
      case .variable(let variable): try #require(variable.grad).doubles
      case .parameter(let parameter): try parameter.grad().doubles
      }
    }
  }
}

/// A marked variable of 64-bit floats, drawn from a normal distribution.
func normalPoint(_ shape: Shape, seed: Int = 1) -> Variable {
  let variable = Variable(
    ModelContext.withSeed(seed) { ModelContext.current.normal(shape: shape).as(.float64) })
  variable.attachGrad()
  return variable
}

/// Expects of each gradient of a function what central differences in double precision say.
///
/// All points are of 64-bit floats. Both may be apart by a share of the largest gradient. The function may
/// have any shape; it is called twice for each element.
func expectGradients(
  _ points: [Point], tolerance: Double = 1e-7, isTraining: Bool = true,
  location: SourceLocation = #_sourceLocation,
  _ function: () throws -> Variable
) throws {
  let output = try Autograd.record(trainMode: isTraining) { try function() }
  let head = ModelContext.withSeed(9) {
    ModelContext.current.normal(shape: output.shape).as(.float64)
  }
  try output.backward(headGradient: head)
  func total() throws -> Double {
    let output = try isTraining ? Autograd.trainMode(function) : function()
    return zip(output.value.doubles, head.doubles).reduce(0) { $0 + $1.0 * $1.1 }
  }
  let step = 1e-5
  for (number, point) in points.enumerated() {
    let (start, gradient) = (try point.values, try point.gradient)
    let scale = max(1, gradient.map(abs).max() ?? 0)
    for index in start.indices {
      var moved = start
      moved[index] = start[index] + step
      try point.set(moved)
      let above = try total()
      moved[index] = start[index] - step
      try point.set(moved)
      let difference = (above - (try total())) / (2 * step)
      #expect(
        abs(gradient[index] - difference) <= tolerance * scale, "point \(number), element \(index)",
        sourceLocation: location)
    }
    try point.set(start)
  }
}
