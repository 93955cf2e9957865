import Tensors

/// Uniform and normal numbers into 4096 x 4096 32-bit floats.
struct RandomSection {
  let contest: Contest
  let pythons: Pythons
  private let side = 4096

  private var count: Int { side * side }

  /// Runs and prints the section.
  @MainActor
  func run() async throws {
    Report.heading(
      "random: \(side) x \(side) float32, nanoseconds an element (least, median of "
        + "\(contest.runCount))")
    for threadCount in [1, Environment.coreCount] {
      for distribution in Distribution.allCases {
        try await measure(distribution, threadCount: threadCount)
      }
      if Environment.coreCount == 1 { break }
    }
  }

  /// What is drawn.
  private enum Distribution: String, CaseIterable {
    case uniform = "Uniform(0.07)"
    case normal = "Normal(0.01)"

    func draw(_ stream: inout RandomStream, count: Int, threadCount: Int?) -> [Float] {
      switch self {
      case .uniform: stream.uniform(low: -0.07, high: 0.07, count: count, threadCount: threadCount)
      case .normal: stream.normal(mean: 0, sigma: 0.01, count: count, threadCount: threadCount)
      }
    }

    var mxnetCall: String {
      self == .uniform ? "uniform(-0.07, 0.07" : "normal(0, 0.01"
    }

    var numpyCall: String { self == .uniform ? "random" : "standard_normal" }
  }

  @MainActor
  private func measure(_ distribution: Distribution, threadCount: Int) async throws {
    let limit = threadCount == 1 ? 1 : nil
    var contestants = [
      Contest.Contestant(name: "paramscope") {
        var stream = RandomStream(seed: 1)
        return await Contest.time {
          _ = distribution.draw(&stream, count: count, threadCount: limit)
        }
      }
    ]
    let numpy = pythons.peer(
      "numpy", setup: "rng = numpy.random.default_rng()",
      body: "rng.\(distribution.numpyCall)((\(side), \(side)), dtype=numpy.float32)")
    let mxnet = pythons.peer(
      "mxnet", setup: Self.mxnetSetup(distribution.mxnetCall, side),
      body: "draw().wait_to_read()", answer: "check()", threadCount: limit)
    if let numpy { contestants.append(.init(name: "NumPy (one thread)") { numpy.time() }) }
    if let mxnet { contestants.append(.init(name: "MXNet") { mxnet.time() }) }
    let times = try await contest.run(contestants)
    let cores = threadCount == 1 ? "one thread" : "\(threadCount) threads"
    Report.show("\(distribution.rawValue), \(cores)", times, unit: "ns") {
      $0 / Double(count) * 1e9
    }
    if numpy == nil { Report.note("NumPy is not installed") }
    if let mxnet {
      Report.note(
        mxnet.value() == check(distribution, limit) ? "MXNet's bits" : "OTHER BITS THAN MXNET'S")
    } else {
      Report.note("MXNet is not installed in any of: \(pythons.paths.joined(separator: ", "))")
    }
  }

  /// A number made of all bits and their places, after seed 42.
  private func check(_ distribution: Distribution, _ threadCount: Int?) -> String {
    var stream = RandomStream(seed: 42)
    var sum: UInt64 = 0
    let values = distribution.draw(&stream, count: count, threadCount: threadCount)
    for (index, value) in values.enumerated() {
      sum &+= UInt64(value.bitPattern) &* UInt64(index + 1)
    }
    return "\(sum)"
  }

  private static func mxnetSetup(_ call: String, _ side: Int) -> String {
    """
    import numpy
    def draw(): return mxnet.nd.random.\(call), shape=(\(side), \(side)))
    def check():
        mxnet.random.seed(42)
        bits = draw().asnumpy().view(numpy.uint32).ravel().astype(numpy.uint64)
        return int((bits * numpy.arange(1, bits.size + 1, dtype=numpy.uint64)).sum())
    """
  }
}
