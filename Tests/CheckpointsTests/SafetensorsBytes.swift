/// The bytes of a safetensors file with a header and some data.
func safetensors(_ header: String, data: [UInt8] = [], length: UInt64? = nil) -> [UInt8] {
  let text = Array(header.utf8)
  let claimed = length ?? UInt64(text.count)
  return (0..<8).map { UInt8(truncatingIfNeeded: claimed >> ($0 * 8)) } + text + data
}

/// A small file with metadata, two tensors and an empty one.
let smallSafetensors = safetensors(
  #"{"__metadata__":{"format":"np"},"b":{"dtype":"F16","shape":[3],"data_offsets":[4,10]},"#
    + #""a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"#
    + #""none":{"dtype":"I64","shape":[0,4],"data_offsets":[10,10]}}  "#,
  data: [0, 0, 128, 63, 0, 60, 0, 64, 0, 66])
