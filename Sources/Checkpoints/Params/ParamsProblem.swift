/// What can be wrong with a `.params` file.
public enum ParamsProblem: Hashable, Sendable {
  /// The file ends inside of a part.
  case cut(ParamsPart, needed: Int, available: Int)
  /// The file does not begin with 0x112.
  case wrongMagic([UInt8])
  /// There are more arrays than any file needs.
  case tooManyArrays(UInt64, limit: Int)
  /// An array is stored in a way that the format does not have.
  case unknownStorage(Int32)
  /// The number of dimensions is negative.
  case negativeRank(Int32)
  /// An array of an old version has no dimensions, which that version cannot store.
  case noDimensions
  /// There are more dimensions than any array needs.
  case tooManyDimensions(Int, limit: Int)
  /// A dimension is negative.
  case negativeDimension(Int64)
  /// The size of an array exceeds 64 bits.
  case tooLarge(dimensions: [Int], typeName: String)
  /// The elements are of a type that the format does not have; where the last scalar stands that
  /// MXNet cannot read back, as it writes the type in a place where it does not look for one.
  case unknownElementType(Int32, scalarOffset: Int?)
  /// The shapes of the parts of a sparse array do not fit its own.
  case sparseShape(kind: SparseKind, dimensions: [Int], stored: [Int], indices: [[Int]])
  /// The indices of a sparse array are not integers of 32 or 64 bits.
  case sparseIndexType(String)
  /// A sparse array has too many elements to be shown with its zeros.
  case sparseTooLarge(byteCount: Int, limit: Int)
  /// An index of a sparse array is smaller than the one before it, or not greater where it has to be.
  case sparseOrder(Int, after: Int)
  /// An index of a sparse array lies outside of it.
  case sparseIndexOutside(Int, limit: Int)
  /// There are names, but not one for each array.
  case nameCount(UInt64, arrayCount: Int)
  /// A name is longer than any name needs.
  case nameTooLong(UInt64, limit: Int)
  /// A name is not UTF-8.
  case nameNotUTF8
  /// Two arrays have the same name; where the first one stands in the file.
  case duplicateName(firstOffset: Int)
}

/// How an array is stored that leaves out zeros.
public enum SparseKind: String, Hashable, Sendable {
  /// Some rows, and which they are.
  case rowSparse = "row_sparse"
  /// Some elements, with the column of each and where each row begins.
  case csr
}

/// A part of a `.params` file, in which the file may end.
public enum ParamsPart: Hashable, Sendable {
  /// The eight bytes that say what the file is.
  case magic
  /// The eight bytes after them.
  case reserved
  /// The number of arrays.
  case arrayCount
  /// What stands in front of the values of an array.
  case description
  /// The values of an array.
  case values
  /// The indices of a sparse array.
  case indices
  /// The number of names.
  case nameCount
  /// A name, or its length.
  case name
}
