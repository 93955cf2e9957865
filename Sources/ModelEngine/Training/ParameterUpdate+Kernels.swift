internal import CKernels
internal import Tensors

/// The arrays of one update, for a kernel; valid only during the call that they are given to.
@unsafe struct UpdateArrays<Real> {
  let weights: UnsafeMutablePointer<Real>
  let gradient: UnsafePointer<Real>
  let states: [UnsafeMutablePointer<Real>]
  let count: Int
}

extension ParameterUpdate {
  /// Runs the kernel for the type of the parameter on its arrays, in place.
  ///
  /// - Precondition: The type is float32 or float64, and the states are of it.
  mutating func run(
    _ float: (UpdateArrays<Float>) -> Void, _ double: (UpdateArrays<Double>) -> Void
  ) {
    if case .float32(let gradient) = gradient.storage {
      unsafe run(gradient, float)
    } else if case .float64(let gradient) = gradient.storage {
      unsafe run(gradient, double)
    }
  }

  private mutating func run<Real: NativeFloat>(
    _ gradient: [Real], _ body: (UpdateArrays<Real>) -> Void
  ) {
    unsafe withStates(of: Real.self, from: 0, []) { weights, states in
      let isLent: Void? = weights.withElements(as: Real.self) { weights in
        precondition(weights.count == gradient.count, "gradient and weights differ in number")
        unsafe weights.withUnsafeMutableBufferPointer { weights in
          unsafe gradient.withUnsafeBufferPointer { gradient in
            // All arrays have `count` elements; an empty one has no address, and nothing to do.
            guard let start = weights.baseAddress, let gradient = gradient.baseAddress else {
              return
            }
            unsafe body(
              UpdateArrays(weights: start, gradient: gradient, states: states, count: weights.count)
            )
          }
        }
      }
      precondition(isLent != nil, "gradient and weights differ in type")
    }
  }

  /// Lends the states one after the other, then calls the body with all of them.
  private mutating func withStates<Real: NativeFloat>(
    of type: Real.Type, from index: Int, _ lent: [UnsafeMutablePointer<Real>],
    _ body: (inout Tensor, [UnsafeMutablePointer<Real>]) -> Void
  ) {
    guard index < states.count else { return unsafe body(&weights, lent) }
    // Taken out, so that the array has one owner while the next one is lent.
    var state = states[index]
    states[index] = Tensor([Float](), shape: [0])
    let isLent: Void? = state.withElements(as: Real.self) { elements in
      precondition(elements.count == weights.elementCount, "state and weights differ in number")
      unsafe elements.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        unsafe withStates(of: type, from: index + 1, lent + [start], body)
      }
    }
    precondition(isLent != nil, "state and weights differ in type")
    states[index] = state
  }

  /// The numbers that every kernel takes, for an optimizer whose learning rate is `rate`.
  func step(rate: Float, wd: Float, clip: Double?) -> ck_step {
    ck_step(
      learning_rate: Double(rate), wd: Double(wd), rescale: argument(rescaleGrad),
      clip: clip.map { $0 == 0 ? -1 : argument($0) } ?? -1)
  }

  /// The same, with rate and decay as an operator reads them from text.
  func step(rate: Double, clip: Double?) -> ck_step {
    step(rate: ScalarArgument.parsed(rate), wd: ScalarArgument.parsed(wd), clip: clip)
  }
}

/// A number as an operator of MXNet reads it from text.
func argument(_ value: Double) -> Double { Double(ScalarArgument.parsed(value)) }
