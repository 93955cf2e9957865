/// The directory of a ZIP archive.
struct ZipArchive: Sendable {
  let file: ReadableFile
  /// What is in the archive, in the order of its directory.
  let entries: [ZipEntry]

  /// Reads the directory at the end of a file.
  ///
  /// - Throws: An error if it is missing, damaged, or beyond a limit.
  /// - Complexity: O(n) in the size of the directory.
  init(reading file: ReadableFile) throws(CheckpointError) {
    let end = try ZipEnd(reading: file)
    let bytes = try file.read(end.directory)
    var entries: [ZipEntry] = []
    var keys = KeyTable()
    var offset = 0
    for number in 0..<end.entryCount {
      guard let (entry, next) = ZipEntry.read(bytes, at: offset, shift: end.shift) else {
        throw CheckpointError(
          file.path, .zip(.entryDamaged(number: number)), offset: end.directory.lowerBound + offset)
      }
      if keys.insert(JSONScanner.Key(text: entry.name, offset: offset)) != nil {
        throw CheckpointError(file.path, .zip(.duplicateName)).naming(entry.name)
      }
      entries.append(entry)
      offset = next
    }
    self.file = file
    self.entries = entries
  }
}

/// What the end of an archive says of its directory.
private struct ZipEnd {
  var entryCount: Int
  var directory: Range<Int>
  /// How much longer the file is than its offsets say: bytes that were put in front of it.
  var shift: Int

  init(reading file: ReadableFile) throws(CheckpointError) {
    let tailLength = min(file.byteCount, ZipFormat.endByteCount + Int(UInt16.max))
    let tailStart = file.byteCount - tailLength
    let tail = try file.read(tailStart..<file.byteCount)
    guard let index = Self.position(in: tail) else {
      throw CheckpointError(file.path, .zip(.noDirectory))
    }
    var position = tailStart + index
    guard tail.number(UInt16.self, at: index + 4) == tail.number(UInt16.self, at: index + 6) else {
      throw CheckpointError(file.path, .zip(.split))
    }
    var count = UInt64(tail.number(UInt16.self, at: index + 10))
    var size = UInt64(tail.number(UInt32.self, at: index + 12))
    var offset = UInt64(tail.number(UInt32.self, at: index + 16))
    if let (longPosition, long) = try Self.long(before: position, in: file) {
      position = longPosition
      count = long.number(UInt64.self, at: 32)
      size = long.number(UInt64.self, at: 40)
      offset = long.number(UInt64.self, at: 48)
    }
    try Self.check(.entries, count, ZipFormat.entryLimit, file)
    try Self.check(.bytes, size, ZipFormat.directoryLimitInBytes, file)
    guard size <= position, offset <= UInt64(position) - size else {
      throw CheckpointError(file.path, .zip(.directoryOutside), offset: position)
    }
    entryCount = Int(count)
    directory = (position - Int(size))..<position
    shift = directory.lowerBound - Int(offset)
  }

  /// Where the end stands: its comment reaches the end of the file.
  private static func position(in tail: [UInt8]) -> Int? {
    guard tail.count >= ZipFormat.endByteCount else { return nil }
    return (0...(tail.count - ZipFormat.endByteCount)).last { index in
      guard tail[index] == 0x50, tail.number(UInt32.self, at: index) == ZipFormat.endSignature
      else { return false }
      let comment = Int(tail.number(UInt16.self, at: index + 20))
      return index + ZipFormat.endByteCount + comment == tail.count
    }
  }

  /// The end with numbers of 64 bits, if there is one in front of that with 32.
  private static func long(
    before position: Int, in file: ReadableFile
  ) throws(CheckpointError) -> (position: Int, bytes: [UInt8])? {
    let locatorStart = position - ZipFormat.locatorByteCount
    guard locatorStart >= 0 else { return nil }
    let locator = try file.read(locatorStart..<position)
    guard locator.number(UInt32.self, at: 0) == ZipFormat.longEndLocatorSignature else {
      return nil
    }
    // Bytes in front of the archive shift the place that the locator says; it follows the end.
    let start = locatorStart - ZipFormat.longEndByteCount
    guard start >= 0 else { return nil }
    let bytes = try file.read(start..<locatorStart)
    guard bytes.number(UInt32.self, at: 0) == ZipFormat.longEndSignature else {
      throw CheckpointError(file.path, .zip(.directoryOutside), offset: start)
    }
    return (start, bytes)
  }

