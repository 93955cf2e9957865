internal import Checkpoints
internal import Foundation
internal import ModelEngine
public import Tensors
/// What a user names a model by: nothing, `example:NAME`, or a path.
public enum ModelLocator: Hashable, Sendable {
  /// A built-in example, by its name.
  case example(String)
  /// A file: a network description or a checkpoint; its content decides which.
  case file(String)

  /// Understands an argument; nil means the example `mlp`.
  public init(_ argument: String?) {
    guard let argument else {
      self = .example(BuiltInExample.mlp.rawValue)
      return
    }
    let scheme = "example:"
    self =
      argument.hasPrefix(scheme)
      ? .example(String(argument.dropFirst(scheme.count))) : .file(argument)
  }

  /// The locator as it is written.
  public var text: String {
    switch self {
    case .example(let name): "example:\(name)"
    case .file(let path): path
    }
  }

  /// The last part, for a title.
  var title: String {
    switch self {
    case .example: text
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    }
  }
}

/// What a user says of the network that is built.
public struct BuildOptions: Hashable, Sendable {
  /// The seed of the stream; beats that of the description, which beats 0.
  public var seed: Int32?
  /// The shape of the input; beats that of the description.
  public var input: Shape?

  /// Creates options; by default the description decides.
  public init(seed: Int32? = nil, input: Shape? = nil) {
    self.seed = seed
    self.input = input
  }

  /// The shape of an input as a person writes it, `2,20` or `2x20`; nil if it is none, or too large.
  public static func inputShape(_ text: String) -> Shape? {
    let parts = text.split(omittingEmptySubsequences: false) { ",x×".contains($0) }
    let dimensions = parts.compactMap { Int($0) }
    guard dimensions.count == parts.count, (1...8).contains(parts.count),
      dimensions.allSatisfy({ $0 > 0 }),
      let count = Shape(dimensions).checkedElementCount, count <= mostInputElements
    else { return nil }
    return Shape(dimensions)
  }

  /// The largest number of elements of an input.
  private static let mostInputElements = 1 << 28
}

extension OpenModel {
  /// Opens a model, whatever it is.
  ///
  /// Of a checkpoint only the header is read. A network is built, initialized and, where it has an
  /// input, run once.
  ///
  /// - Throws: An error that says what is wrong and where.
  public static func open(
    _ locator: ModelLocator, options: BuildOptions = BuildOptions()
  ) throws(WorkspaceError) -> OpenModel {
    let model = try read(locator, options: options)
    model.source = Source(locator: locator, options: options)
    return model
  }

  private static func read(
    _ locator: ModelLocator, options: BuildOptions
  ) throws(WorkspaceError) -> OpenModel {
    switch locator {
    case .example(let name):
      let known = BuiltInExample.allCases.map(\.rawValue)
      guard let example = BuiltInExample(rawValue: name) else {
        throw .unknownExample(name, known: known, nearest: nearestName(to: name, among: known))
      }
      return try open(description: example.text, locator: locator, options: options)
    case .file(let path):
      do {
        return OpenModel(try Checkpoint.open(path), locator: locator)
      } catch {
        if error.problem == .foreign(.json), holdsSymbol(path) {
          return try open(symbol: path, locator: locator, options: options)
        }
        guard let text = descriptionText(path, error) else { throw .checkpoint(error) }
        return try open(description: text, locator: locator, options: options)
      }
    }
  }

  private static func open(
    description: String, locator: ModelLocator, options: BuildOptions
  ) throws(WorkspaceError) -> OpenModel {
    do {
      var reader = DescriptionReader(file: locator.title)
      let description = try reader.read(description)
      return try OpenModel(description, locator: locator, options: options)
    } catch {
      throw .description(error)
    }
  }

  /// The text of a file that is no checkpoint but may describe a network.
  private static func descriptionText(_ path: String, _ error: CheckpointError) -> String? {
    guard error.problem == .foreign(.text) || error.problem == .foreign(.json),
      let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: DescriptionReader.maximumByteCount + 1)
    else { return nil }
    var text = String(decoding: data, as: UTF8.self)
    // Some editors put a byte order mark in front, which the parser would take for text.
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let isNamedDescription = [".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) }
    return isNamedDescription || hasLayersKey(text) ? text : nil
  }

  /// Whether a text has the key `layers`, which every description has: not `num_hidden_layers`, nor
  /// a tensor's name with layers in it.
  private static func hasLayersKey(_ text: String) -> Bool {
    text.utf8.indices.contains { index in
      guard text.utf8[index...].starts(with: "layers".utf8) else { return false }
      let before = text.utf8[..<index].last.map { " \t\r\n{,\"'".utf8.contains($0) } ?? true
      let after = text.utf8[index...].dropFirst(6).drop { " \"'".utf8.contains($0) }.first
      return before && after == UInt8(ascii: ":")
    }
  }
}
