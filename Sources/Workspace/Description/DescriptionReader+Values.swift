internal import ModelEngine
internal import Tensors
internal import Words
internal import Yams

extension DescriptionReader {
  /// The entries of a mapping whose keys are all allowed.
  func mapping(
    _ node: Node, context: Phrase, allowed: [String]
  ) throws(DescriptionError) -> [String: Node] {
    guard let mapping = node.mapping else {
      throw error(node, .noMapping(context: context, found: found(node)))
    }
    var entries: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string, allowed.contains(name) else {
        let name = key.string ?? found(key).english
        throw error(
          key,
          .unknownKey(
            name, context: context, allowed: allowed, nearest: nearestName(to: name, among: allowed)
          ))
      }
      entries[name] = value
    }
    return entries
  }

  /// A text that is not empty.
  func string(_ node: Node, _ key: String) throws(DescriptionError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw error(node, .expected("a name", key: key, found: found(node)))
    }
    return text
  }

  /// A whole number in a range, by default up to the limit of a dimension.
  func count(
    _ node: Node, _ key: String, from least: Int, to most: Int = Self.maximumElementCount
  ) throws(DescriptionError) -> Int {
    guard let number = node.scalar.flatMap({ Int($0.string) }), (least...most).contains(number)
    else {
      throw error(
        node,
        .expected("a whole number from \(least) to \(most)", key: key, found: found(node)))
    }
    return number
  }

  /// A number in a range, whole or floating.
  func number(
    _ node: Node, _ key: String, in range: ClosedRange<Double>
  ) throws(DescriptionError) -> Scalar {
    let text = node.scalar?.string ?? ""
    guard let number = Double(text), range.contains(number) else {
      throw error(
        node,
        .expected(
          "a number from \(Scalar(range.lowerBound)) to \(Scalar(range.upperBound))", key: key,
          found: found(node)))
    }
    return Int(text).map(Scalar.integer) ?? .float(number)
  }

  /// A height and a width, given as one number or as two.
  func extent(
    _ node: Node, _ key: String, from least: Int
  ) throws(DescriptionError) -> Extent {
    guard let items = node.sequence else { return Extent(try count(node, key, from: least)) }
    guard items.count == 2 else {
      throw error(node, .expected("one number or two", key: key, found: "\(items.count)"))
    }
    return Extent(try count(items[0], key, from: least), try count(items[1], key, from: least))
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable>(
    _ node: Node, _ key: String, among choices: [Choice]
  ) throws(DescriptionError) -> Choice where Choice.RawValue == String {
    let text = try string(node, key)
    if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
    let allowed = choices.map(\.rawValue)
    let found: Phrase =
      if let nearest = nearestName(to: text, among: allowed) {
        "'\(text)'; did you mean '\(nearest)'?"
      } else { "'\(text)'" }
    throw error(
      node, .expected("one of \(allowed.joined(separator: ", "))", key: key, found: found))
  }

  /// Yes or no, as YAML 1.2 writes it.
  func bool(_ node: Node, _ key: String) throws(DescriptionError) -> Bool {
    switch node.scalar?.string.lowercased() {
    case "true": return true
    case "false": return false
    default: throw error(node, .expected("true or false", key: key, found: found(node)))
    }
  }

  /// A seed of 32 bits.
  func seed(_ node: Node) throws(DescriptionError) -> Int32 {
    guard let number = node.scalar.flatMap({ Int($0.string) }) else {
      throw error(node, .expected("a whole number", key: "seed", found: found(node)))
    }
    return Int32(truncatingIfNeeded: number)
  }

  /// A shape with its batch first.
  func shape(_ node: Node, _ key: String) throws(DescriptionError) -> Shape {
    guard let items = node.sequence, (1...8).contains(items.count) else {
      throw error(node, .expected("a list of 1 to 8 dimensions", key: key, found: found(node)))
    }
    var dimensions: [Int] = []
    for item in items { dimensions.append(try count(item, key, from: 1)) }
    let shape = Shape(dimensions)
    guard let elementCount = shape.checkedElementCount, elementCount <= Self.maximumElementCount
    else {
      throw error(
        node, .tooLarge(what: "the size of the \(key)", limit: Self.maximumElementCount))
    }
    return shape
  }

  /// The name of an activation.
  func activation(_ node: Node) throws(DescriptionError) -> ActivationFunction {
    try choice(node, "activation", among: ActivationFunction.allCases)
  }

  /// An initializer: a text in the grammar of the catalog, or its list and mapping forms.
  func initializer(_ node: Node, _ key: String) throws(DescriptionError) -> any Initializer {
    do {
      return try InitializerCatalog.standard.parse(try initializerText(node, key))
    } catch let failure as DescriptionError {
      throw failure
    } catch {
      throw self.error(node, .initializer(key: key, message: "\(error)"))
    }
  }

  /// `[xavier, {magnitude: 2}]` and `xavier: {magnitude: 2}` written as one text.
  private func initializerText(_ node: Node, _ key: String) throws(DescriptionError) -> String {
    switch node {
    case .scalar(let scalar): return scalar.string
    case .sequence(let items) where (1...2).contains(items.count):
      guard let name = items.first?.scalar?.string else { break }
      return try name + arguments(items.count == 2 ? items[1] : nil, key)
    case .mapping(let entries) where entries.count == 1:
      guard let (name, value) = entries.first, let name = name.scalar?.string else { break }
      return try name + arguments(value, key)
    default: break
    }
    throw error(node, .expected("an initializer", key: key, found: found(node)))
  }

  private func arguments(_ node: Node?, _ key: String) throws(DescriptionError) -> String {
    guard let node else { return "" }
    guard let mapping = node.mapping else {
      throw error(node, .expected("a mapping of arguments", key: key, found: found(node)))
    }
    var parts: [String] = []
    for (name, value) in mapping {
      guard let name = name.scalar?.string, let value = value.scalar?.string else {
        throw error(node, .expected("arguments with plain values", key: key, found: found(node)))
      }
      parts.append("\(name): \(value)")
    }
    return "(\(parts.joined(separator: ", ")))"
  }

  /// An error at the line of `node`.
  func error(_ node: Node, _ problem: DescriptionError.Problem) -> DescriptionError {
    DescriptionError(file: file, line: node.mark?.line, problem: problem)
  }

  /// What a message calls the value that was found.
  func found(_ node: Node) -> Phrase {
    switch node {
    case .scalar(let scalar):
      scalar.string.isEmpty ? "nothing" : "'\(scalar.string.prefix(60))'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    default: "an alias"
    }
  }
}
