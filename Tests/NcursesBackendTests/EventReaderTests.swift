import CNcurses
import TerminalUI
import Testing

@testable import NcursesBackend

/// Input becomes events.
@Suite struct EventReaderTests {
  private func inputs(_ text: String) -> [EventReader.Input] {
    text.unicodeScalars.map { .scalar($0.value) }
  }

  private func keys(_ text: String) -> [TerminalEvent] {
    var reader = EventReader()
    return reader.events(of: inputs(text))
  }

  @Test func `answers that come late are no keys`() {
    #expect(
      keys("j\u{1B}]11;rgb:14/17/1c\u{1B}\\\u{1B}[?62;22ck")
        == [.key(.character("j")), .key(.character("k"))])
    #expect(keys("\u{1B}]11;rgb:1/1/1\u{07}\u{1B}[?2026;2$y") == [])
    #expect(keys("\u{1B}]11;rgb:") == [] && keys("\u{1B}[?62") == [])
    #expect(keys("\u{1B}") == [.key(.escape)])
    #expect(keys("\u{1B}[") == [.key(.escape), .key(.character("["))])
  }

  @Test func `what is pasted is text, in one piece`() {
    var reader = EventReader()
    #expect(reader.events(of: [.key(nc_key_paste_start)] + inputs("i\u{1B}q")) == [])
    #expect(
      reader.events(of: inputs("é\n") + [.key(nc_key_paste_end)] + inputs("j"))
        == [.pasted("i\u{1B}qé\n"), .key(.character("j"))])
    #expect(reader.events(of: [.key(nc_key_paste_end)]) == [])
  }

  @Test func `a paste without an end does not grow for ever`() {
    var reader = EventReader()
    _ = reader.events(of: [.key(nc_key_paste_start)])
    for _ in 0..<3 { _ = reader.events(of: inputs(String(repeating: "x", count: 50_000))) }
    let events = reader.events(of: [.key(nc_key_paste_end)])
    #expect(events == [.pasted(String(repeating: "x", count: EventReader.mostPasted))])
  }

  @Test func `two presses of a cell within a moment are a double click`() {
    var reader = EventReader()
    let (cell, other) = (Position(column: 3, row: 4), Position(column: 4, row: 4))
    let start = ContinuousClock.now
    #expect(reader.press(on: cell, at: start) == .click(cell))
    #expect(reader.press(on: cell, at: start + .milliseconds(300)) == .doubleClick(cell))
    #expect(reader.press(on: cell, at: start + .milliseconds(400)) == .click(cell))
    #expect(reader.press(on: other, at: start + .milliseconds(500)) == .click(other))
    #expect(reader.press(on: other, at: start + .milliseconds(1000)) == .click(other))
  }
}
