internal import Synchronization

/// What is known while operations are recorded: which block is being called, and how often it was.
///
/// A class, because nested calls share it.
final class Recording: Sendable {
  /// A call that has not returned.
  private struct Frame {
    let place: GradientUse.Place
    /// Under which names the block holds which children.
    let keys: [ObjectIdentifier: [String]]
    /// How often each child has been called from here.
    var calls: [ObjectIdentifier: Int] = [:]
  }

  private struct State {
    var frames: [Frame] = []
    var calls: [String: Int] = [:]
    var useCount = 0
  }

  private let state = Mutex(State())

  /// Notes that a block is being called.
  func enter(_ block: Block) {
    let (identity, name) = (ObjectIdentifier(block), block.name)
    var keys: [ObjectIdentifier: [String]] = [:]
    for child in block.children {
      keys[ObjectIdentifier(child.block), default: []].append(child.key)
    }
    let frozenKeys = keys
    state.withLock { state in
      let (network, path) = Self.locate(identity, name, in: &state.frames)
      let call = (state.calls["\(network)/\(path)"] ?? 0) + 1
      state.calls["\(network)/\(path)"] = call
      let place = GradientUse.Place(network: network, path: path, layer: name, call: call)
      state.frames.append(Frame(place: place, keys: frozenKeys))
    }
  }

  /// Notes that the call of the last block that was entered is over.
  func leave() {
    state.withLock { _ = $0.frames.popLast() }
  }

  /// Where a parameter is being read, and the number of this use.
  func nextUse() -> (place: GradientUse.Place, index: Int) {
    state.withLock { state in
      state.useCount += 1
      let nowhere = GradientUse.Place(network: "", path: "", layer: "", call: state.useCount)
      return (state.frames.last?.place ?? nowhere, state.useCount)
    }
  }

  /// The outermost block and the path below it; a block held twice is called under each name in turn.
  private static func locate(
    _ block: ObjectIdentifier, _ name: String, in frames: inout [Frame]
  ) -> (network: String, path: String) {
    guard let parent = frames.last else { return (name, "") }
    let calls = parent.calls[block] ?? 0
    frames[frames.count - 1].calls[block] = calls + 1
    let keys = parent.keys[block] ?? [name]
    let key = keys[calls % keys.count]
    let path = parent.place.path.isEmpty ? key : "\(parent.place.path).\(key)"
    return (parent.place.network, path)
  }
}

extension Block {
  /// Runs some work as a call of this block, so that what it reads is known to be read by it.
  func calling<Result>(
    _ body: () throws(BlockError) -> Result
  ) throws(BlockError) -> Result {
    let recording = Autograd.mode.recording
    recording?.enter(self)
    defer { recording?.leave() }
    return try body()
  }
}
