private import Glibc

/// Sums over pairs of elements, from which differences are told.
struct DifferenceSums {
  private let tolerance: Double
  /// What sums multiply every element by, so that squares neither overflow nor vanish.
  private let scale: Double
  private let rowLength: Int
  private var difference = ElementDifference()
  private var firstSquares = 0.0
  private var secondSquares = 0.0
  private var products = 0.0
  private var differenceSquares = 0.0
  private var largest = 0.0
  private var firstSpread = Spread()
  private var secondSpread = Spread()
  private var lastChangedRow = -1

  init(shape dimensions: [Int], tolerance: Double, scale: Double = 1) {
    self.tolerance = tolerance
    self.scale = scale
    rowLength = max(1, dimensions.dropFirst().reduce(1, *))
    difference.rowCount = dimensions.first ?? 1
  }

  /// Adds the next elements of both tensors.
  ///
  /// - Parameters:
  ///   - first: Elements of the first tensor.
  ///   - second: As many of the second.
  ///   - areEqual: Whether the elements at an index are equal; nil to compare their values.
  mutating func add(_ first: [Double], _ second: [Double], areEqual: ((Int) -> Bool)? = nil) {
    // Blocks of 256 keep the rounding of long sums small.
    for start in stride(from: 0, to: first.count, by: 256) {
      var sums = (0.0, 0.0, 0.0, 0.0)
      for index in start..<min(start + 256, first.count) {
        let (a, b) = (first[index], second[index])
        let delta = b - a
        if areEqual.map({ !$0(index) }) ?? !(a == b || (a.isNaN && b.isNaN)) {
          note(a, b, delta, at: index)
        }
        guard a.isFinite, b.isFinite else { continue }
        if difference.maxAbs == nil { difference.maxAbs = 0 }
        let (x, y, d) = (a * scale, b * scale, b * scale - a * scale)
        largest = max(largest, abs(a), abs(b))
        sums.0 += x * x
        sums.1 += y * y
        sums.2 += x * y
        sums.3 += d * d
        firstSpread.add(x)
        secondSpread.add(y)
      }
      firstSquares += sums.0
      secondSquares += sums.1
      products += sums.2
      differenceSquares += sums.3
    }
    difference.count += first.count
  }

  /// Takes note of two elements that are not equal.
  private mutating func note(_ a: Double, _ b: Double, _ delta: Double, at index: Int) {
    let isFinite = a.isFinite && b.isFinite
    if isFinite {
      difference.maxAbs = max(difference.maxAbs ?? 0, abs(delta))
      if abs(delta) <= tolerance, tolerance > 0 { return }
    } else {
      difference.nonFiniteChangeCount += 1
    }
    difference.changedCount += 1
    if b > a { difference.increasedCount += 1 }
    if b < a { difference.decreasedCount += 1 }
    let row = (difference.count + index) / rowLength
    if row != lastChangedRow {
      difference.changedRowCount += 1
      lastChangedRow = row
    }
  }

  /// A scale with which the sums can be trusted, if this one was not; nil if it was.
  var betterScale: Double? {
    let isSafe = largest == 0 || (1e-120...1e120).contains(largest * scale)
    return isSafe || scale != 1 ? nil : exp2(-Double(largest.exponent))
  }

  /// The difference of everything that was added.
  var result: ElementDifference {
    var result = difference
    guard difference.maxAbs != nil else { return result }
    result.firstDeviation = firstSpread.deviation.map { $0 / scale }
    result.secondDeviation = secondSpread.deviation.map { $0 / scale }
    result.relativeL2 =
      differenceSquares == 0
      ? 0 : firstSquares == 0 ? nil : (differenceSquares / firstSquares).squareRoot()
    if firstSquares > 0, secondSquares > 0 {
      let cosine = products / (firstSquares.squareRoot() * secondSquares.squareRoot())
      result.cosine = differenceSquares == 0 ? 1 : min(max(cosine, -1), 1)
    }
    return result
  }
}

/// A standard deviation in one pass, from sums of differences to the first number.
private struct Spread {
  private var count = 0.0
  private var origin = 0.0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ value: Double) {
    if count == 0 { origin = value }
    let difference = value - origin
    count += 1
    sum += difference
    squares += difference * difference
  }

  /// That of all numbers; nil for none.
  var deviation: Double? {
    guard count > 0 else { return nil }
    return max(0, squares / count - sum / count * (sum / count)).squareRoot()
  }
}
