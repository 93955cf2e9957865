extension Hasher {
  /// Feeds bytes as they are, not what they spell.
  mutating func combine(_ bytes: Span<UInt8>) {
    // The pointer is used inside of the closure only.
    unsafe bytes.withUnsafeBytes { unsafe combine(bytes: $0) }
  }
}
