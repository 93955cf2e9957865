internal import Checkpoints
internal import Tensors

/// What stands in front of the elements of an `.npy` file.
struct NumPyHeader {
  /// The header, as long as a multiple of 64 bytes.
  let bytes: [UInt8]
  /// Whether elements become 32-bit floats, because NumPy has no type for them.
  let widens: Bool
  /// The size of an element in the file.
  let elementByteCount: Int

  init(elementType: ElementType, shape: Shape) {
    let own = numPyHeader(elementType, shape)
    widens = own == nil
    bytes = own ?? numPyHeader(.float32, shape) ?? []
    elementByteCount = (widens ? .float32 : elementType).bitCount / 8
  }
}
