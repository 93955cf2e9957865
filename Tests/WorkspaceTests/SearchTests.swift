import Foundation
import ModelEngine
import TestSupport
import Testing
import Words

@testable import Workspace

/// Patterns in names.
@Suite struct SearchTests {
  @Test(arguments: [
    ("q_proj", "model.layers.0.q_proj.weight"), ("LAYERS", "layers"), ("Layers", "layers"),
    ("layers", "LAYERS.0"), ("l.*s", "layers"), ("^layers", "layers.0"), ("^ayers", "layers"),
    ("\\d+$", "layers.12"), ("\\.1\\.", "a.1.b"), ("\\.1\\.", "a.11.b"), ("[q-v]_proj", "v_proj"),
    ("[^q]_proj", "q_proj"), ("(q|k)_proj", "k_proj"), ("(?:q|k|v)+x", "qkvx"), ("a{2,3}b", "aaab"),
    ("a{2}b", "ab"), ("a{2,}b", "aaaaab"), ("colou?r", "color"), ("a|b|c", "xc"),
    ("\\bup\\b", "mlp.up.weight"), ("\\bup\\b", "mlp.up_proj"), ("w\\Wx", "w.x"), ("\\W", "Ab.c"),
    ("(a*)*b", "aaac"), ("(a+)+$", "aaab"), ("x*", "y"), (".", "\u{1F600}"), ("É", "é"),
    ("é", "CAFÉ"), ("[à-ü]", "é"), ("権", "権重"), ("a.c", "a\nc"), ("\\.", "ab"), ("]", "a]"),
    ("}", "a}"), ("a{x", "a{x"), ("[]]", "]"), ("[a\\]]", "]"), ("^$", ""), ("-", "a-b"),
  ])
  func `a pattern agrees with Foundation's expressions`(text: String, name: String) throws {
    let pattern = SearchPattern(text)
    #expect(pattern.complaint == nil)
    let ignoresCase = text == text.lowercased() || text == "\\W"
    // ICU wants closing brackets and loose braces escaped.
    let spelled = ["]": "\\]", "}": "\\}", "a{x": "a\\{x", "[]]": "\\]"][text] ?? text
    var options: NSRegularExpression.Options = .dotMatchesLineSeparators
    if ignoresCase { options.insert(.caseInsensitive) }
    let expression = try NSRegularExpression(pattern: spelled, options: options)
    let expected = expression.matches(in: name, range: NSRange(name.startIndex..., in: name))
      .compactMap { Range($0.range, in: name) }.filter { !$0.isEmpty }
      .map { range in
        let start = name.utf8.distance(from: name.startIndex, to: range.lowerBound)
        return start..<(start + name[range].utf8.count)
      }
    #expect(pattern.ranges(in: name) == expected)
    #expect(pattern.occurs(in: name) == !expected.isEmpty)
  }

  @Test(arguments: [
    ("a(b", "missing )"), ("a)b", "unmatched )"), ("[a", "missing ]"), ("*a", "nothing to repeat"),
    ("a\\", "\\ at the end"), ("\\y", "unknown \\y"), ("a{999}", "{ } out of range"),
    ("[z-a]", "z-a is empty"), ("(?=a)", "unknown (?"), ("+", "nothing to repeat"),
    ("((a{200}){200}){200}", "it is too large"),
  ])
  func `a bad pattern stands for itself and says why`(text: String, complaint: String) {
    let pattern = SearchPattern(text)
    #expect(pattern.complaint?.english == complaint)
    #expect(pattern.ranges(in: "x\(text)y") == [1..<(1 + text.utf8.count)])
  }

  @Test func `an expression that would explode elsewhere takes linear time`() {
    let name = String(repeating: "a", count: 5000) + "!"
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(SearchPattern("(a+)+(a|aa)*$").ranges(in: name).isEmpty)
    }
    #expect(time < .seconds(20))
    let deep = String(repeating: "(", count: 400) + String(repeating: ")", count: 400)
    #expect(SearchPattern(deep).complaint == "too many (")
  }

  @Test(arguments: [
    ("weight$", [0, 2]), ("", [0, 1, 2, 3]), ("x*", [0, 1, 2, 3]), ("WEIGHT", []),
    ("(?i)WEIGHT", [0, 2]), ("(?i)^DENSE1", [2, 3]), ("^dense1", [2, 3]), ("^weight", []),
    ("(a+)+b", []), ("[01]_b", [1, 3]), ("0_w|bias", [0, 1, 3]),
  ])
  @MainActor func `a command takes the parameters whose names an expression finds`(
    pattern: String, positions: [Int]
  ) throws {
    let outline = try OpenModel.open(.example("mlp")).outline
    #expect(try outline.parameters(matching: pattern) == positions)
  }

  @Test @MainActor func `a hostile expression of a command ends soon`() throws {
    let network = HybridSequential(prefix: String(repeating: "a", count: 3000) + "_")
    network.add(Dense(2, inUnits: 2))
    try network.initialize()
    let outline = OpenModel(network).outline
    let time = ContinuousClock().measure {
      #expect((try? outline.parameters(matching: "(a+)+(a|aa)*$").isEmpty) == true)
    }
    #expect(time < .seconds(20))
  }

  @Test func `an occurrence may have to end after an offset`() {
    for text in ["layers", "l[a]yers"] {
      let pattern = SearchPattern(text)
      #expect(pattern.occurs(in: "layers.0", endingAfter: 5))
      #expect(!pattern.occurs(in: "layers.0", endingAfter: 6))
      #expect(pattern.occurs(in: "layers.layers", endingAfter: 7))
    }
  }

  @Test func `a set of positions finds its neighbours`() {
    var set = PositionSet(limit: 200)
    #expect(set.first(from: 0) == nil)
    #expect(set.last(upTo: 300) == nil)
    for position in [0, 5, 63, 64, 130, 199, 199, 500, -3] { set.insert(position) }
    #expect(set.count == 6)
    #expect((-1...200).filter(set.contains) == [0, 5, 63, 64, 130, 199])
    #expect([0, 1, 64, 65, 131, 200].map { set.first(from: $0) } == [0, 5, 64, 130, 199, nil])
    #expect(
      [-1, 0, 4, 63, 129, 198, 999].map { set.last(upTo: $0) } == [nil, 0, 0, 63, 64, 130, 199])
    #expect([-1, 0, 63, 64, 199, 999].map { set.count(upTo: $0) } == [0, 1, 3, 4, 6, 6])
    #expect(set.containsAny(of: 6..<64))
    #expect(!set.containsAny(of: 6..<63))
  }

  @Test @MainActor func `names are searched from one block on, blocks by their own part`() throws {
    let model = try OpenModel.open(.file(zooFile("tiny_llama_tied_once.safetensors")))
    let outline = model.outline
    let found = outline.search(for: SearchPattern("mlp"), from: 9) { _ in true }
    #expect(found.isComplete)
    let names = outline.nodes.indices.filter(found.nodes.contains).map { outline.nodes[$0].name }
    #expect(names == ["mlp", "mlp"])
    #expect(found.uses.count == 6)
    let paths = outline.search(for: SearchPattern("layers.1.*q"), from: 0) { _ in true }
    #expect(
      outline.nodes.indices.filter(paths.nodes.contains).map(outline.key) == [
        "model.layers.1.self_attn.q_proj"
      ])
  }
}
