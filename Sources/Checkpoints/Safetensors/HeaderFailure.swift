/// A problem and its place, before the file is known.
struct HeaderFailure: Error, Hashable {
  let problem: SafetensorsProblem
  /// The offset in the file.
  let offset: Int?
  var tensorName: String?

  init(_ problem: SafetensorsProblem, offset: Int? = nil, tensorName: String? = nil) {
    self.problem = problem
    self.offset = offset
    self.tensorName = tensorName
  }

  /// The same failure, said of a tensor.
  func naming(_ tensorName: String) -> HeaderFailure {
    HeaderFailure(problem, offset: offset, tensorName: tensorName)
  }
}
