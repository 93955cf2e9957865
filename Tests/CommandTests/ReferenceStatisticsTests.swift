import Foundation
import Tensors
import TestSupport
import Testing
import Workspace

@testable import paramscope

/// The numbers of `stats` against what NumPy and ml_dtypes say of the same files.
@Suite @MainActor struct ReferenceStatisticsTests {
  /// What a `.ref.json` beside a file says.
  struct Reference: Decodable { let tensors: [ReferenceTensor] }

  nonisolated static let files = [
    "dtypes", "f4", "fp8_all_codes", "half_all_codes", "moe_lora_quant", "names", "no_tensors",
    "odd_header_spaces_and_order", "odd_unaligned_header", "odd_unicode_escapes", "shapes",
    "specials", "tiny_llama_tied_once",
  ].map { $0 + ".safetensors" }

  nonisolated static let numpyFiles =
    [
      "big_endian_f2", "big_endian_f8", "big_endian_fortran_i4", "c_order_f4", "dtype_bool",
      "dtype_c16", "dtype_c8", "dtype_f2", "dtype_i1", "dtype_i8", "dtype_u8", "empty_0x3",
      "fortran_f4", "longdouble_f16", "memmap", "one_elem", "scalar_0d",
      "strided_view", "version2", "version3_plain",
    ].map { $0 + ".npy" }
    + [
      "deflate", "empty", "stored", "zeros_big_deflate", "zip_commented_prefixed",
      "zip_with_dirs_and_extra",
    ].map { $0 + ".npz" }

  @Test(arguments: files + numpyFiles)
  func `statistics are those of NumPy`(name: String) async throws {
    let path = zooFile(name)
    let reference = try decodedFile(path + ".ref.json", as: Reference.self)
    let model = try OpenModel.open(.file(path))
    #expect(model.outline.parameters.count == reference.tensors.count)
    for expected in reference.tensors {
      let index = try #require(
        model.outline.parameters.firstIndex { $0.name.utf8.elementsEqual(expected.name.utf8) })
      let scanned = try await model.elements(of: index).scan(
        ScanOptions(binCount: 64, distribution: false))
      #expect(scanned.counts.count == expected.count)
      let parts = expected.re.map { [$0, expected.im].compactMap(\.self) } ?? [expected.numbers]
      #expect(parts.count == scanned.components.count)
      for (part, found) in zip(parts, scanned.components) {
        let problems = part.problems(of: found)
        #expect(problems.isEmpty, "\(name), \(expected.name): \(problems)")
      }
    }
  }

  @Test func `the JSON of stats carries these numbers`() async throws {
    let path = zooFile("specials.safetensors")
    let reference = try decodedFile(path + ".ref.json", as: Reference.self)
    let model = try OpenModel.open(.file(path))
    let listed = Array(model.outline.parameters.indices)
    var findings: [Int: Result<ScannedTensor, Failure>] = [:]
    for index in listed {
      findings[index] = .success(
        try await model.elements(of: index).scan(ScanOptions(binCount: 64, distribution: false)))
    }
    let text = ModelReport(outline: model.outline, listed: listed, findings: findings).json.text
    #expect(!text.contains("nan,") && !text.contains("inf,"))
    let report = try JSONDecoder().decode(StatsJSON.self, from: Data(text.utf8))
    #expect(report.version == 1)
    for expected in reference.tensors where expected.re == nil {
      let found = try #require(report.parameters.first { $0.name == expected.name })
      #expect(found.count == expected.count)
      #expect(found.nan == expected.numbers.nan)
      #expect(found.min == expected.numbers.min)
      #expect(found.max == expected.numbers.max)
      #expect(found.histogram?.counts == expected.numbers.hist64)
    }
  }
}

/// The part of the JSON of `stats` that is compared.
private struct StatsJSON: Decodable {
  let version: Int
  let parameters: [Parameter]

  struct Parameter: Decodable {
    let name: String
    let count: Int
    let nan: Int
    let min: Double?
    let max: Double?
    let histogram: Histogram?
  }

  struct Histogram: Decodable { let counts: [Int] }
}

/// What the reference says of a tensor.
struct ReferenceTensor: Decodable {
  let name: String
  let count: Int
  let numbers: ReferenceNumbers
  let re: ReferenceNumbers?
  let im: ReferenceNumbers?

  private enum Key: CodingKey { case name, count, re, im }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try container.decode(String.self, forKey: .name)
    count = try container.decode(Int.self, forKey: .count)
    re = try container.decodeIfPresent(ReferenceNumbers.self, forKey: .re)
    im = try container.decodeIfPresent(ReferenceNumbers.self, forKey: .im)
    numbers = try ReferenceNumbers(from: decoder)
  }
}

/// The numbers that NumPy gives in 64-bit floats.
struct ReferenceNumbers: Decodable {
  let finite: Int?
  let nan: Int?
  let pos_inf: Int?
  let neg_inf: Int?
  let zeros: Int?
  let min: Double?
  let max: Double?
  let mean: Double?
  let std: Double?
  let l2: Double?
  let quantiles: [String: Double?]?
  let hist64: [Int]?

  /// What differs: counts, extremes and bins at all, the rest by more than 1e-9.
  func problems(of found: TensorStatistics) -> [String] {
    let summary = found.summary
    let counts: [(String, Int?, Int)] = [
      ("finite", finite, summary.finite), ("nan", nan, summary.nan),
      ("posInf", pos_inf, summary.positiveInfinity), ("negInf", neg_inf, summary.negativeInfinity),
      ("zeros", zeros, summary.zeros),
    ]
    var problems = counts.filter { $0.1 != $0.2 }.map(\.0)
    if min != summary.minimum { problems.append("min") }
    if max != summary.maximum { problems.append("max") }
    if hist64 != found.histogram?.counts { problems.append("histogram") }
    let scale = Swift.max(abs(mean ?? 0), std ?? 0)
    let numbers: [(String, Double?, Double?, Double)] = [
      ("mean", mean, summary.mean, scale), ("std", std, summary.standardDeviation, std ?? 0),
      ("l2", l2, summary.l2, l2 ?? 0),
    ]
    problems += numbers.filter { !isClose($0.1, $0.2, scale: $0.3) }.map(\.0)
    for (probability, value) in quantiles ?? [:] {
      let quantile = Double(probability).flatMap { found.quantiles?[$0] }
      if !isClose(value, quantile, scale: abs(value ?? 0)) { problems.append("p" + probability) }
    }
    return problems
  }

  private func isClose(_ expected: Double?, _ found: Double?, scale: Double) -> Bool {
    guard let expected, let found else { return expected == nil && found == nil }
    return abs(expected - found) <= 1e-9 * scale
  }
}
