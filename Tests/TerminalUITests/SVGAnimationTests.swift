import TerminalUI
import Testing

struct SVGAnimationTests {
  private func frame(_ text: String, cursor: Position? = nil) -> CellBuffer {
    var frame = CellBuffer(size: Size(columns: 12, rows: 4))
    frame.write("same", column: 0, row: 0)
    frame.write(text, column: 0, row: 1)
    frame.cursor = cursor
    return frame
  }

  private func count(_ part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func `one frame is a picture that stands still`() {
    #expect(SVGAnimation([frame("a")]).document == frame("a").svg())
  }

  @Test func `what does not change is drawn once and the rest in turn`() {
    let document = SVGAnimation([frame("one"), frame("two"), frame("one")]).document
    #expect(count(">same</text>", in: document) == 1)
    #expect(count(">one</text>", in: document) == 2)
    #expect(count("<animate ", in: document) == 3)
    #expect(count("values=\"visible;hidden\"", in: document) == 1)
    #expect(count("values=\"hidden;visible;hidden\"", in: document) == 1)
    #expect(count("values=\"hidden;visible\"", in: document) == 1)
  }

  @Test func `viewers that do not move show the last frame`() {
    let document = SVGAnimation([frame("one"), frame("two")]).document
    #expect(document.contains("<g visibility=\"hidden\"><animate"))
    #expect(count("<g visibility=\"visible\">", in: document) == 1)
  }

  @Test func `the cursor moves too`() {
    let document = SVGAnimation([
      frame("a", cursor: Position(column: 1, row: 1)), frame("a", cursor: nil),
    ]).document
    #expect(count("<animate ", in: document) == 1)
  }

  @Test func `times grow and end before the whole does`() throws {
    let document = SVGAnimation(["a", "b", "c", "d"].map { frame($0) }).document
    for part in document.split(separator: "keyTimes=\"").dropFirst() {
      let times = try part.prefix { $0 != "\"" }.split(separator: ";").map {
        try #require(Double($0))
      }
      #expect(times == times.sorted() && times[0] == 0 && Set(times).count == times.count)
      #expect(times.allSatisfy { $0 < 1 })
    }
  }
}
