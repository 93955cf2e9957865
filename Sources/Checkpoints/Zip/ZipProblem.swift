internal import Words

/// What can be wrong with a ZIP archive.
public enum ZipProblem: Hashable, Sendable {
  /// There is no directory at the end.
  case noDirectory
  /// The directory claims more than the limit.
  case directoryTooLarge(Claim, UInt64, limit: Int)
  /// The directory does not lie inside of the file.
  case directoryOutside
  /// The directory ends in its entry of this number, or it has another signature.
  case entryDamaged(number: Int)
  /// The archive is one of several files.
  case split
  /// Two entries have the same name.
  case duplicateName
  /// The header in front of the bytes is none, or the bytes do not lie inside of the file.
  case entryOutside
  /// The bytes are encrypted.
  case encrypted
  /// The bytes are compressed in a way that is not read.
  case method(UInt16)
  /// The directory claims another size than the bytes can have.
  case impossibleSize(claimed: Int, stored: Int)
  /// The compressed bytes are damaged.
  case damaged
  /// The compressed bytes end early.
  case endsEarly(needed: Int, available: Int)
  /// The check sum is another one than the directory has.
  case checkSum(expected: UInt32, found: UInt32)

  /// What a directory claims to have.
  public enum Claim: String, Hashable, Sendable {
    /// Entries.
    case entries
    /// Bytes of its own.
    case bytes
  }
}

extension ZipProblem {
  /// What is wrong and what to do, as sentences.
  var phrase: Phrase {
    switch self {
    case .noDirectory:
      "a zip archive without its directory, which stands at the end. The download may be incomplete."
    case .directoryTooLarge(.entries, let count, let limit):
      "the directory of the archive claims \(count) entries, more than the limit of \(limit)."
    case .directoryTooLarge(.bytes, let count, let limit):
      "the directory of the archive claims \(count) bytes, more than the limit of \(limit)."
    case .directoryOutside:
      "the directory of the archive is not where its end says. The file is damaged."
    case .entryDamaged(let number):
      "the directory of the archive is damaged at its entry \(number)."
    case .split: "one part of an archive in several files. Join them first."
    case .duplicateName: "stands twice in the archive. Names must be unique."
    case .entryOutside:
      "its bytes are not where the directory of the archive says. The file is damaged."
    case .encrypted: "is encrypted. Decrypt it first."
    case .method(let code):
      "is compressed by method \(code), expected 0 (stored) or 8 (deflated)."
    case .impossibleSize(let claimed, let stored):
      "claims \(claimed) bytes, which \(stored) bytes in the archive cannot hold. The file is damaged."
    case .damaged: "the compressed bytes are damaged."
    case .endsEarly(let needed, let available):
      "the compressed bytes end after \(available) bytes, expected \(needed). The file is damaged."
    case .checkSum(let expected, let found):
      """
      the bytes have the check sum \(Self.hexadecimal(found)), expected \
      \(Self.hexadecimal(expected)). The file is damaged.
      """
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
