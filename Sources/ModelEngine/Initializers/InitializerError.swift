public import Tensors

/// Why an initializer cannot fill a parameter, in the words of MXNet where it has any.
public enum InitializerError: Error, Hashable {
  /// No initializer has this name.
  case notRegistered(String)
  /// An initializer named without arguments that it needs.
  case missingArguments(initializer: String, arguments: [String])
  /// The text that names an initializer is malformed.
  case syntax(InitializerSyntaxError)
  /// A rule that counts fans met a parameter of rank below 2.
  case appliedToVector(name: String)
  /// The upper bound of a uniform distribution is below the lower one, or either is NaN.
  case boundsOutOfOrder(low: Float, high: Float)
  /// The standard deviation of a normal distribution is not positive.
  case scaleNotPositive(Float)
  /// A rule for convolution kernels met a parameter of another rank than 4.
  case rankNot4
  /// Gluon's orthogonal matrix was asked of a vector.
  case orthogonalOfVector(length: Int, Orthogonal.RandomType)
  /// An array that does not repeat to the parameter's shape.
  case cannotBroadcast(from: Shape, to: Shape)
  /// The length of the vector of a recurrent network is not that of any number of inputs.
  case wrongFusedSize
  /// A malformed regular expression.
  case badPattern(String)
  /// None of the patterns fits the name.
  case noPatternMatches
  /// There is no tensor of the name, and nothing else to use.
  case notLoaded(name: String)
  /// The tensor of the name has another shape.
  case loadedShapeMismatch(name: String, target: Shape, loaded: Shape)
  /// Elements of this type cannot be drawn.
  case unsupportedElementType(ElementType)
  /// A name ends in none of the suffixes that say what a parameter is.
  case unknownPattern(name: String)
  /// A factorization did not come to an end, or the matrix is too large; LAPACK's status.
  case factorizationFailed(status: Int)
  /// A rule that needs a certain rank met another one.
  case wrongRank(initializer: String, needed: String, found: Shape)
  /// A rule that needs more outputs than inputs, or some multiple, met another shape.
  case wrongShape(initializer: String, needed: String, found: Shape)
  /// An argument out of its range.
  case argumentOutOfRange(initializer: String, argument: String, needed: String, found: Scalar)
  /// A rule that starts from present values met a parameter that has none.
  case noPresentValues(initializer: String, name: String)
  /// A rule that looks at another parameter does not find it, or it has no values yet.
  case unknownParameter(name: String, nearest: String?)
  /// The inputs of a bias's unit are not known.
  case unknownFanIn(name: String)
  /// An expression names something that this parameter does not have.
  case undefinedName(String, found: Shape)
  /// An expression gives a function an array where it needs a number.
  case arrayArgument(function: String)
  /// A rule of one's own refuses, in its own words.
  case custom(String)
}