  private static func check(
    _ claim: ZipProblem.Claim, _ count: UInt64, _ limit: Int, _ file: ReadableFile
  ) throws(CheckpointError) {
    guard count <= limit else {
      throw CheckpointError(file.path, .zip(.directoryTooLarge(claim, count, limit: limit)))
    }
  }
}

extension ZipEntry {
  /// Reads an entry of the directory, and where the next one starts; nil if it is damaged.
  fileprivate static func read(
    _ bytes: [UInt8], at start: Int, shift: Int
  ) -> (entry: ZipEntry, next: Int)? {
    let nameStart = start + ZipFormat.entryByteCount
    guard nameStart <= bytes.count,
      bytes.number(UInt32.self, at: start) == ZipFormat.entrySignature
    else { return nil }
    let flags = bytes.number(UInt16.self, at: start + 8)
    let extraStart = nameStart + Int(bytes.number(UInt16.self, at: start + 28))
    let commentStart = extraStart + Int(bytes.number(UInt16.self, at: start + 30))
    let next = commentStart + Int(bytes.number(UInt16.self, at: start + 32))
    guard next <= bytes.count else { return nil }
    var sizes = LongSizes(bytes[extraStart..<commentStart])
    guard let size = sizes.number(bytes.number(UInt32.self, at: start + 24)),
      let stored = sizes.number(bytes.number(UInt32.self, at: start + 20)),
      let offset = sizes.number(bytes.number(UInt32.self, at: start + 42)),
      let headerOffset = Int(exactly: offset.addingReportingOverflow(UInt64(shift)).partialValue),
      let byteCount = Int(exactly: size), let storedByteCount = Int(exactly: stored)
    else { return nil }
    let entry = ZipEntry(
      name: name(bytes[nameStart..<extraStart], isUTF8: flags & ZipFormat.utf8Flag != 0),
      method: Method(code: bytes.number(UInt16.self, at: start + 10), flags: flags),
      crc: bytes.number(UInt32.self, at: start + 16), storedByteCount: storedByteCount,
      byteCount: byteCount, headerOffset: headerOffset)
    return (entry, next)
  }

  /// A name in UTF-8, or in the code page of the first PCs, as Python reads it.
  private static func name(_ bytes: ArraySlice<UInt8>, isUTF8: Bool) -> String {
    if isUTF8 { return String(decoding: bytes, as: UTF8.self) }
    return String(
      String.UnicodeScalarView(
        bytes.map { $0 < 128 ? Unicode.Scalar($0) : codePage437[Int($0) - 128] }))
  }

  /// The upper half of code page 437.
  private static let codePage437 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}

/// Numbers of 64 bits among the extra bytes of an entry, in place of those that do not fit into 32.
private struct LongSizes {
  private var rest: ArraySlice<UInt8> = []

  init(_ extra: ArraySlice<UInt8>) {
    var extra = extra
    while extra.count >= 4 {
      let id = extra.prefix(2).littleEndian(UInt16.self)
      let count = Int(extra.dropFirst(2).prefix(2).littleEndian(UInt16.self))
      extra = extra.dropFirst(4)
      if id == ZipFormat.longSizesID {
        rest = extra.prefix(count)
        return
      }
      extra = extra.dropFirst(count)
    }
  }

  /// A number, or the next long one if it is all ones; nil if that is missing.
  mutating func number(_ short: UInt32) -> UInt64? {
    guard short == .max else { return UInt64(short) }
    guard rest.count >= 8 else { return nil }
    defer { rest = rest.dropFirst(8) }
    return rest.prefix(8).littleEndian(UInt64.self)
  }
}

extension [UInt8] {
  /// The little-endian number at an offset.
  ///
  /// - Precondition: All of its bytes are there.
  func number<Integer: FixedWidthInteger>(_ type: Integer.Type, at offset: Int) -> Integer {
    self[offset..<(offset + Integer.bitWidth / 8)].littleEndian(type)
  }
}
