import Tensors
import Testing

/// Every code against a second formula, which works from powers of two and the tables of the formats.
struct DecodingTests {
  /// 2 to a whole power, by repeated multiplication.
  static func power(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { value, _ in exponent < 0 ? value / 2 : value * 2 }
  }

  /// The value of a code in a format of `exponent` and `mantissa` bits without special codes.
  static func plain(_ code: Int, _ exponent: Int, _ mantissa: Int, bias: Int) -> Double {
    let sign = code / (1 << (exponent + mantissa)) % 2 == 1 ? -1.0 : 1.0
    let field = code / (1 << mantissa) % (1 << exponent)
    let fraction = Double(code % (1 << mantissa)) / Double(1 << mantissa)
    return field == 0
      ? sign * fraction * power(1 - bias) : sign * (1 + fraction) * power(field - bias)
  }

  /// Decodes every code of a type of 8 or 16 bits.
  static func allCodes(of elementType: ElementType) -> [Float] {
    let codes = 0..<(1 << elementType.bitCount)
    let bytes =
      elementType.bitCount == 8
      ? codes.map { UInt8($0) } : codes.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    return elementType.decodedFloats(from: bytes, elementCount: codes.count)
  }

  static func isSame(_ value: Float, _ expected: Double) -> Bool {
    expected.isNaN
      ? value.isNaN : Double(value) == expected && value.sign == expected.sign
  }

  @Test func `every float8_e4m3fn code has its value`() {
    for (code, value) in Self.allCodes(of: .float8E4M3FN).enumerated() {
      let expected = code & 0x7F == 0x7F ? .nan : Self.plain(code, 4, 3, bias: 7)
      #expect(Self.isSame(value, expected), "code \(code)")
    }
  }

  @Test func `every float8_e5m2 code has its value`() {
    for (code, value) in Self.allCodes(of: .float8E5M2).enumerated() {
      let expected =
        code & 0x7F > 0x7C
        ? .nan
        : code == 0x7C ? .infinity : code == 0xFC ? -.infinity : Self.plain(code, 5, 2, bias: 15)
      #expect(Self.isSame(value, expected), "code \(code)")
    }
  }

  @Test func `every fnuz code has its value`() {
    for (code, value) in Self.allCodes(of: .float8E4M3FNUZ).enumerated() {
      #expect(Self.isSame(value, code == 0x80 ? .nan : Self.plain(code, 4, 3, bias: 8)))
    }
    for (code, value) in Self.allCodes(of: .float8E5M2FNUZ).enumerated() {
      #expect(Self.isSame(value, code == 0x80 ? .nan : Self.plain(code, 5, 2, bias: 16)))
    }
  }

  @Test func `every float8_e8m0fnu code is a power of two or NaN`() {
    for (code, value) in Self.allCodes(of: .float8E8M0FNU).enumerated() {
      #expect(Self.isSame(value, code == 255 ? .nan : Self.power(code - 127)), "code \(code)")
    }
  }

  @Test func `every float16 code has its value`() {
    for (code, value) in Self.allCodes(of: .float16).enumerated() {
      let expected = Float16(bitPattern: UInt16(code))
      #expect(expected.isNaN ? value.isNaN : value.bitPattern == Float(expected).bitPattern)
    }
  }

  @Test func `every bfloat16 code is the upper half of a float32`() {
    for (code, value) in Self.allCodes(of: .bfloat16).enumerated() {
      let expected = Self.plain(code, 8, 7, bias: 127)
      if code >> 7 & 255 == 255 {
        #expect(code & 127 == 0 ? value == (code < 0x8000 ? .infinity : -.infinity) : value.isNaN)
      } else {
        #expect(Self.isSame(value, expected), "code \(code)")
      }
    }
  }

  @Test func `four-bit floats are packed low nibble first`() {
    let bytes: [UInt8] = [0x10, 0x32, 0x54, 0x76, 0x98, 0xBA, 0xDC, 0xFE]
    let values: [Float] = [0, 0.5, 1, 1.5, 2, 3, 4, 6]
    let decoded = ElementType.float4E2M1FN.decodedFloats(from: bytes, elementCount: 16)
    #expect(decoded == values + values.map { -$0 })
    #expect(decoded[8].sign == .minus)
  }

