/// The numbers of MXNet's `.params` format.
///
/// A file is 0x112, a reserved number, the arrays after their count, and the names after theirs, all
/// little-endian. Source: `NDArray::Save` and `MXNDArraySave` of MXNet 1.9.1.
enum ParamsFormat {
  /// What every file begins with.
  static let magic: [UInt8] = [0x12, 0x01, 0, 0, 0, 0, 0, 0]
  /// The bytes in front of the first array: magic, reserved, count.
  static let headerByteCount = 24
  /// The largest number of arrays that is looked at.
  static let arrayLimit = 1_000_000
  /// The largest number of dimensions, that of NumPy.
  static let rankLimit = 32
  /// The longest name in bytes.
  static let nameLimitInBytes = 65_536
  /// The largest size of a sparse array with its zeros in bytes.
  static let denseLimitInBytes = 1 << 32

  /// How an array is described, by the number in front of it.
  enum Version: UInt32, Comparable {
    /// The number is that of the dimensions, which have 32 bits.
    case v0 = 0
    /// Dimensions of 64 bits.
    case v1 = 0xF993_FAC8
    /// A kind of storage as well.
    case v2 = 0xF993_FAC9
    /// Scalars as well, as NumPy has them.
    case v3 = 0xF993_FACA

    /// The short name.
    var name: String {
      switch self {
      case .v0: "V0"
      case .v1: "V1"
      case .v2: "V2"
      case .v3: "V3"
      }
    }

    static func < (left: Version, right: Version) -> Bool { left.rawValue < right.rawValue }
  }

  /// The kind of storage in which every element stands.
  static let denseStorage: Int32 = 0
}
