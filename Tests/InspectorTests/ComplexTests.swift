import TerminalUI
import Tensors
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// Complex values on the screen: which part is shown, and the other one.
@Suite @MainActor struct ComplexTests {
  private func shown(_ keys: String, _ size: Size = Size(columns: 120, rows: 36)) async throws
    -> String
  {
    let model = try OpenModel.open(.file(zooFile("dtypes.safetensors")))
    return try await frame(model, size, "/complex<CR><Tab>" + keys).text
  }

  private func component(_ index: Int) async throws -> Summary {
    let model = try OpenModel.open(.file(zooFile("dtypes.safetensors")))
    let parameter = try model.outline.parameter(named: "complex.c64")
    return try await model.elements(of: parameter).scan(ScanOptions()).components[index].summary
  }

  @Test func `the histogram says which part it shows, and c shows the other`() async throws {
    let (real, imaginary) = (try await component(0), try await component(1))
    let first = try await shown("1<Tab>")
    #expect(first.contains("real parts, c imaginary"))
    #expect(first.contains(NumberText.value(try #require(real.minimum))))
    let second = try await shown("1<Tab>c")
    #expect(second.contains("imaginary parts, c real"))
    #expect(second.contains(NumberText.value(try #require(imaginary.minimum))))
    #expect(!first.contains(NumberText.value(try #require(imaginary.minimum))))
    #expect(try await shown("1<Tab>cc") == first)
  }

  @Test func `a zoomed histogram counts the part that is shown`() async throws {
    let real = try await shown("1<Tab>Q")
    let imaginary = try await shown("1<Tab>cQ")
    #expect(real != imaginary)
    #expect(try await shown("1<Tab>Qc0Q") == imaginary)
  }

  @Test func `the matrix shows one part, and the exact value both`() async throws {
    let first = try await shown("2<Tab>")
    #expect(first.contains(", real parts"))
    let second = try await shown("2<Tab>c")
    #expect(second.contains(", imaginary parts"))
    #expect(first != second)
    func exact(_ text: String) -> Substring? {
      text.split(separator: "\n").first { $0.contains("[0, 0] ") }
    }
    #expect(exact(first) != nil && exact(first)?.dropLast(24) == exact(second)?.dropLast(24))
  }

  @Test func `what is not complex says so`() throws {
    var state = launch(try example("mlp"))
    try state.press("j<Tab><Tab>c")
    #expect(state.statusText == "float32 has no imaginary parts")
  }

  @Test func `at 40 columns the part has a short name`() async throws {
    let text = try await shown("1", Size(columns: 40, rows: 12))
    #expect(text.contains(" re "))
  }
}
