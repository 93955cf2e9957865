/// The SHA-256 digest of some bytes, in hexadecimal (FIPS 180-4, section 6.2).
public func sha256(_ bytes: [UInt8]) -> String {
  var message = bytes + [0x80]
  message += [UInt8](repeating: 0, count: (120 - message.count % 64) % 64)
  message += (0..<8).reversed().map { UInt8(truncatingIfNeeded: (bytes.count * 8) >> ($0 * 8)) }
  var state = SHA256Constants.initialState
  var schedule = [UInt32](repeating: 0, count: 64)
  for start in stride(from: 0, to: message.count, by: 64) {
    for word in 0..<16 {
      let bytes = message[(start + word * 4)..<(start + word * 4 + 4)]
      schedule[word] = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
    mix(&schedule, into: &state)
  }
  return state.map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
  .joined()
}

/// Mixes a block, which is in the first 16 words, into the state.
private func mix(_ schedule: inout [UInt32], into state: inout [UInt32]) {
  for index in 16..<64 {
    let early = schedule[index - 15]
    let late = schedule[index - 2]
    let sum = early.rotated(7) ^ early.rotated(18) ^ early >> 3
    let other = late.rotated(17) ^ late.rotated(19) ^ late >> 10
    schedule[index] = schedule[index - 16] &+ sum &+ schedule[index - 7] &+ other
  }
  var (a, b, c, d) = (state[0], state[1], state[2], state[3])
  var (e, f, g, h) = (state[4], state[5], state[6], state[7])
  for index in 0..<64 {
    let upper = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
    let choice = h &+ upper &+ (e & f ^ ~e & g)
    let first = choice &+ SHA256Constants.rounds[index] &+ schedule[index]
    let lower = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
    let second = lower &+ (a & b ^ a & c ^ b & c)
    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
  }
  for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
}

/// The first 32 bits of the fractions of roots of the first primes.
private enum SHA256Constants {
  static let initialState = primes(8).map { fractionOfRoot { $0 * $0 <= UInt128($1) << 64 }($0) }
  static let rounds = primes(64).map { fractionOfRoot { $0 * $0 * $0 <= UInt128($1) << 96 }($0) }

  private static func primes(_ count: Int) -> [Int] {
    let primes = (2...).lazy.filter { candidate in
      !(2..<candidate).contains { candidate.isMultiple(of: $0) }
    }
    return Array(primes.prefix(count))
  }

  /// The largest root times 2^32 whose power `isAtMost` the number, without its integer part.
  private static func fractionOfRoot(
    _ isAtMost: @escaping (UInt128, Int) -> Bool
  ) -> (Int) -> UInt32 {
    { number in
      var root: UInt128 = 0
      for bit in (0..<38).reversed() {
        let next = root | 1 << UInt128(bit)
        if isAtMost(next, number) { root = next }
      }
      return UInt32(truncatingIfNeeded: root)
    }
  }
}

extension UInt32 {
  fileprivate func rotated(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
