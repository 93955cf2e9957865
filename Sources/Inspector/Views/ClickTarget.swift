internal import TerminalUI

/// A place on the screen where a click does what keys do.
struct ClickTarget: Hashable {
  /// The cells.
  let rect: Rect
  /// The keys that bring the focus to the field or list that the place belongs to.
  var reach: [Key] = []
  /// The keys that choose or do what stands there.
  let keys: [Key]
  /// How its list is moved through; nil for what is no row of a list.
  var steps: ListSteps?
}

/// The keys by which a list is moved through.
struct ListSteps: Hashable {
  let back: Key
  let forward: Key

  /// The arrows of a list from top to bottom.
  static let upDown = ListSteps(back: .up, forward: .down)
  /// The arrows of choices side by side.
  static let leftRight = ListSteps(back: .left, forward: .right)
  /// What goes through completions.
  static let tabs = ListSteps(back: .backTab, forward: .tab)

  /// The keys to a place so many further; back, if negative.
  func keys(_ distance: Int) -> [Key] {
    Array(repeating: distance < 0 ? back : forward, count: abs(distance))
  }
}

extension Screen {
  /// A click here presses keys.
  mutating func target(_ rect: Rect, reach: [Key] = [], _ keys: [Key]) {
    targets.append(ClickTarget(rect: rect, reach: reach, keys: keys))
  }

  /// A click on cells of one row presses keys.
  mutating func target(_ columns: Range<Int>, row: Int, reach: [Key] = [], _ keys: [Key]) {
    let rect = Rect(column: columns.lowerBound, row: row, columns: columns.count, rows: 1)
    target(rect, reach: reach, keys)
  }

  /// A click on a row of a list selects it, and the wheel moves through the list.
  mutating func listTarget(
    _ rect: Rect, _ distance: Int, reach: [Key] = [], by steps: ListSteps = .upDown
  ) {
    targets.append(
      ClickTarget(rect: rect, reach: reach, keys: steps.keys(distance), steps: steps))
  }

  /// The keys from one field of a dialog to another.
  func keys(to field: DialogState.Field, in dialog: DialogState) -> [Key] {
    let fields = dialog.fields
    guard let start = fields.firstIndex(of: dialog.field), let end = fields.firstIndex(of: field)
    else { return [] }
    let next = state.preferences.bindings.first { $0.command == .dialog(.nextField) }
    return Array(
      repeating: next?.keys.first ?? .tab, count: (end - start + fields.count) % fields.count)
  }
}
