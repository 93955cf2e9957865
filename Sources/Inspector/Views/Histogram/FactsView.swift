internal import ModelEngine
internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the numbers before, now and in theory, and where the theory comes from.
  mutating func drawFacts(of parameter: Int, in rect: Rect) {
    guard let figure = state.figures[parameter], let now = state.shown(figure.statistics)
    else { return }
    let before = state.shown(figure.before)
    let origin = state.outline.parameters[parameter].origin
    let theory = origin?.theory.distribution
    // Columns end here: before, now, theory.
    let ends = [14, 24, 34].map { rect.column + $0 }
    if before != nil { write("before", endingAt: ends[0], rect.row, Style(.dim)) }
    write("now", endingAt: ends[1], rect.row, Style(.dim))
    if theory != nil { write("theory", endingAt: ends[2], rect.row, Style(.dim)) }
    var row = rect.row + 1
    for fact in Fact.allCases where row < rect.maxRow {
      if fact == .p1, rect.rows >= 20 { row += 1 }
      write(say(fact.rawValue), rect.column, row, Style(.dim))
      let values = [before.flatMap(fact.value), fact.value(now)]
      let expected = theory.flatMap { fact.expected($0, count: now.summary.finite) }
      for (value, end, style) in [
        (values[0], ends[0], Style(.dim)), (values[1], ends[1], Style(.text).bold),
        (expected, ends[2], Style(.dim)),
      ] {
        if let value { write(NumberText.value(value), endingAt: end, row, style) }
      }
      row += 1
    }
    drawFormula(origin, in: rect, from: row + 1)
    drawOriginBefore(figure, in: rect)
  }

  private mutating func drawFormula(
    _ origin: ParameterInfo.Origin?, in rect: Rect, from row: Int
  ) {
    guard let formula = origin?.theory.formulas.first, row + 1 < rect.maxRow else { return }
    guard Double(formula.substituted) == nil else {
      let column = write("\(formula.symbol) = \(formula.general) = ", rect.column, row, Style(.dim))
      write(NumberText.value(formula.value), column, row, Style(.text).bold)
      return
    }
    let lines = formulaLines(formula)
    write(lines[0], rect.column, row, Style(.dim), limit: rect.columns)
    let column = write(lines[1], rect.column, row + 1, Style(.dim), limit: rect.columns - 7)
    write(NumberText.value(formula.value), column, row + 1, Style(.text).bold)
  }

  /// A formula in words, then with numbers up to the equals sign before its value.
  func formulaLines(_ formula: InitializerTheory.Formula) -> [String] {
    let indent = String(repeating: " ", count: formula.symbol.count)
    return ["\(formula.symbol) = \(formula.general)", "\(indent) = \(formula.substituted) = "]
      .map { $0.replacing("√", with: glyphs.root) }
  }

  private mutating func drawOriginBefore(_ figure: Figure, in rect: Rect) {
    guard figure.before != nil, let origin = figure.originBefore, rect.rows >= 18 else { return }
    let seed = origin.seed.map { ", seed \($0)" } ?? ""
    write(
      "before: \(origin.text)\(seed)", rect.column, min(rect.row + 17, rect.maxRow - 1),
      Style(.dim),
      limit: rect.columns)
  }

  /// Draws standard deviation and range, where there is no room for all.
  mutating func drawShortFacts(of parameter: Int, in rect: Rect) {
    guard let figure = state.figures[parameter], let now = state.shown(figure.statistics)
    else { return }
    let theory = state.outline.parameters[parameter].origin?.theory.distribution
    let range = [now.summary.minimum, now.summary.maximum].compactMap { $0 }
    var facts: [(String, [Double?], Bool)] = [("std", [now.summary.standardDeviation], true)]
    if let before = state.shown(figure.before) {
      facts.append(("was", [before.summary.standardDeviation], false))
    }
    if let theory { facts.append(("theory", [theory.standardDeviation], false)) }
    facts.append(("mean", [now.summary.mean], false))
    facts.append(("range", range, false))
    var row = rect.row
    for (label, values, isBold) in facts {
      guard row + values.count < rect.maxRow else { break }
      write(say(label), rect.column + 1, row, Style(.dim))
      for value in values.compactMap({ $0 }) {
        row += 1
        write(
          NumberText.value(value), endingAt: rect.maxColumn, row,
          isBold ? Style(.text).bold : Style(.text))
      }
      row += 1
    }
  }
}

/// A row of the table of facts.
enum Fact: String, CaseIterable {
  case mean, std, min, max, l2, p1, p25, p50, p75, p99

  /// The number of some statistics.
  func value(_ statistics: TensorStatistics) -> Double? {
    let summary = statistics.summary
    switch self {
    case .mean: return summary.mean
    case .std: return summary.standardDeviation
    case .min: return summary.minimum
    case .max: return summary.maximum
    case .l2: return summary.l2
    default: return probability.flatMap { statistics.quantiles?[$0] }
    }
  }

  /// What a distribution lets expect of so many values.
  func expected(_ distribution: Distribution, count: Int) -> Double? {
    switch self {
    case .mean: distribution.mean
    case .std: distribution.standardDeviation
    case .min: distribution.bounds.low.isFinite ? distribution.bounds.low : nil
    case .max: distribution.bounds.high.isFinite ? distribution.bounds.high : nil
    case .l2: distribution.rootMeanSquare * Double(count).squareRoot()
    default: probability.map(distribution.quantile)
    }
  }

  private var probability: Double? {
    switch self {
    case .p1: 0.01
    case .p25: 0.25
    case .p50: 0.5
    case .p75: 0.75
    case .p99: 0.99
    default: nil
    }
  }
}
