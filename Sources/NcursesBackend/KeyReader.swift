private import CNcurses
internal import TerminalUI

/// Turns what ncurses reads into keys.
enum KeyReader {
  /// The keys that wait to be read, in order.
  static func pendingKeys() -> [Key] {
    var keys: [Key] = []
    var value: UInt32 = 0
    while true {
      switch unsafe Int(nc_read(&value)) {
      case nc_input_none: return keys
      case nc_input_scalar: if let key = key(typing: value) { keys.append(key) }
      default: if let key = namedKey(Int(value)) { keys.append(key) }
      }
    }
  }

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
