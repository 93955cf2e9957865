public import Tensors

/// What one use of a parameter contributed to its gradient.
public struct GradientUse: Hashable, Sendable {
  /// Where the parameter was read.
  public let place: Place
  /// The contribution, of the parameter's shape.
  public let gradient: Tensor

  /// The call of a block that read the parameter.
  public struct Place: Hashable, Sendable {
    /// The name of the outermost block that was being called: `sequential0`.
    public let network: String
    /// The attribute names from there to the layer: `1`, `encoder.hidden`; empty for the network.
    public let path: String
    /// The name of the layer: `dense2`; empty where a parameter was read outside all blocks.
    public let layer: String
    /// Which call of the layer under this path it was, counting from 1 while recording goes on.
    public let call: Int
  }
}
