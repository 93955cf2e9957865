import ModelEngine
import Tensors
import TestSupport
import Testing

/// The chapter's own rule: uniform between -10 and 10, what is smaller than 5 set to zero.
private struct MyInit: Initializer {
  func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    values = stream.uniform(low: -10, high: 10, count: values.count)
    for index in values.indices { values[index] *= abs(values[index]) >= 5 ? 1 : 0 }
  }
}

@Suite struct ChapterTests {
  struct Fixture: Decodable { let seeds: [String: [Cell]] }

  struct Cell: Decodable, Sendable {
    let cell: String
    let stdout: String
  }

  /// The numbers that Python printed, and how many values of each row are hidden behind `...`.
  private func numbers(_ printed: String) -> [Double] {
    let body = printed.split(separator: "<NDArray").first ?? ""
    return body.split { "[] \n".contains($0) }.compactMap { Double($0) }
  }

  private func check(_ values: [Float], _ printed: String) {
    let expected = numbers(printed)
    #expect(expected.count == values.count)
    for (value, number) in zip(values, expected) {
      #expect(abs(Double(value) - number) <= max(5e-9, Double(number.magnitude) * 6e-8))
    }
  }

  private func row(_ tensor: Tensor, _ index: Int) -> [Float] {
    let width = tensor.shape[1]
    return Array(tensor.floats[(index * width)..<((index + 1) * width)])
  }

  /// What NumPy shows of a large matrix: three rows and columns of either end.
  private func corners(_ tensor: Tensor) -> [Float] {
    let rows = Array(0..<3) + Array((tensor.shape[0] - 3)..<tensor.shape[0])
    return rows.flatMap { index in
      let row = row(tensor, index)
      return row.prefix(3) + row.suffix(3)
    }
  }

  @Test(arguments: ["0", "42"])
  func `the chapter prints the weights that MXNet prints`(seed: String) throws {
    let cells = try #require(try decodedFixture("seed_cells.json", as: Fixture.self).seeds[seed])
    let printed = Dictionary(cells.map { ($0.cell, $0.stdout) }) { first, _ in first }
    try ModelContext.withSeed(try #require(Int(seed))) {
      let net = Sequential()
      net.add(Dense(256, activation: .relu), Dense(10))
      try net.initialize()
      _ = try net(ModelContext.current.uniform(shape: [2, 20]))
      #expect("\(net[0].params)\n" == printed["n=2"])
      #expect("\(try net.collectParams())\n" == printed["n=11"])
      check(corners(try net[0].weight.data()), try #require(printed["n=4"]))
      check(corners(try net[0].weight.grad()), try #require(printed["n=5"]))
      check(try net[1].bias.data().floats, try #require(printed["n=6"]))

      try net.initialize(init: Normal(sigma: 0.01), forceReinit: true)
      check(row(try net[0].weight.data(), 0), try #require(printed["n=7"]))
      try net[0].weight.initialize(Xavier(), forceReinit: true)
      check(row(try net[0].weight.data(), 0), try #require(printed["n=8"]))

      try net.initialize(MyInit(), forceReinit: true)
      let drawn = row(try net[0].weight.data(), 0)
      let nine = try #require(printed["n=9"])
      #expect(nine.hasPrefix("Init dense0_weight (256, 20)\nInit dense1_weight (10, 256)\n"))
      check(drawn, nine.split(separator: "\n").dropFirst(2).joined(separator: "\n"))
      let increased = try net[0].weight.data().floats.map { $0 + 1 }
      try net[0].weight.setData(Tensor(increased, shape: [256, 20]))
      check(row(try net[0].weight.data(), 0), try #require(printed["n=10"]))
    }
  }
}
