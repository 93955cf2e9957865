import ModelEngine
import Tensors
import TestSupport
import Testing

@testable import Workspace

/// Opens a built-in example.
@MainActor
func example(_ name: String, seed: Int32? = nil) throws -> OpenModel {
  try OpenModel.open(.example(name), options: BuildOptions(seed: seed))
}

/// Opens a description as the file `net.yaml`.
@MainActor
func network(_ description: String, _ options: BuildOptions = BuildOptions()) throws -> OpenModel {
  try withTemporaryFile(Array(description.utf8), named: "net.yaml") {
    try OpenModel.open(.file($0), options: options)
  }
}

/// The message of the error that some work throws, or nothing.
@MainActor
func message(_ body: () async throws -> Void) async -> String {
  do {
    try await body()
    return ""
  } catch {
    return "\(error)"
  }
}

extension OpenModel {
  /// The bits of every parameter, nil without elements, and the stream.
  struct Bits: Equatable {
    var tensors: [Tensor?]
    var stream: RandomStream
  }

  /// Everything that a change may touch, to compare before and after.
  var bits: Bits {
    get throws {
      let tensors = try outline.parameters.indices.map { index -> Tensor? in
        guard outline.parameters[index].state == .ready else { return nil }
        switch try elements(of: index) {
        case .memory(let tensor): return tensor
        case .source(let source, let index):
          let description = source.tensors[index]
          let bytes = try source.readBytes(0..<description.byteCount, ofTensorAt: index)
          return Tensor(
            bytes: bytes, elementType: description.elementType, shape: description.shape)
        }
      }
      return Bits(tensors: tensors, stream: context.stream)
    }
  }

  /// The position of a parameter.
  func position(_ name: String) throws -> Int {
    try #require(outline.parameters.firstIndex { $0.name == name })
  }

  /// The elements of a parameter.
  func tensor(_ name: String) throws -> Tensor {
    try #require(try bits.tensors[position(name)])
  }

  /// The position of the node at a path: `1`, `model.layers.0`.
  func node(_ path: String) throws -> Int {
    try #require(outline.nodes.indices.first { outline.key(of: $0) == path })
  }
}

/// Opens bytes as the file `net.yaml`.
@MainActor
func withTemporaryBytes(_ bytes: [UInt8]) throws {
  try withTemporaryFile(bytes, named: "net.yaml") { _ = try OpenModel.open(.file($0)) }
}
