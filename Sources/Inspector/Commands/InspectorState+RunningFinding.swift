internal import Words

extension InspectorState {
  /// Puts the table in the order of a column; numbers largest first, unless that is turned round.
  mutating func runSort(_ invocation: CommandInvocation) throws(CommandInvocation.Complaint) {
    let isReversed = invocation.options["reverse"] != nil
    let name = invocation.operand.isEmpty ? TableColumn.name.key : invocation.operand
    guard let column = TableColumn.allCases.first(where: { $0.key == name }), column != .values
    else {
      let known = TableColumn.names.joined(separator: ", ")
      throw CommandInvocation.Complaint(text: "there is no column '\(name)'; there are \(known)")
    }
    sort(by: column, isReversed: isReversed)
  }
}

extension TableColumn {
  /// The names of the columns that rows can be sorted by.
  static let names = allCases.filter { $0 != .values }.map(\.key)
}
