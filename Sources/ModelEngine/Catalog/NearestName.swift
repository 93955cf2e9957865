/// The name that a mistyped one probably means.
///
/// - Parameters:
///   - text: What was typed, in any case.
///   - names: What would have been right.
/// - Returns: The name with the fewest edits, if they are no more than a third of its letters (or one).
public func nearestName(to text: String, among names: [String]) -> String? {
  let typed = Array(text.lowercased())
  let candidates = names.map { (name: $0, distance: editDistance(typed, Array($0.lowercased()))) }
  guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(1, best.name.count / 3) ? best.name : nil
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two texts.
///
/// - Complexity: O(m n).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var cost = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
