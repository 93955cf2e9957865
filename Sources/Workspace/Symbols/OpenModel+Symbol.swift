internal import Checkpoints
internal import Foundation
internal import ModelEngine
internal import Tensors
internal import Words

extension OpenModel {
  /// Whether JSON text is a graph of MXNet's: one of its first keys is `nodes`.
  static func holdsSymbol(_ path: String) -> Bool {
    if SymbolGraph.stem(of: path) != nil { return true }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: 1024)
    else { return false }
    return String(decoding: data, as: UTF8.self).contains("\"nodes\"")
  }

  /// Opens a graph, with the newest of the files of parameters beside it.
  static func open(
    symbol path: String, locator: ModelLocator, options: BuildOptions
  ) throws(WorkspaceError) -> OpenModel {
    let context = ModelContext(seed: Int(options.seed ?? 0))
    // A task local passes on errors without their type.
    let opened = ModelContext.$current.withValue(context) {
      Result { () throws(WorkspaceError) in
        let symbol = try SymbolNetwork(reading: path, title: locator.title)
        return (symbol, try run(symbol.network, on: options.input, title: locator.title))
      }
    }
    let (symbol, output) = try opened.get()
    let model = OpenModel(
      symbol.network, context: context, input: options.input, locator: locator
    ) { _ in nil }
    model.symbol = symbol
    model.firstOutput = output
    return model
  }

  /// What a network makes of an input that is drawn, if one is asked for.
  private static func run(
    _ network: HybridBlock, on input: Shape?, title: String
  ) throws(WorkspaceError) -> Tensor? {
    guard let input else { return nil }
    do {
      try network(shape: input)
      guard ForwardCost.isLow(network, input) else { return nil }
      return try network(ModelContext.current.uniform(shape: input))
    } catch {
      throw .symbol(SymbolError(file: title, .refused(Phrase(verbatim: oneLine("\(error)")))))
    }
  }
}
