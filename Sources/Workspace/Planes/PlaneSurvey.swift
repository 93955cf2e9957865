/// What there is to know of a whole plane: a map of blocks, and each row and column by its numbers.
public struct PlaneSurvey: Hashable, Sendable {
  /// The standard deviation of each block, row of blocks after row; nil where nothing is finite.
  public let blocks: [Double?]
  /// The number of rows of blocks.
  public let blockRowCount: Int
  /// The number of columns of blocks.
  public let blockColumnCount: Int
  /// Each row and column, or nil if the plane is too large to read all of it.
  public let lines: Lines?

  /// The numbers of each row and column.
  public struct Lines: Hashable, Sendable {
    /// The rows.
    public let rows: [Line]
    /// The columns.
    public let columns: [Line]
  }

  /// The numbers of one row or column.
  public struct Line: Hashable, Sendable {
    /// The mean of the finite values.
    public let mean: Double
    /// Their standard deviation.
    public let standardDeviation: Double
    /// Whether every value is zero, in more than one place.
    public let isDead: Bool

    /// The numbers of some values.
    public init(_ values: [Double]) {
      var sums = LineSums()
      for value in values { sums.add(value) }
      self.init(sums)
    }

    init(_ sums: LineSums) {
      mean = sums.mean ?? .nan
      standardDeviation = sums.standardDeviation ?? .nan
      isDead = sums.isDead
    }
  }

  /// The block that a row or column of so many belongs to.
  public static func block(of index: Int, count: Int, blockCount: Int) -> Int {
    // No product of large numbers: it might overflow.
    count <= blockCount ? index : Int(Double(index) / Double(count) * Double(blockCount))
  }
}

/// Sums of distances from the first value, which do not cancel where values lie close together.
struct LineSums {
  private var first = 0.0
  private var count = 0
  private var distances = 0.0
  private var squares = 0.0
  private var zeroCount = 0
  private var totalCount = 0

  mutating func add(_ value: Double) {
    totalCount += 1
    guard value.isFinite else { return }
    if count == 0 { first = value }
    count += 1
    if value == 0 { zeroCount += 1 }
    let distance = value - first
    distances += distance
    squares += distance * distance
  }

  var standardDeviation: Double? {
    guard count > 0 else { return nil }
    let mean = distances / Double(count)
    return max(0, squares / Double(count) - mean * mean).squareRoot()
  }

  var mean: Double? { count == 0 ? nil : first + distances / Double(count) }

  /// Whether every value is zero, in more than one place.
  var isDead: Bool { totalCount > 1 && zeroCount == totalCount }
}
