private import CNcurses
internal import TerminalUI

/// Turns what ncurses reads into events.
struct EventReader {
  /// Two presses of the same cell within this time are a double click.
  static let doubleClickTime = Duration.milliseconds(400)
  /// The longest text that can be pasted, in scalars; the rest is dropped.
  static let mostPasted = 100_000

  /// What ncurses has read: a scalar or one of its keys.
  enum Input: Hashable {
    case scalar(UInt32)
    case key(Int)
  }

  private var pasted: String.UnicodeScalarView?
  private var lastPress: (cell: Position, time: ContinuousClock.Instant)?

  /// The events that wait to be read, in order.
  mutating func pendingEvents() -> [TerminalEvent] {
    var inputs: [Input] = []
    var value: UInt32 = 0
    var events: [TerminalEvent] = []
    while true {
      switch unsafe Int(nc_read(&value)) {
      case nc_input_none: return events + self.events(of: inputs)
      case nc_input_scalar: inputs.append(.scalar(value))
      case _ where Int(value) == nc_key_mouse:
        // ncurses keeps what the mouse did only until it is asked for the next.
        events += self.events(of: inputs)
        inputs = []
        if let event = mouseEvent() { events.append(event) }
      default: inputs.append(.key(Int(value)))
      }
    }
  }

  /// The events of some input, without late answers of the terminal.
  mutating func events(of inputs: [Input]) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for input in Self.withoutAnswers(inputs) {
      switch input {
      case .key(nc_key_paste_start): pasted = String.UnicodeScalarView()
      case .key(nc_key_paste_end):
        if let text = pasted { events.append(.pasted(String(text))) }
        pasted = nil
      case .scalar(let value) where pasted != nil: append(value)
      case .scalar(let value): if let key = Self.key(typing: value) { events.append(.key(key)) }
      case .key(let code) where pasted == nil:
        if let key = Self.namedKey(code) { events.append(.key(key)) }
      case .key: break
      }
    }
    return events
  }

  private mutating func append(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value), pasted.map({ $0.count < Self.mostPasted }) ?? false
    else { return }
    pasted?.append(scalar)
  }

  /// Drops what a terminal sends by itself: `ESC ] ... BEL` and `ESC [ ? ... letter`.
  ///
  /// An answer to a question at the start may come when nobody waits for it any more.
  private static func withoutAnswers(_ inputs: [Input]) -> [Input] {
    var kept: [Input] = []
    var index = 0
    while index < inputs.count {
      if let end = endOfAnswer(inputs, from: index) {
        index = end
      } else {
        kept.append(inputs[index])
        index += 1
      }
    }
    return kept
  }

  private static func endOfAnswer(_ inputs: [Input], from start: Int) -> Int? {
    let escape = Input.scalar(27)
    guard inputs[start] == escape, start + 2 < inputs.count else { return nil }
    if inputs[start + 1] == .scalar(0x5D) {
      let end = inputs[(start + 2)...].firstIndex { $0 == .scalar(7) || $0 == escape }
      guard let end else { return inputs.count }
      return inputs[end] == escape ? min(end + 2, inputs.count) : end + 1
    }
    guard inputs[start + 1] == .scalar(0x5B), inputs[start + 2] == .scalar(0x3F) else { return nil }
    let end = inputs[(start + 3)...].firstIndex { input in
      if case .scalar(0x40...0x7E) = input { true } else { false }
    }
    return end.map { $0 + 1 } ?? inputs.count
  }

  private mutating func mouseEvent() -> TerminalEvent? {
    var (row, column): (Int32, Int32) = (0, 0)
    let kind = unsafe Int(nc_mouse(&row, &column))
    let cell = Position(column: Int(column), row: Int(row))
    switch kind {
    case nc_mouse_wheel_up: return .wheel(cell, notches: -1)
    case nc_mouse_wheel_down: return .wheel(cell, notches: 1)
    case nc_mouse_press: return press(on: cell, at: .now)
    default: return nil
    }
  }

  /// A click, or the second of two.
  mutating func press(on cell: Position, at time: ContinuousClock.Instant) -> TerminalEvent {
    if let last = lastPress, last.cell == cell,
      last.time.duration(to: time) <= Self.doubleClickTime
    {
      lastPress = nil
      return .doubleClick(cell)
    }
    lastPress = (cell, time)
    return .click(cell)
  }
}

extension EventReader {
  /// The key that sends a scalar.
  private static func key(typing value: UInt32) -> Key? {
    switch value {
    case 0: .control(" ")
    case 8, 127: .backspace
    case 27: .escape
    case 1...26: Unicode.Scalar(value + 0x60).map { .pressedWithControl(Character($0)) }
    case 28...31: Unicode.Scalar(value + 0x40).map { .control(Character($0)) }
    default: Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  private static func namedKey(_ value: Int) -> Key? {
    switch value {
    case nc_key_up: .up
    case nc_key_down: .down
    case nc_key_left: .left
    case nc_key_right: .right
    case nc_key_home: .home
    case nc_key_end: .end
    case nc_key_page_up: .pageUp
    case nc_key_page_down: .pageDown
    case nc_key_insert: .insert
    case nc_key_delete: .delete
    case nc_key_backspace: .backspace
    case nc_key_enter: .enter
    case nc_key_back_tab: .backTab
    case let value where value > nc_key_function: .function(value - nc_key_function)
    default: nil
    }
  }
}
