internal import Tensors
internal import Workspace

/// What the screen asks of an outline again and again, worked out once.
///
/// The lists of a million tensors are walked when the model changes, not when a key is pressed.
struct OutlineFacts: Hashable, Sendable {
  /// The unique elements and bytes below each block.
  private(set) var totals: [ParameterTotal]
  /// The blocks that use each sharing group, ascending.
  private(set) var usersOfTie: [[Int]]
  /// The runs of like layers.
  private(set) var runs: [LayerRun]
  /// The position of the run that each block is a member of, by the position of the block.
  private(set) var runOfNode: [Int?]
  /// The runs below a block, by its position.
  private(set) var runsBelow: [Int: [Int]]
  /// The blocks that hold nothing but runs and their odd ones, and share a row with them.
  private(set) var mergedParents: Set<Int>
  /// The odd ones out, and the run that each differs from.
  private(set) var oddOnes: [Int: Int]
  /// What the title says.
  private(set) var tally: Tally
  private var nodes: [OutlineNode]
  private var uses: [ParameterUse]

  /// Numbers about the whole model.
  struct Tally: Hashable, Sendable {
    var layerCount = 0
    /// The parameters that something uses.
    var usedCount = 0
    var waitingCount = 0
    var sharedCount = 0
    var modifiedCount = 0
    /// The element type, if there is only one.
    var onlyType: ElementType?
    /// Whether no block contains another but the root.
    var isFlat = true
  }

  /// Works out the facts; what depends on the structure alone is taken from facts known before.
  init(_ outline: Outline, knowing known: OutlineFacts? = nil) {
    (nodes, uses) = (outline.nodes, outline.uses)
    totals = Self.totals(outline)
    tally = Tally(outline)
    usersOfTie = Self.users(outline)
    if let known, known.nodes == outline.nodes, known.uses == outline.uses {
      (runs, runOfNode, runsBelow) = (known.runs, known.runOfNode, known.runsBelow)
      (mergedParents, oddOnes) = (known.mergedParents, known.oddOnes)
      return
    }
    runs = outline.layerRuns()
    runOfNode = [Int?](repeating: nil, count: outline.nodes.count)
    (runsBelow, oddOnes, mergedParents) = ([:], [:], [])
    for (index, run) in runs.enumerated() {
      for member in run.members { runOfNode[member] = index }
      for odd in run.oddOnes { oddOnes[odd] = index }
      runsBelow[run.parent, default: []].append(index)
    }
    // One of several like layers keeps its own row, which says how many there are.
    for (parent, runs) in runsBelow
    where outline.nodes[parent].parent != nil && runOfNode[parent] == nil {
      // No block is a member of two runs; an odd one may differ from several.
      let memberCount = runs.reduce(0) { $0 + self.runs[$1].members.count }
      let oddCount = Set(runs.flatMap { self.runs[$0].oddOnes }).count
      let isFilled = outline.children(of: parent).count == memberCount + oddCount
      if isFilled, outline.nodes[parent].ownUses.isEmpty { mergedParents.insert(parent) }
    }
  }

  private static func totals(_ outline: Outline) -> [ParameterTotal] {
    var totals = [ParameterTotal](repeating: ParameterTotal(), count: outline.nodes.count)
    // What is used once is added up from below; what is shared counts once in every block.
    // By position: a million parameters are not copied.
    let parameters = outline.parameters
    for index in parameters.indices where parameters[index].uses.count == 1 {
      totals[outline.uses[parameters[index].uses[0]].node].add(parameters[index])
    }
    for node in outline.nodes.indices.reversed() {
      if let parent = outline.nodes[node].parent { totals[parent].add(totals[node]) }
    }
    for index in parameters.indices where parameters[index].uses.count > 1 {
      for block in outline.blocks(using: parameters[index]) { totals[block].add(parameters[index]) }
    }
    return totals
  }

  private static func users(_ outline: Outline) -> [[Int]] {
    var users: [[Int]] = []
    for index in outline.parameters.indices {
      guard let tie = outline.parameters[index].tie, tie >= 0 else { continue }
      while users.count <= tie { users.append([]) }
      users[tie] += outline.parameters[index].uses.map { outline.uses[$0].node }
    }
    return users.map { Set($0).sorted() }
  }
}

extension OutlineFacts.Tally {
  init(_ outline: Outline) {
    for index in outline.nodes.indices {
      if !outline.nodes[index].ownUses.isEmpty { layerCount += 1 }
      if outline.nodes[index].depth > 1 { isFlat = false }
    }
    let parameters = outline.parameters
    onlyType = parameters.first?.elementType
    for index in parameters.indices where !parameters[index].uses.isEmpty {
      usedCount += 1
      if parameters[index].state != .ready { waitingCount += 1 }
      if parameters[index].uses.count > 1 { sharedCount += 1 }
      if parameters[index].isModified { modifiedCount += 1 }
      if parameters[index].elementType != onlyType { onlyType = nil }
    }
  }
}

extension Outline {
  /// Every block that uses a parameter or contains one that does.
  fileprivate func blocks(using parameter: ParameterInfo) -> Set<Int> {
    var blocks = Set<Int>()
    for use in parameter.uses {
      var above: Int? = uses[use].node
      while let block = above, blocks.insert(block).inserted { above = nodes[block].parent }
    }
    return blocks
  }
}

extension ParameterTotal {
  fileprivate mutating func add(_ parameter: ParameterInfo) {
    guard let count = parameter.elementCount else {
      isPartial = true
      return
    }
    elementCount += count
    byteCount += parameter.byteCount
  }

  fileprivate mutating func add(_ other: ParameterTotal) {
    elementCount += other.elementCount
    byteCount += other.byteCount
    isPartial = isPartial || other.isPartial
  }
}
