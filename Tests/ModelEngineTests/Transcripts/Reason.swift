/// Why a statement is not the same in Swift, or not there at all.
enum Reason: String, Hashable {
  /// The compiler refuses what Python raises a type error for.
  case types = "refused by the compiler"
  /// Wrong use by code of one's own ends the program; exit tests cover it.
  case traps = "ending the program"
  /// A dictionary answers with nil.
  case optionals = "nil instead of an error"
  /// The message names Python's classes or functions.
  case ownWords = "in words of its own"
  /// The text holds the address or the Python class of an object.
  case addresses = "with Python's classes and addresses"
  /// Tensors are values: there are no handles that see later changes.
  case values = "of array handles"
  /// Arithmetic and indexing of arrays, or literals that stand for arrays.
  case arrays = "of the array library"
  /// Private parts of Gluon.
  case internals = "of Gluon's inside"
  /// MXNet's symbols.
  case symbols = "of symbols"
  /// This engine has one device.
  case devices = "of several devices"
  /// oneDNN's logarithm of the softmax is some units in the last place too low.
  case rounding = "of oneDNN's rounding"
  /// Layers made of a function.
  case missingLayers = "of lambda layers"
  /// What follows from a statement that is left out.
  case follows = "following one that is left out"
  /// What Gluon itself warns not to use any more.
  case deprecated = "deprecated in Gluon"
  /// Python's files, hashes and identities of modules.
  case python = "of Python itself"
}
