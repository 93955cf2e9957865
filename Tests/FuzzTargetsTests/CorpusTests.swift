import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What the fuzzer starts from and what it has found, again and again.
@Suite @MainActor struct CorpusTests {
  @Test(arguments: FuzzTarget.allCases)
  func `nothing that was ever tried ends a parser`(target: FuzzTarget) throws {
    let inputs = try Self.corpus(of: target)
    #expect(inputs.count > 1)
    for input in inputs { target.take(input) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `inputs that are almost right end no parser`(target: FuzzTarget) throws {
    var random = SplitMix(seed: 1)
    let inputs = try Self.corpus(of: target).filter { $0.count < 8192 }
    for _ in 0..<200 {
      var input = try #require(inputs.randomElement(using: &random))
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        Self.change(&input, with: inputs.randomElement(using: &random) ?? [], &random)
      }
      target.take(input)
    }
  }

  /// Puts a piece of another input, or some bytes, in the place of a piece.
  private static func change(
    _ input: inout [UInt8], with other: [UInt8], _ random: inout SplitMix
  ) {
    func piece(of bytes: [UInt8]) -> Range<Int> {
      let start = Int.random(in: 0...bytes.count, using: &random)
      return start..<min(bytes.count, start + Int.random(in: 0...16, using: &random))
    }
    let odd: [[UInt8]] = [
      [0], [0xFF], [0x80], Array("-1".utf8), Array("99999999999999999999".utf8),
    ]
    let replacement =
      random.next().isMultiple(of: 2)
      ? Array(other[piece(of: other)])
      : odd[
        Int.random(in: odd.indices, using: &random)]
    input.replaceSubrange(piece(of: input), with: replacement)
  }

  /// What .ci/fuzz starts from: the corpus, and the files of other tests.
  private static func corpus(of target: FuzzTarget) throws -> [[UInt8]] {
    let own = try inputs(in: "FuzzTargetsTests/Corpus/\(target.rawValue)")
    guard target.isOfFiles else { return own }
    let fixtures = ["zoo", "corrupt", "params", "numpy/corrupt"].map {
      "CheckpointsTests/Fixtures/\($0)"
    }
    return try own + (fixtures + ["WorkspaceTests/Fixtures/symbols"]).flatMap(inputs)
  }

  private static func inputs(in folder: String) throws -> [[UInt8]] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    return try names.map { Array(try Data(contentsOf: url.appending(path: $0))) }
  }
}
