/// Where the list of users stands.
public struct SharingState: Hashable, Sendable {
  /// The parameter that the rest is about.
  public var parameter: Int?
  /// The use under the cursor of the table, which the row follows.
  private var selectedUser: Int?
  /// The row of the user under the cursor.
  public var row = 0
  /// The list of what to tie with, while one is chosen.
  public var choice: TieChoice?

  /// A choice among parameters that a use can be tied to.
  public struct TieChoice: Hashable, Sendable {
    /// The parameters of the same shape and type.
    public var candidates: [Int]
    /// The row under the cursor.
    public var row = 0
  }

  /// Shows a parameter from its selected use, if it is not the one shown.
  mutating func show(_ parameter: Int, userCount: Int, selectedUser: Int?) {
    if parameter != self.parameter {
      self = SharingState()
      self.parameter = parameter
    }
    if selectedUser != self.selectedUser {
      self.selectedUser = selectedUser
      row = selectedUser ?? 0
    }
    row = max(0, min(row, userCount - 1))
  }
}
