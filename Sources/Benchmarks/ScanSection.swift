import Checkpoints
import Foundation
import Tensors

/// Statistics and a histogram of a file in the page cache, beside a plain read of the same bytes.
struct ScanSection {
  let contest: Contest
  let pythons: Pythons
  /// The bytes of the tensor.
  private let byteCount = 256 << 20

  /// Runs and prints the section.
  @MainActor
  func run() async throws {
    Report.heading(
      "scan: statistics, quantiles and 100 bins of \(byteCount >> 20) MiB of normal values in the "
        + "page cache, one thread, GB/s (best, median of \(contest.runCount))")
    for elementType in [ElementType.float32, .bfloat16, .float16] {
      try await measure(elementType)
    }
  }

  @MainActor
  private func measure(_ elementType: ElementType) async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(elementType, to: path)
    let file = try Checkpoint.open(path)
    var contestants = [
      Contest.Contestant(name: "plain read") { try await Contest.time { try read(path) } },
      Contest.Contestant(name: "paramscope") {
        try await Contest.time {
          let tensor = file.tensors[0]
          let scanned = try scan(
            elementType: tensor.elementType, elementCount: tensor.shape.elementCount,
            options: ScanOptions(binCount: 100),
            read: { try file.readBytes($0, ofTensorAt: 0) })
          precondition(scanned.counts.count == tensor.shape.elementCount, "elements are missing")
        }
      },
    ]
    let numpy = numpy(elementType, path: path, offset: file.tensors[0].offsetInFile ?? 0)
    if let numpy { contestants.append(.init(name: "NumPy") { numpy.time() }) }
    let times = try await contest.run(contestants)
    Report.show(elementType.name, times, unit: "GB/s") { Double(byteCount) / $0 / 1e9 }
    Report.note(
      "\(Report.rounded(100 * times[0].least / times[1].least)) % of the plain read"
        + (numpy == nil
          ? "; NumPy is not installed or has no such type"
          : ", \(Report.rounded(times[2].least / times[1].least)) times NumPy"))
  }

  /// Reads a file from beginning to end into one buffer of 2 MiB.
  private func read(_ path: String) throws {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 2 << 20)
    while unsafe Glibc.read(descriptor, &buffer, buffer.count) > 0 {}
  }

  private func write(_ elementType: ElementType, to path: String) throws {
    var stream = RandomStream(seed: 1)
    let count = byteCount * 8 / elementType.bitCount
    let values = stream.normal(mean: 0, sigma: 0.02, count: count)
    guard let tensor = Tensor(values, convertedTo: elementType, shape: [count]) else {
      preconditionFailure("a floating type is converted")
    }
    let contents = CheckpointContents(tensors: [.init(name: "w", source: .tensor(tensor))])
    try contents.write(to: path, as: .safetensors)
  }

  /// The same numbers in NumPy, which has no bfloat16 of its own.
  private func numpy(_ elementType: ElementType, path: String, offset: Int) -> PythonPeer? {
    guard elementType != .bfloat16 else { return nil }
    return pythons.peer(
      "numpy", setup: "numpy.seterr(all='ignore')",
      body: """
        x = numpy.fromfile("\(path)", dtype=numpy.\(elementType.name), offset=\(offset))
        d = x.astype(numpy.float64)
        low, high = d.min(), d.max()
        d.mean(), d.std(), numpy.sqrt((d * d).sum()), (d == 0).sum()
        numpy.isnan(d).sum(), numpy.isinf(d).sum()
        numpy.quantile(d, [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99])
        numpy.histogram(d, 100, (low, high))
        """)
  }
}
