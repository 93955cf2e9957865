internal import Workspace

extension InspectorState {
  /// Shows other axes of the selected parameter.
  mutating func runSlice(_ text: String) throws(CommandInvocation.Complaint) {
    guard let parameter = selectedParameter else { return }
    show(.values)
    detail.values.show(parameter, outline.parameters[parameter])
    do {
      try detail.values.select(text)
    } catch {
      throw CommandInvocation.Complaint(text: error.description)
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
      throw CommandInvocation.Complaint(text: "\(error)")
    }
  }
}
