/// What the first bytes of a file say it is.
enum FileSignature: Hashable {
  case format(CheckpointFormat)
  case foreign(ForeignFormat)
  case empty
  case unknown(prefix: [UInt8])

  /// How many bytes are looked at; the header of a real file goes on beyond them.
  static let prefixLimitInBytes = 1024

  /// Recognizes a file by its content; the name decides only between two errors.
  static func recognize(_ file: ReadableFile) throws(CheckpointError) -> FileSignature {
    let prefix = try file.read(0..<min(file.byteCount, prefixLimitInBytes))
    return recognize(
      prefix, isWhole: prefix.count == file.byteCount,
      named: CheckpointFormat(endingOf: file.path))
  }

  /// Recognizes the first bytes of a file.
  ///
  /// A safetensors file may begin with any byte, since a length comes first. But its length has
  /// zeros at the end and its header begins with a brace, which no other format has together.
  static func recognize(
    _ prefix: [UInt8], isWhole: Bool, named format: CheckpointFormat? = nil
  ) -> FileSignature {
    if prefix.isEmpty { return .empty }
    let headerStart = prefix.dropFirst(SafetensorsHeader.lengthByteCount).first {
      !JSONScanner.isWhitespace($0)
    }
    let hasBrace = headerStart == UInt8(ascii: "{")
    let hasPlausibleLength =
      SafetensorsHeader.length(in: prefix).map { $0 <= SafetensorsHeader.limitInBytes } ?? false
    if hasPlausibleLength && hasBrace { return .format(.safetensors) }
    if prefix.starts(with: ParamsFormat.magic) { return .format(.params) }
    if prefix.starts(with: NumPyHeader.magic) { return .format(.npy) }
    if prefix.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || prefix.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return .format(.npz)
    }
    if let format = ForeignFormat(magicOf: prefix) { return .foreign(format) }
    if let text = ForeignFormat(textOf: prefix, isWhole: isWhole),
      text != .text || format == nil || format == .safetensors
    {
      return .foreign(text)
    }
    // Damaged, but meant as one of ours: its own errors help more than "unknown".
    if let format { return .format(format) }
    if hasBrace { return .format(.safetensors) }
    return .unknown(prefix: Array(prefix.prefix(8)))
  }
}

extension ForeignFormat {
  /// Recognizes a binary format by its first bytes.
  fileprivate init?(magicOf prefix: [UInt8]) {
    if prefix.starts(with: Array("GGUF".utf8)) {
      self = .gguf
    } else if prefix.starts(with: [0x80, 0x02, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46]) {
      self = .legacyPyTorch
    } else if prefix.starts(with: [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .hdf5
    } else if prefix.starts(with: [0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if prefix.count > 2, prefix[0] == 0x80, (2...5).contains(prefix[1]), prefix[2] != 0 {
      // The third byte is an instruction; a zero there is a short safetensors length.
      self = .pickle
    } else {
      return nil
    }
  }

  /// Recognizes text, and what kind of text it is.
  fileprivate init?(textOf prefix: [UInt8], isWhole: Bool) {
    guard let text = Self.text(prefix, isWhole: isWhole) else { return nil }
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("version https://git-lfs") {
      let size = start.split(separator: "\n").first { $0.hasPrefix("size ") }
      self = .gitLFSPointer(byteCount: size.flatMap { Int($0.dropFirst("size ".count)) })
    } else if ["<!doctype", "<html", "<?xml"].contains(
      where: start.prefix(9).lowercased().hasPrefix)
    {
      self = .html
    } else if start.hasPrefix("{") {
      self = .json
    } else {
      self = .text
    }
  }

  /// The bytes as text, or nil if they have bytes that text does not have.
  private static func text(_ prefix: [UInt8], isWhole: Bool) -> String? {
    let isText = prefix.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
    guard isText else { return nil }
    // The prefix may end inside a character of up to four bytes.
    for dropped in 0...(isWhole ? 0 : min(3, prefix.count)) {
      if let text = String(validating: prefix.dropLast(dropped), as: UTF8.self) { return text }
    }
    return nil
  }
}
