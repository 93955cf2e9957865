import ModelEngine
import Tensors
import TestSupport
import Testing
import Words

@testable import Workspace

/// A reinitialization of a file lies over it; the file itself is never written.
@Suite @MainActor struct OverlayTests {
  private func open(_ name: String) throws -> OpenModel {
    try OpenModel.open(.file(zooFile(name + ".safetensors")))
  }

  @Test func `the end of a name decides what a layer gets`() async throws {
    let model = try open("tiny_llama_tied_once")
    let before = try model.bits
    let node = try model.node("model.layers.0")
    let change = try await model.reinitialize(
      ReinitializationRequest(scope: .subtree(node: node), initializer: "normal(0.02)", seed: 3))
    let names = change.summary.changed.map { model.outline.parameters[$0.parameter].name }
    #expect(names.allSatisfy { $0.hasPrefix("model.layers.0.") })
    for drawn in change.summary.changed {
      let info = model.outline.parameters[drawn.parameter]
      let isNorm = info.shape.rank == 1
      #expect(drawn.isDeclared == isNorm)
      #expect(drawn.initializer == (isNorm ? "ones" : "normal"), "\(info.name)")
      if isNorm { #expect(try model.tensor(info.name).floats.allSatisfy { $0 == 1 }) }
    }
    let after = try model.bits
    for index in model.outline.parameters.indices
    where !names.contains(model.outline.parameters[index].name) {
      #expect(after.tensors[index] == before.tensors[index])
    }
    _ = try await model.undo()
    #expect(try model.bits == before)
    _ = try await model.redo()
    #expect(try model.bits == after)
  }

  @Test func `one parameter gets what was asked for, whatever its name`() async throws {
    let model = try open("dtypes")
    let position = try model.position("float.f32")
    _ = try await model.reinitialize(
      ReinitializationRequest(scope: .parameter(position), initializer: "uniform(2)", seed: 8))
    var stream = RandomStream(seed: 8)
    let target = InitializerTarget(name: "float.f32", shape: [7, 33], elementType: .float32)
    #expect(try model.tensor("float.f32") == Uniform(2).tensor(for: target, from: &stream))
    #expect(model.context.stream == stream)
  }

  @Test(arguments: [
    ("float.f16", ElementType.float16), ("float.bf16", .bfloat16), ("float.f64", .float64),
  ])
  func `values are drawn and then rounded to what the file stores`(
    name: String, elementType: ElementType
  ) async throws {
    let model = try open("dtypes")
    let position = try model.position(name)
    _ = try await model.reinitialize(
      ReinitializationRequest(scope: .parameter(position), initializer: "normal(0.5)", seed: 8))
    let found = try model.tensor(name)
    #expect(found.elementType == elementType)
    var stream = RandomStream(seed: 8)
    let drawn = try Normal(0.5).tensor(
      for: InitializerTarget(
        name: name, shape: [7, 33], elementType: elementType == .float64 ? .float64 : .float32),
      from: &stream)
    switch elementType {
    case .float16:
      let codes = drawn.floats.map { Float16($0).bitPattern }
      #expect(found.bytes == codes.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    case .bfloat16:
      // Round to nearest even by the integer: Intel, "BFLOAT16 - Hardware Numerics Definition", 2018.
      let codes = drawn.floats.map { value -> UInt16 in
        let bits = value.bitPattern
        return UInt16((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16)
      }
      #expect(found.bytes == codes.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    default: #expect(found == drawn)
    }
  }

  @Test func `what cannot be drawn is left alone and named`() async throws {
    let model = try open("dtypes")
    let before = try model.bits
    let change = try await model.reinitialize(
      ReinitializationRequest(
        scope: .matching("^(int\\.|float\\.f32|float\\.f8_e4m3$|bool)"), initializer: "one",
        seed: nil))
    #expect(
      change.summary.changed.map { model.outline.parameters[$0.parameter].name } == ["float.f32"])
    let untouched = Dictionary(
      uniqueKeysWithValues: change.summary.untouched.map {
        (model.outline.parameters[$0.parameter].name, $0.reason.english)
      })
    #expect(untouched.count == 10)
    #expect(untouched["int.i8"] == "int8 elements are not drawn")
    #expect(untouched["bool"] == "bool elements are not drawn")
    #expect(untouched["float.f8_e4m3"] == "float8_e4m3fn elements are not drawn")
    for drawn in change.summary.untouched {
      #expect(try model.bits.tensors[drawn.parameter] == before.tensors[drawn.parameter])
    }
  }

  @Test func `a name that says nothing is left alone in a layer and drawn by itself`() async throws
  {
    let model = try open("dtypes")
    let said = await message {
      _ = try await model.reinitialize(
        ReinitializationRequest(scope: .network, initializer: "one", seed: nil))
    }
    #expect(said == "bool: bool elements are not drawn")
  }

  @Test func `what a file cannot have changed stays after a failure`() async throws {
    let model = try open("tiny_llama_tied_once")
    let before = try model.bits
    for (scope, initializer) in [
      (ReinitializationRequest.Scope.network, "normal(-1)"), (.matching("norm"), "xavier"),
      (.network, "bilinear"),
    ] {
      let said = await message {
        _ = try await model.reinitialize(
          ReinitializationRequest(scope: scope, initializer: initializer, seed: 1))
      }
      #expect(!said.isEmpty)
      #expect(try model.bits == before, "\(initializer): \(said)")
    }
  }

  @Test func `a file that was cut after opening fails where it was cut`() async throws {
    let (model, byteCount) = try cutModel()
    let elements = try model.elements(of: 1)
    let said = await message { _ = try await elements.scan(ScanOptions()) }
    #expect(said.contains("model.safetensors"), "\(said)")
    #expect(byteCount > 0)
    #expect(try await model.elements(of: 0).scan(ScanOptions()).counts.count == 4)
    // A parameter that cannot be read can still be drawn anew.
    let change = try await model.reinitialize(
      ReinitializationRequest(scope: .parameter(1), initializer: "one", seed: nil))
    #expect(change.statistics[1]?.after.counts.count == 4)
  }

  /// A file of two tensors whose second one is gone since it was opened.
  private func cutModel() throws -> (OpenModel, Int) {
    let header = Array(
      #"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[4],"data_offsets":[16,32]}}"#
        .utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    let bytes = length + header + [UInt8](repeating: 0, count: 32)
    return try withTemporaryFile(bytes) { path in
      let model = try OpenModel.open(.file(path))
      try cut(path, to: bytes.count - 16)
      return (model, bytes.count)
    }
  }
}
