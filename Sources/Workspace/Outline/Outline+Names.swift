internal import Tensors

extension OutlineBuilder {
  /// Adds the tree that dotted names spell, siblings in natural order.
  ///
  /// - Parameters:
  ///   - tensors: What the file holds, in its order.
  ///   - title: The name of the root.
  /// - Complexity: O(n log n) in the bytes of all names; names that follow one another in the tree
  ///   cost least.
  mutating func add(_ tensors: [TensorDescription], title: String) {
    var tree = NameTree()
    for (index, tensor) in tensors.enumerated() { tree.insert(tensor.name, leaf: index) }
    add(0, of: tree, key: "", name: title, tensors)
  }

  private mutating func add(
    _ node: Int, of tree: NameTree, key: String, name: String, _ tensors: [TensorDescription]
  ) {
    open(key: key, name: name, summary: "")
    for leaf in tree.sortedLeaves(of: node) {
      let tensor = tensors[leaf]
      var info = ParameterInfo(
        name: tensor.name, elementType: tensor.elementType, shape: tensor.shape, state: .ready)
      info.offsetInFile = tensor.offsetInFile
      info.sourceIndex = leaf
      use(add(info), path: tensor.name)
    }
    for child in tree.sortedChildren(of: node) {
      let key = String(decoding: tree.nodes[child].key, as: UTF8.self)
      add(child, of: tree, key: key, name: key, tensors)
    }
    close()
  }
}

/// The parts of dotted names, and the tensors that end there.
///
/// Parts are bytes: strings that only look alike are different names.
private struct NameTree {
  /// The deepest level; what lies deeper stays in one part, so that no name can exhaust the stack.
  static let maximumDepth = 32

  /// A part of a name; the root is the first.
  struct Node {
    let key: [UInt8]
    var leaves: [(index: Int, tail: [UInt8])] = []
    var children: [Int] = []
  }

  private struct ChildKey: Hashable {
    let parent: Int
    let part: [UInt8]
  }

  private(set) var nodes = [Node(key: [])]
  private var positions: [ChildKey: Int] = [:]
  /// The name inserted last, with the node and the end of each of its parts but the last.
  private var lastName: [UInt8] = []
  private var lastPath: [(node: Int, end: Int)] = []

  mutating func insert(_ name: String, leaf: Int) {
    let bytes = Array(name.utf8)
    // Where the last name began in the same way, its path is known.
    var common = 0
    while common < min(bytes.count, lastName.count), bytes[common] == lastName[common] {
      common += 1
    }
    while let last = lastPath.last, last.end >= common { lastPath.removeLast() }
    var start = lastPath.last.map { $0.end + 1 } ?? 0
    while lastPath.count < Self.maximumDepth,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "."))
    {
      let node = child(of: lastPath.last?.node ?? 0, part: Array(bytes[start..<end]))
      lastPath.append((node: node, end: end))
      start = end + 1
    }
    nodes[lastPath.last?.node ?? 0].leaves.append((index: leaf, tail: Array(bytes[start...])))
    lastName = bytes
  }

  private mutating func child(of parent: Int, part: [UInt8]) -> Int {
    let key = ChildKey(parent: parent, part: part)
    if let position = positions[key] { return position }
    nodes.append(Node(key: part))
    nodes[parent].children.append(nodes.count - 1)
    positions[key] = nodes.count - 1
    return nodes.count - 1
  }

  /// The tensors that end at a node, in natural order of what follows it.
  func sortedLeaves(of node: Int) -> [Int] {
    nodes[node].leaves.sorted { naturallyPrecedes($0.tail, $1.tail) }.map(\.index)
  }

  /// The nodes below one, in natural order.
  func sortedChildren(of node: Int) -> [Int] {
    nodes[node].children.sorted { naturallyPrecedes(nodes[$0].key, nodes[$1].key) }
  }
}

/// Whether a name comes before another when runs of digits count as numbers: 2 before 10.
func naturallyPrecedes(_ left: String, _ right: String) -> Bool {
  naturallyPrecedes(Array(left.utf8), Array(right.utf8))
}

private func naturallyPrecedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  var (i, j) = (0, 0)
  while i < left.count, j < right.count {
    if isDigit(left[i]), isDigit(right[j]) {
      let number = takeNumber(left, &i)
      let other = takeNumber(right, &j)
      if number.count != other.count { return number.count < other.count }
      if number != other { return number.lexicographicallyPrecedes(other) }
    } else if left[i] != right[j] {
      return left[i] < right[j]
    } else {
      i += 1
      j += 1
    }
  }
  return i == left.count && j < right.count
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Goes past the digits from a place on, and returns them without leading zeros.
private func takeNumber(_ text: [UInt8], _ place: inout Int) -> ArraySlice<UInt8> {
  let start = place
  while place < text.count, isDigit(text[place]) { place += 1 }
  return text[start..<place].drop { $0 == UInt8(ascii: "0") }
}
