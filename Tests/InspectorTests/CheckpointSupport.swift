import TestSupport
import Workspace

/// A tensor of a checkpoint made for a test.
struct MadeTensor {
  var name: String
  var shape: [Int]
  var values: [Float]

  init(_ name: String, _ shape: [Int] = [2], _ values: [Float]? = nil) {
    self.name = name
    self.shape = shape
    let count = shape.reduce(1, *)
    self.values = values ?? (0..<count).map { Float($0 % 7) - 3 }
  }
}

/// The bytes of a safetensors file with some float32 tensors.
func safetensors(_ tensors: [MadeTensor]) -> [UInt8] {
  var offset = 0
  var entries: [String] = []
  for tensor in tensors {
    let end = offset + 4 * tensor.values.count
    let name = tensor.name.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        ? "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16) : String(scalar)
    }.joined()
    entries.append(
      "\"\(name)\":{\"dtype\":\"F32\",\"shape\":\(tensor.shape),\"data_offsets\":[\(offset),\(end)]}"
    )
    offset = end
  }
  let header = Array("{\(entries.joined(separator: ","))}".utf8)
  let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
  let values = tensors.flatMap { tensor in
    tensor.values.flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt32($0))) }
    }
  }
  return length + header + values
}

/// Opens a checkpoint that holds some tensors.
@MainActor
func checkpoint(_ tensors: [MadeTensor]) throws -> OpenModel {
  try withTemporaryFile(safetensors(tensors), named: "made.safetensors") {
    try OpenModel.open(.file($0))
  }
}

/// The tensors of a language model: embedding, layers, norm; one layer may be unlike the others.
func layers(_ count: Int, odd: Int? = nil) -> [MadeTensor] {
  var tensors = [MadeTensor("model.embed.weight", [10, 4])]
  for layer in 0..<count {
    let height = layer == odd ? 3 : 6
    tensors += [
      MadeTensor("model.layers.\(layer).attn.q_proj.weight", [4, 4]),
      MadeTensor("model.layers.\(layer).attn.o_proj.weight", [4, 4]),
      MadeTensor("model.layers.\(layer).mlp.up_proj.weight", [height, 4]),
      MadeTensor("model.layers.\(layer).norm.weight", [4]),
    ]
  }
  return tensors + [MadeTensor("model.norm.weight", [4])]
}
