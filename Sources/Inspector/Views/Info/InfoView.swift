internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// A line of the list of facts: a heading, or a label with its value.
  enum InfoLine {
    case heading(Phrase)
    case fact(Phrase, String)
    case gap
  }

  /// Draws everything that is known of a parameter, in one list that scrolls.
  mutating func drawInfo(of parameter: Int, in rect: Rect) {
    let labelWidth = min(22, rect.columns / 2)
    let lines = infoLines(of: parameter, in: rect)
    let room = rect.rows
    let first = max(0, min(state.detail.info.scroll, lines.count - room))
    for (offset, line) in lines.dropFirst(first).prefix(room).enumerated() {
      let row = rect.row + offset
      switch line {
      case .gap: break
      case .heading(let title): write(title, rect.column + 1, row, Style(.text).bold)
      case .fact(let label, let value):
        write(label, rect.column + 1, row, Style(.dim), limit: labelWidth - 1)
        let column = rect.column + 1 + labelWidth
        write(shortened(value, to: max(1, rect.maxColumn - column)), column, row, Style(.text))
      }
    }
    guard first + room < lines.count else { return }
    write(glyphs.scrollDown, endingAt: rect.maxColumn, rect.maxRow - 1, Style(.dim))
  }

  /// The number of lines, which scrolling needs.
  func infoLineCount(of parameter: Int, in rect: Rect) -> Int {
    infoLines(of: parameter, in: rect).count
  }

  /// The lines; a sentence that is too long goes on in the next one.
  private func infoLines(of parameter: Int, in rect: Rect) -> [InfoLine] {
    let room = max(1, rect.columns - min(22, rect.columns / 2) - 1)
    return infoLines(of: parameter).flatMap { line -> [InfoLine] in
      guard case .fact(let label, let value) = line, value.contains(" "),
        CharacterWidth.displayWidth(of: value) > room
      else { return [line] }
      return wrapped(value, to: room).enumerated().map { index, part in
        .fact(index == 0 ? label : "", part)
      }
    }
  }

  private func infoLines(of parameter: Int) -> [InfoLine] {
    let info = state.outline.parameters[parameter]
    let groups = [
      identityLines(info), originLines(info), fanLines(info),
      statisticsLines(of: parameter, info), singularLines(of: parameter, info),
    ]
    return Array(groups.filter { !$0.isEmpty }.joined(separator: [.gap]))
  }

  // MARK: - What and where

  private func identityLines(_ info: ParameterInfo) -> [InfoLine] {
    let outline = state.outline
    var lines: [InfoLine] = [.fact("name", info.name)]
    for use in info.uses.prefix(4) where outline.uses[use].path != info.name {
      lines.append(.fact("path", outline.uses[use].path))
    }
    if info.uses.count > 4 { lines.append(.fact("uses", "\(info.uses.count)")) }
    lines.append(.fact("shape", shapeText(info)))
    lines.append(
      .fact("type", "\(info.elementType.name), \(say("\(info.elementType.bitCount) bits"))"))
    let count = info.elementCount.map(NumberText.grouped) ?? glyphs.deferred
    lines.append(.fact("values", count))
    let iec = info.byteCount < 1024 ? "" : ", \(NumberText.bytes(info.byteCount))"
    lines.append(.fact("bytes", NumberText.grouped(info.byteCount) + iec))
    lines.append(.fact("format", outline.format))
    if let offset = info.offsetInFile {
      let end = NumberText.grouped(offset + info.byteCount)
      lines.append(.fact("offset in file", "\(NumberText.grouped(offset)) \(glyphs.arrow) \(end)"))
    }
    return lines
  }

  private func originLines(_ info: ParameterInfo) -> [InfoLine] {
    var lines: [InfoLine] = []
    if let declared = info.declaredInitializer {
      lines.append(.fact("declared initializer", declared))
    } else if state.outline.isNetwork {
      lines.append(.fact("declared initializer", say("none: the network's")))
    }
    if let origin = info.origin {
      let seed = origin.seed.map { ", " + say("seed \($0)") } ?? ""
      lines.append(.fact("drawn by", origin.text + seed))
    } else {
      let unknown = say(state.outline.isNetwork ? "not known" : "not known: read from the file")
      lines.append(.fact("drawn by", unknown))
    }
    if let request = info.gradientRequest { lines.append(.fact("gradient request", request)) }
    return lines
  }

  private func fanLines(_ info: ParameterInfo) -> [InfoLine] {
    let shape = info.shape.dimensions
    guard shape.count >= 2, !shape.contains(0) else { return [] }
    // Xavier's, in MXNet's initializer.py: the field of a filter counts on both sides.
    let field = shape[2...].reduce(1.0) { $0 * Double($1) }
    return [
      .fact("fan in", NumberText.shortest(Double(shape[1]) * field)),
      .fact("fan out", NumberText.shortest(Double(shape[0]) * field)),
      .fact("", say("read as (out, in, ...), as Gluon and PyTorch lay weights out")),
    ]
  }

  // MARK: - Numbers

  private func statisticsLines(of parameter: Int, _ info: ParameterInfo) -> [InfoLine] {
    guard let scanned = state.figures[parameter]?.statistics else { return [] }
    let counts = scanned.counts
    var lines: [InfoLine] = [
      .fact("finite", NumberText.grouped(counts.finite)),
      .fact("zeros", NumberText.grouped(counts.zeros)),
      .fact("NaN", NumberText.grouped(counts.nan)),
      .fact("-Inf", NumberText.grouped(counts.negativeInfinity)),
      .fact("+Inf", NumberText.grouped(counts.positiveInfinity)),
    ]
    for (part, statistics) in zip(
      scanned.components.count > 1 ? [" (re)", " (im)"] : [""], scanned.components)
    {
      lines += [.gap] + numberLines(statistics, part: part)
    }
    return lines
  }

  private func numberLines(_ statistics: TensorStatistics, part: String) -> [InfoLine] {
    let summary = statistics.summary
    let named: [(String, Double?)] = [
      ("min", summary.minimum), ("max", summary.maximum), ("mean", summary.mean),
      ("std", summary.standardDeviation), ("l2", summary.l2),
    ]
    let numbers = named.compactMap { name, value in
      value.map { InfoLine.fact(Phrase(key: name + part), NumberText.shortest($0)) }
    }
    let quantiles = statistics.quantiles?.labelled ?? []
    return numbers
      + quantiles.map {
        let percent = NumberText.shortest(($0.probability * 100).rounded())
        return .fact(Phrase(verbatim: "\(percent) %\(part)"), NumberText.shortest($0.value))
      }
  }

  // MARK: - Singular values

  private func singularLines(of parameter: Int, _ info: ParameterInfo) -> [InfoLine] {
    guard info.shape.rank >= 2, info.state == .ready, !info.elementType.isComplex else { return [] }
    let title = InfoLine.heading("Singular values")
    guard state.detail.info.spectrumOf == parameter else {
      return [title, .fact("v", say("computes them"))]
    }
    let slot = state.board[.spectrum]
    if let failure = slot?.failure { return [title, .fact("", say(failure))] }
    guard let answered = slot?.answered, answered.request == .spectrum(parameter: parameter),
      case .spectrum(let spectrum) = answered.answer
    else { return [title, .fact("", say("computing"))] }
    return [title] + lines(of: spectrum)
  }

  private func lines(of spectrum: Spectrum) -> [InfoLine] {
    let values = spectrum.values
    guard let largest = values.first, let smallest = values.last else { return [] }
    let width = min(32, values.count)
    let strip = (0..<width).map { column in
      glyphs.sparkline(
        largest > 0 ? Double(values[column * values.count / width] / largest) : 0)
    }
    let condition = smallest > 0 ? NumberText.value(Double(largest / smallest)) : say("infinite")
    return [
      .fact("matrix", "\(spectrum.rows)\(glyphs.times)\(spectrum.columns)"),
      .fact("from the largest on", strip.joined()),
      .fact("largest", NumberText.value(Double(largest))),
      .fact("smallest", NumberText.value(Double(smallest))),
      .fact("condition", condition),
      .fact("rank", say("\(spectrum.rank) of \(values.count)")),
      .fact("effective rank", NumberText.value(spectrum.effectiveRank)),
    ]
  }
}
