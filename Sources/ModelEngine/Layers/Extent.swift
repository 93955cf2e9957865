/// A height and a width, as of a convolution's kernel; a number stands for both.
public struct Extent: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The size from top to bottom.
  public let height: Int
  /// The size from left to right.
  public let width: Int

  /// Creates an extent.
  public init(_ height: Int, _ width: Int) {
    self.height = height
    self.width = width
  }

  /// Creates a square extent.
  public init(_ size: Int) { self.init(size, size) }

  /// Creates a square extent.
  public init(integerLiteral size: Int) { self.init(size) }

  /// What Python prints: `(3, 3)`.
  public var description: String { "(\(height), \(width))" }
}

extension Extent: CustomStringConvertible {}