  @Test(arguments: [(ElementType.float6E2M3FN, 2, 3, 1), (.float6E3M2FN, 3, 2, 3)])
  func `six-bit floats are packed four in three bytes, lowest bits first`(
    elementType: ElementType, exponent: Int, mantissa: Int, bias: Int
  ) {
    let codes = (0..<64).map { ($0 * 37 + 5) % 64 }
    var bits = [Bool]()
    for code in codes { for bit in 0..<6 { bits.append(code >> bit & 1 == 1) } }
    let bytes = stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(UInt8(0)) { $0 | (bits[start + $1] ? 1 << $1 : 0) }
    }
    let decoded = elementType.decodedFloats(from: bytes, elementCount: 64)
    for (code, value) in zip(codes, decoded) {
      #expect(Self.isSame(value, Self.plain(code, exponent, mantissa, bias: bias)))
    }
  }

  @Test func `integers and booleans decode to their values`() {
    #expect(ElementType.int8.decodedFloats(from: [0x80, 0x7F], elementCount: 2) == [-128, 127])
    #expect(ElementType.int16.decodedFloats(from: [0, 0x80], elementCount: 1) == [-32768])
    #expect(ElementType.uint16.decodedFloats(from: [0xFF, 0xFF], elementCount: 1) == [65535])
    #expect(ElementType.bool.decodedFloats(from: [0, 1, 7], elementCount: 3) == [0, 1, 1])
    #expect(
      ElementType.uint32.decodedDoubles(from: [0xFF, 0xFF, 0xFF, 0xFF], elementCount: 1)
        == [4_294_967_295])
    #expect(
      ElementType.int64.decodedDoubles(
        from: [UInt8](repeating: 0, count: 7) + [0x80], elementCount: 1) == [-0x1p63])
  }

  @Test(arguments: ElementType.allCases)
  func `a single scalar is what decoding all of them gives`(elementType: ElementType) {
    let count = 21
    let byteCount = (count * elementType.bitCount + 7) / 8
    let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 11) }
    let tensor = Tensor(bytes: bytes, elementType: elementType, shape: [3, 7])
    let all = tensor.doubles
    #expect(all.count == count * elementType.laneCount)
    for index in all.indices {
      #expect(tensor.scalar(at: index).bitPattern == all[index].bitPattern || all[index].isNaN)
    }
    let floats = tensor.floats
    #expect(zip(all, floats).allSatisfy { Float($0) == $1 || $0.isNaN && $1.isNaN })
  }

  @Test func `rounding to float16 is to nearest even`() {
    // All float16 values, the points half-way to the next, and their neighbours; and others.
    var samples: [Float] = [.infinity, -.infinity, 65519.99, 65520, 1e30, 1e-10, -5.9e-8, 2.9e-8]
    for code in 0..<UInt16(0x7C00) {
      let value = Float(Float16(bitPattern: code))
      let next = Float(Float16(bitPattern: code + 1))
      let middle = next.isFinite ? (value + next) / 2 : 65520
      samples += [value, middle, middle.nextUp, middle.nextDown, -middle]
    }
    let tensor = Tensor(rounding: samples, to: .float16, shape: [samples.count])
    let expected = samples.flatMap { sample in
      let bits = Float16(sample).bitPattern
      return [UInt8(bits & 255), UInt8(bits >> 8)]
    }
    #expect(tensor.bytes == expected)
  }

  @Test func `rounding to bfloat16 is to nearest even`() {
    for code in stride(from: UInt32(0), to: 0x7F80, by: 7) {
      let value = Float(bitPattern: code << 16)
      let middle = Float(bitPattern: code << 16 | 0x8000)
      let even = code + code % 2
      let samples = [value, middle, middle.nextUp, middle.nextDown]
      let tensor = Tensor(rounding: samples, to: .bfloat16, shape: [4])
      let expected = [code, even, code + 1, code].map { Float(bitPattern: $0 << 16) }
      #expect(tensor.floats == expected)
    }
  }

  @Test(arguments: [ElementType.float16, .bfloat16, .float32, .float64])
  func `rounding keeps NaN, and exact values`(elementType: ElementType) {
    let values: [Float] = [0, -0.0, 1.5, -2, .infinity]
    let tensor = Tensor(rounding: values + [.nan, -.nan], to: elementType, shape: [7])
    #expect(tensor.elementType == elementType)
    #expect(Array(tensor.floats[..<5]) == values)
    #expect(tensor.floats[1].sign == .minus)
    #expect(tensor.floats[5].isNaN && tensor.floats[6].isNaN)
  }
}
