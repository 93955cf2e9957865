/// The networks that can be opened by name, as descriptions.
enum BuiltInExample: String, CaseIterable {
  case mlp
  case sharedMLP = "shared-mlp"
  case reuse
  case lenet
  case lstm

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
    case .lenet:
      """
      input: [1, 1, 28, 28]
      layers:
        - conv2d: {channels: 6, kernel_size: 5, activation: sigmoid}
        - max_pool2d: {pool_size: 2}
        - conv2d: {channels: 16, kernel_size: 5, activation: sigmoid}
        - max_pool2d: {pool_size: 2}
        - dense: {units: 120, activation: sigmoid}
        - dense: {units: 84, activation: sigmoid}
        - dense: {units: 10}
      """
    case .lstm:
      """
      input: [2, 16]
      layers:
        - embedding: {input_dim: 1000, output_dim: 32}
        - lstm: {hidden_size: 64, layout: NTC}
        - dense: {units: 10}
      """
    }
  }
}
