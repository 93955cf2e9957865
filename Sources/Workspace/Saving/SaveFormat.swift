public import Checkpoints

/// What kind of file a model is saved as; the end of the file's name says which.
public enum SaveFormat: Hashable, Sendable {
  /// A file of parameters.
  case parameters(CheckpointFormat)
  /// A graph of MXNet's, with a file of its parameters beside it.
  case graph

  /// All of them, the usual one first.
  public static let all: [SaveFormat] =
    [CheckpointFormat.safetensors, .params, .npz, .npy].map(SaveFormat.parameters) + [.graph]

  /// The format of a path; safetensors if its end says nothing.
  public init(endingOf path: String) {
    self =
      SymbolGraph.stem(of: path) == nil
      ? .parameters(CheckpointFormat(endingOf: path) ?? .safetensors) : .graph
  }

  /// The name its authors use.
  public var name: String {
    switch self {
    case .parameters(let format): format.name
    case .graph: "symbol.json"
    }
  }

  /// What names of such files end with.
  public var ending: String { self == .graph ? "-symbol.json" : "." + name }

  /// The path of the same file in this format.
  public func renaming(_ path: String) -> String {
    let present = Self(endingOf: path).ending
    let stem = path.lowercased().hasSuffix(present) ? String(path.dropLast(present.count)) : path
    return stem + ending
  }
}
