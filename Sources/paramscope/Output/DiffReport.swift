import Tensors
import Words
import Workspace

/// What `diff` says of two models.
struct DiffReport {
  let first: Outline
  let second: Outline
  let comparison: ModelComparison
  /// The differences of the elements of comparable pairs, by position.
  let findings: [Int: ElementDifference]

  /// Whether no parameter differs.
  var isSame: Bool { comparison.pairs.indices.allSatisfy { status($0) == .same } }

  /// Two parameters that both wait for their shapes are the same.
  private func status(_ index: Int) -> ParameterStatus {
    ParameterStatus(comparison.pairs[index].kind, findings[index]) ?? .same
  }

  /// A line for each parameter that differs, the largest change first, and one on all of them.
  func text(in language: Language) -> String {
    var table = TextTable([
      ("status", false), ("name", false), ("shape", false), ("type", false),
      ("relative l2", true), ("max abs", true), ("cosine", true), ("changed", true),
    ])
    for index in listed { table.add(row(index, language)) }
    return (listed.isEmpty ? "" : table.text(in: language)) + summary(in: language)
  }

  private var listed: [Int] {
    comparison.pairs.indices.filter { status($0) != .same }.sorted {
      size($0) == size($1) ? $0 < $1 : size($0) > size($1)
    }
  }

  private func size(_ index: Int) -> Double { findings[index]?.relativeL2 ?? .infinity }

  private func row(_ index: Int, _ language: Language) -> [String] {
    let pair = comparison.pairs[index]
    let infos = [
      pair.first.map { first.parameters[$0] }, pair.second.map { second.parameters[$0] },
    ]
    .compactMap { $0 }
    let difference = findings[index]
    func number(_ value: Double?) -> String { value.map(NumberText.value) ?? "-" }
    return [
      status(index).phrase.said(in: language), pair.name,
      Self.both(infos.map { $0.shape.text(in: language) }),
      Self.both(infos.map(\.elementType.name)), number(difference?.relativeL2),
      number(difference?.maxAbs), difference?.cosine.map { NumberText.fixed($0, 6) } ?? "-",
      difference.map { NumberText.grouped($0.changedCount) } ?? "-",
    ]
  }

  /// One text if both are equal, else the first, an arrow and the second.
  private static func both(_ texts: [String]) -> String {
    texts.first == texts.last ? texts.first ?? "" : texts.joined(separator: " → ")
  }

  private func summary(in language: Language) -> String {
    let counts = ParameterStatus.allCases.compactMap { wanted in
      let count = comparison.pairs.indices.count { status($0) == wanted }
      return count == 0 ? nil : Phrase("\(count) \(wanted.phrase)")
    }
    let all = counts.isEmpty ? "no parameters" : Phrase(listing: counts)
    return all.said(in: language) + "\n"
  }

  /// The object of PRODUCT's schema, version 1.
  var json: JSON {
    .object([
      ("version", .integer(1)), ("a", .string(first.locator)), ("b", .string(second.locator)),
      ("same", .bool(isSame)), ("parameters", .array(comparison.pairs.indices.map(parameter))),
    ])
  }

  private func parameter(_ index: Int) -> JSON {
    let pair = comparison.pairs[index]
    let difference = findings[index]
    let left = pair.first.map { first.parameters[$0] }
    let right = pair.second.map { second.parameters[$0] }
    return .object([
      ("name", .string(pair.name)), ("status", .string(status(index).rawValue)),
      ("maxAbs", .optional(difference?.maxAbs)), ("relativeL2", .optional(difference?.relativeL2)),
      ("cosine", .optional(difference?.cosine)),
      ("changedCount", difference.map { .integer($0.changedCount) } ?? .null),
      ("count", difference.map { .integer($0.count) } ?? .null),
      ("nonFiniteChangeCount", difference.map { .integer($0.nonFiniteChangeCount) } ?? .null),
      ("dtypeA", .optional(left?.elementType.name)), ("dtypeB", .optional(right?.elementType.name)),
      ("shapeA", Self.shape(left)), ("shapeB", Self.shape(right)),
    ])
  }

  private static func shape(_ info: ParameterInfo?) -> JSON {
    info.map { .array($0.shape.dimensions.map(JSON.integer)) } ?? .null
  }
}

extension ParameterStatus {
  /// The status as a word for a person.
  fileprivate var phrase: Phrase { Phrase(key: rawValue) }
}

extension Shape {
  /// The dimensions as `256×20`.
  fileprivate func text(in language: Language) -> String {
    rank == 0
      ? Phrase("scalar").said(in: language) : dimensions.map(String.init).joined(separator: "×")
  }
}
