internal import CKernels
private import Dispatch

/// The random numbers of MXNet 1.9.1 on a CPU, as a value.
///
/// 1024 Mersenne twisters, numbered k, each seeded with `127 * seed + k` modulo 2^32 and kept between
/// calls. A call for N numbers gives the first `step` of them to engine 0, the next to engine 1 and so
/// on, where `step = ceil(N / min(ceil(N / 64), 1024))`; so results do not depend on threads.
///
/// Source: `engine.md`, section 5; MXNet `src/operator/random/sampler.h` and
/// `include/mxnet/random_generator.h`. A copy is cheap, and each engine is copied when it is next used:
/// keep one to undo draws.
public struct RandomStream: Hashable, Sendable {
  /// How many engines there are.
  public static let engineCount = 1024
  /// The least number of consecutive outputs that one engine draws.
  static let minimumRunLength = 64

  /// The seed.
  public let seed: Int32
  private var engines: [MersenneTwister]

  /// Creates the stream that `mx.random.seed` starts.
  ///
  /// - Parameter seed: The seed; a process that never seeds has 0.
  public init(seed: Int32 = 0) {
    self.seed = seed
    engines = Array(repeating: MersenneTwister(), count: Self.engineCount)
  }

  /// Creates a stream from the lower 32 bits of a seed, as Python integers are taken.
  public init(wrappingSeed seed: Int) {
    self.init(seed: Int32(truncatingIfNeeded: seed))
  }

  /// Draws words from one engine, as they come.
  ///
  /// - Precondition: `engine` is one of the engines and `count` is not negative.
  public mutating func words(engine: Int, count: Int) -> [UInt32] {
    withEngine(engine) { twister, seed in (0..<count).map { _ in twister.next(seed: seed) } }
  }

  /// Produces `count` elements, each drawn by the engine it belongs to.
  ///
  /// - Complexity: O(`count`).
  mutating func generate<Element>(
    count: Int, draw: (inout MersenneTwister, UInt32) -> Element
  ) -> [Element] {
    precondition(count >= 0, "a count is negative")
    guard count > 0 else { return [] }
    let runs = min((count - 1) / Self.minimumRunLength + 1, Self.engineCount)
    let runLength = (count - 1) / runs + 1
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for engine in 0..<runs where elements.count < count {
      let end = min(elements.count + runLength, count)
      withEngine(engine) { twister, seed in
        while elements.count < end { elements.append(draw(&twister, seed)) }
      }
    }
    return elements
  }

  /// Produces `count` floats, each by the engine it belongs to, many engines side by side.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - threadCount: How many threads draw; nil leaves that to the system.
  ///   - draw: Fills the run of one engine, given the seed of that engine.
  /// - Returns: As many floats, the same for any number of threads.
  /// - Complexity: O(`count`).
  mutating func floats(
    count: Int, threadCount: Int?, draw: @Sendable (EngineRun) -> Void
  ) -> [Float] {
    precondition(count >= 0, "a count is negative")
    guard count > 0 else { return [] }
    let runs = min((count - 1) / Self.minimumRunLength + 1, Self.engineCount)
    let runLength = (count - 1) / runs + 1
    let firstSeed = UInt32(bitPattern: seed) &* 127
    return unsafe [Float](unsafeUninitializedCapacity: count) { output, initializedCount in
      initializedCount = count
      let byteCount = count * MemoryLayout<Float>.stride
      if let start = output.baseAddress { unsafe ck_prefer_large_pages(start, byteCount) }
      // A thread alone touches an engine and the run that belongs to it; runs do not overlap.
      nonisolated(unsafe) let output = unsafe output
      unsafe engines.withUnsafeMutableBufferPointer { engines in
        nonisolated(unsafe) let engines = unsafe engines
        let isLarge = count > Self.minimumRunLength * Self.engineCount
        let taskCount = threadCount ?? (isLarge ? Self.defaultTaskCount : 1)
        Self.perform(runs, tasks: min(taskCount, runs)) { engine in
          let run = min(engine * runLength, count)..<min((engine + 1) * runLength, count)
          guard !run.isEmpty, let twister = unsafe engines.baseAddress else { return }
          unsafe draw(
            EngineRun(
              twister: twister + engine, seed: firstSeed &+ UInt32(engine),
              output: .init(rebasing: output[run])))
        }
      }
    }
  }

  /// Several tasks for every core there may be, so that none waits long for the last of them.
  private static let defaultTaskCount = 32

  /// Calls a body for every engine up to `count`, in tasks that threads may share.
  private static func perform(_ count: Int, tasks: Int, _ body: @Sendable (Int) -> Void) {
    guard tasks > 1 else { return (0..<count).forEach(body) }
    DispatchQueue.concurrentPerform(iterations: tasks) { task in
      for engine in (task * count / tasks)..<((task + 1) * count / tasks) { body(engine) }
    }
  }

  /// Lends an engine, taken out of the array so that its words are not copied while it draws.
  private mutating func withEngine<Result>(
    _ engine: Int, _ body: (inout MersenneTwister, UInt32) -> Result
  ) -> Result {
    let engineSeed = UInt32(bitPattern: seed) &* 127 &+ UInt32(engine)
    var twister = MersenneTwister()
    swap(&twister, &engines[engine])
    defer { engines[engine] = twister }
    return body(&twister, engineSeed)
  }
}

extension RandomStream: CustomStringConvertible {
  /// The seed and how many engines have drawn.
  public var description: String {
    let used = engines.count { $0 != MersenneTwister() }
    return "RandomStream(seed: \(seed), \(used) engines used)"
  }
}

/// One engine with its seed and the floats that it draws, which no other engine touches.
@unsafe
struct EngineRun {
  let twister: UnsafeMutablePointer<MersenneTwister>
  let seed: UInt32
  let output: UnsafeMutableBufferPointer<Float>
}
