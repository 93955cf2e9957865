/// The keys of an object and where they stand, to find one that stands there twice.
///
/// Keys are the same if their bytes are: as Swift strings, a composed and a decomposed letter are
/// equal, but a file may well have both. And unlike `Dictionary`, this table compares stored hashes
/// before it looks at a text, which matters for a million keys.
struct KeyTable {
  /// One more than the position of a key and some bits of its hash; zero is free.
  private struct Slot {
    var number: UInt32 = 0
    var hash: UInt32 = 0
  }

  private var keys: [JSONScanner.Key] = []
  /// As many as a power of two, at most half of them taken.
  private var slots = [Slot](repeating: Slot(), count: 16)

  /// Adds a key, unless it is there.
  ///
  /// - Returns: Where the same key stands already, or nil.
  mutating func insert(_ key: JSONScanner.Key) -> Int? {
    let hash = Self.hash(key.text)
    var position = Int(hash) & (slots.count - 1)
    while slots[position].number != 0 {
      if slots[position].hash == hash {
        let other = keys[Int(slots[position].number) - 1]
        if other.text.utf8.elementsEqual(key.text.utf8) { return other.offset }
      }
      position = (position + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[position] = Slot(number: UInt32(keys.count), hash: hash)
    if keys.count * 2 > slots.count { grow() }
    return nil
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 4)
    for slot in slots where slot.number != 0 {
      var position = Int(slot.hash) & (larger.count - 1)
      while larger[position].number != 0 { position = (position + 1) & (larger.count - 1) }
      larger[position] = slot
    }
    slots = larger
  }

  /// A hash of the bytes, with the seed of this process: a file cannot choose names that collide.
  private static func hash(_ text: String) -> UInt32 {
    var text = text
    var hasher = Hasher()
    // The pointer is used inside of the closure only.
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }
}
