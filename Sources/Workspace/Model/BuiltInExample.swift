/// The networks that can be opened by name, as descriptions.
enum BuiltInExample: String, CaseIterable {
  case mlp
  case sharedMLP = "shared-mlp"
  case reuse

  /// The description, in the form that a file would have.
  var text: String {
    switch self {
    case .mlp:
      """
      input: [2, 20]
      layers:
        - dense: {units: 256, activation: relu}
        - dense: {units: 10}
      """
    case .sharedMLP:
      """
      input: [2, 20]
      layers:
        - dense: {units: 8, activation: relu}
        - dense: {units: 8, activation: relu}
        - dense: {units: 8, activation: relu, params: dense1}
        - dense: {units: 10}
      """
    case .reuse:
      """
      input: [2, 8]
      layers:
        - dense: {units: 8, activation: relu}
        - reuse: dense0
        - reuse: dense0
        - dense: {units: 10}
      """
    }
  }
}
