import Foundation

/// The environment of the program.
enum Environment {
  /// The parts of a variable that colons separate; none if it is not set.
  static func list(_ name: String) -> [String] {
    let value = ProcessInfo.processInfo.environment[name] ?? ""
    return value.split(separator: ":").map(String.init)
  }

  /// How many cores work at once.
  static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
