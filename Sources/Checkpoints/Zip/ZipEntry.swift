/// One file in an archive, as the directory at its end describes it.
struct ZipEntry: Hashable, Sendable {
  /// The name, with slashes.
  let name: String
  /// How the bytes are stored.
  let method: Method
  /// The check sum of the bytes.
  let crc: UInt32
  /// The size in the archive.
  let storedByteCount: Int
  /// The size of the bytes themselves, which only reading proves.
  let byteCount: Int
  /// Where the entry's own header stands in the file.
  let headerOffset: Int

  /// How the bytes of an entry are stored.
  ///
  /// Source: PKWARE APPNOTE 6.3.10, section 4.4.5.
  enum Method: Hashable, Sendable {
    case stored
    case deflated
    case unknown(UInt16)
    case encrypted

    init(code: UInt16, flags: UInt16) {
      switch (flags & ZipFormat.encryptedFlag, code) {
      case (0, 0): self = .stored
      case (0, 8): self = .deflated
      case (0, _): self = .unknown(code)
      default: self = .encrypted
      }
    }
  }
}

/// The numbers of the ZIP format.
///
/// Source: PKWARE APPNOTE 6.3.10, section 4.3.
enum ZipFormat {
  static let localSignature: UInt32 = 0x0403_4B50
  static let entrySignature: UInt32 = 0x0201_4B50
  static let endSignature: UInt32 = 0x0605_4B50
  static let longEndSignature: UInt32 = 0x0606_4B50
  static let longEndLocatorSignature: UInt32 = 0x0706_4B50

  static let localByteCount = 30
  static let entryByteCount = 46
  static let endByteCount = 22
  static let longEndByteCount = 56
  static let locatorByteCount = 20

  static let encryptedFlag: UInt16 = 1
  static let utf8Flag: UInt16 = 1 << 11
  /// Which part of the extra bytes holds sizes and offsets of 64 bits.
  static let longSizesID: UInt16 = 1

  /// The most entries that are looked at.
  static let entryLimit = 1_000_000
  /// The largest directory that is read, in bytes.
  static let directoryLimitInBytes = 256 << 20
  /// The most bytes that one byte of a deflated stream can stand for.
  ///
  /// Source: zlib, "Technical details".
  static let deflateLimit = 1032
}
