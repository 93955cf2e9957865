internal import Tensors

extension OutlineBuilder {
  /// Adds the tree that dotted names spell, siblings in natural order.
  ///
  /// - Parameters:
  ///   - tensors: What the file holds, in its order.
  ///   - title: The name of the root.
  mutating func add(_ tensors: [TensorDescription], title: String) {
    var root = NameTree()
    for (index, tensor) in tensors.enumerated() {
      root.insert(tensor.name.split(separator: ".", omittingEmptySubsequences: false), leaf: index)
    }
    add(root, key: "", name: title, tensors)
  }

  private mutating func add(
    _ tree: NameTree, key: String, name: String, _ tensors: [TensorDescription]
  ) {
    open(key: key, name: name, summary: "")
    for leaf in tree.leaves.sorted(by: { naturallyPrecedes(tensors[$0].name, tensors[$1].name) }) {
      let tensor = tensors[leaf]
      var info = ParameterInfo(
        name: tensor.name, elementType: tensor.elementType, shape: tensor.shape, state: .ready)
      info.offsetInFile = tensor.offsetInFile
      info.sourceIndex = leaf
      use(add(info), path: tensor.name)
    }
    let children = tree.children.map {
      (key: String(decoding: $0.key, as: UTF8.self), tree: $0.value)
    }
    for child in children.sorted(by: { naturallyPrecedes($0.key, $1.key) }) {
      add(child.tree, key: child.key, name: child.key, tensors)
    }
    close()
  }
}

/// The parts of dotted names, and the tensors that end there.
private struct NameTree {
  /// The deepest level; what lies deeper stays in one part, so that no name can exhaust the stack.
  static let maximumDepth = 32

  var leaves: [Int] = []
  /// By the bytes of the part: strings that only look alike are different names.
  var children: [[UInt8]: NameTree] = [:]

  mutating func insert(_ parts: [Substring], leaf: Int, depth: Int = 0) {
    guard let part = parts.first, parts.count > 1, depth < Self.maximumDepth else {
      leaves.append(leaf)
      return
    }
    children[Array(part.utf8), default: NameTree()].insert(
      Array(parts.dropFirst()), leaf: leaf, depth: depth + 1)
  }
}

/// Whether a name comes before another when runs of digits count as numbers: 2 before 10.
func naturallyPrecedes(_ left: String, _ right: String) -> Bool {
  var left = Substring(left).utf8
  var right = Substring(right).utf8
  while let first = left.first, let second = right.first {
    if isDigit(first), isDigit(second) {
      let leftDigits = takeNumber(&left)
      let rightDigits = takeNumber(&right)
      if leftDigits.count != rightDigits.count { return leftDigits.count < rightDigits.count }
      if leftDigits != rightDigits { return leftDigits.lexicographicallyPrecedes(rightDigits) }
    } else if first != second {
      return first < second
    } else {
      left.removeFirst()
      right.removeFirst()
    }
  }
  return left.isEmpty && !right.isEmpty
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Takes the digits at the front, without leading zeros.
private func takeNumber(_ text: inout Substring.UTF8View) -> [UInt8] {
  let digits = text.prefix(while: isDigit)
  text.removeFirst(digits.count)
  return Array(digits.drop { $0 == UInt8(ascii: "0") })
}
