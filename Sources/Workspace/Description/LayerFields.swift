internal import ModelEngine
internal import Tensors
internal import Words
internal import Yams

/// The keys and values of one layer, read by type; every key was checked to be allowed.
struct LayerFields {
  let reader: DescriptionReader
  /// The kind of the layer, for messages.
  let context: Phrase
  let node: Node
  let entries: [String: Node]

  /// Reads the mapping of a layer; nothing at all stands for no arguments.
  init(
    _ reader: DescriptionReader, _ node: Node, context: Phrase, allowed: [String]
  ) throws(DescriptionError) {
    self.reader = reader
    self.context = context
    self.node = node
    let isEmpty = node.scalar.map { ["", "~", "null"].contains($0.string) } ?? false
    entries = isEmpty ? [:] : try reader.mapping(node, context: context, allowed: allowed)
  }

  /// A whole number that must be given.
  func requiredCount(_ key: String) throws(DescriptionError) -> Int {
    guard let node = entries[key] else {
      throw reader.error(node, .missingKey(key, context: context))
    }
    return try reader.count(node, key, from: 1)
  }

  /// A whole number from 0, or what stands for none.
  func count(
    _ key: String, default fallback: Int, from least: Int = 0,
    to most: Int = DescriptionReader.maximumElementCount
  ) throws(DescriptionError) -> Int {
    guard let node = entries[key] else { return fallback }
    return try reader.count(node, key, from: least, to: most)
  }

  /// Yes or no.
  func bool(_ key: String, default fallback: Bool) throws(DescriptionError) -> Bool {
    guard let node = entries[key] else { return fallback }
    return try reader.bool(node, key)
  }

  /// A text.
  func string(_ key: String) throws(DescriptionError) -> String? {
    guard let node = entries[key] else { return nil }
    return try reader.string(node, key)
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: Choice
  ) throws(DescriptionError) -> Choice where Choice.RawValue == String {
    guard let node = entries[key] else { return fallback }
    return try reader.choice(node, key, among: Array(Choice.allCases))
  }

  /// The name of an activation, or none.
  func activation() throws(DescriptionError) -> ActivationFunction? {
    guard let node = entries["activation"] else { return nil }
    return try reader.activation(node)
  }

  /// An initializer, or none.
  func initializer(_ key: String) throws(DescriptionError) -> (any Initializer)? {
    guard let node = entries[key] else { return nil }
    return try reader.initializer(node, key)
  }

  /// A number in a range.
  func number(
    _ key: String, default fallback: Scalar, in range: ClosedRange<Double>
  ) throws(DescriptionError) -> Scalar {
    guard let node = entries[key] else { return fallback }
    return try reader.number(node, key, in: range)
  }

  /// A height and a width, given as one number or as two.
  func extent(_ key: String, from least: Int) throws(DescriptionError) -> Extent? {
    guard let node = entries[key] else { return nil }
    return try reader.extent(node, key, from: least)
  }

  /// The type of the parameters.
  func elementType() throws(DescriptionError) -> ElementType {
    guard let node = entries["dtype"] else { return .float32 }
    return try reader.choice(node, "dtype", among: [.float16, .float32, .float64])
  }

  /// Refuses any layout of images but the one that there is.
  func checkImageLayout() throws(DescriptionError) {
    guard let node = entries["layout"], node.scalar?.string != "NCHW" else { return }
    throw reader.error(
      node, .expected("NCHW", key: "layout", found: reader.found(node)))
  }
}
