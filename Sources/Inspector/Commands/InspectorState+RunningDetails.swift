internal import Words
internal import Workspace

extension InspectorState {
  /// Goes to a parameter's values, or to its gradient.
  mutating func runShow(_ invocation: CommandInvocation) throws(CommandInvocation.Complaint) {
    let parameter: Int
    do {
      parameter = try outline.parameter(named: invocation.operand)
    } catch {
      throw CommandInvocation.Complaint(text: Phrase(of: error))
    }
    if let use = outline.parameters[parameter].uses.first { reveal(use: use) }
    focus = .table
    show(invocation.options["grad"] == nil ? .values : .gradient)
    if let slice = invocation.options["slice"] { try runSlice(slice) }
  }

  /// Shows other axes of the selected parameter.
  mutating func runSlice(_ text: String) throws(CommandInvocation.Complaint) {
    guard let parameter = selectedParameter else { return }
    show(.values)
    detail.values.show(parameter, outline.parameters[parameter])
    do {
      try detail.values.select(text)
    } catch {
      throw CommandInvocation.Complaint(text: error.phrase)
    }
  }

  /// Ties the selected use to a parameter by its name.
  mutating func runTie(
    _ name: String
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    do {
      let parameter = try outline.parameter(named: name)
      guard let use = selectedUse else { return [] }
      return change(sharing: .tie(use: use, with: parameter))
    } catch {
      throw CommandInvocation.Complaint(text: Phrase(of: error))
    }
  }
}
