import Foundation
import Glibc

/// The environment of the program.
enum Environment {
  /// The parts of a variable that colons separate; none if it is not set.
  static func list(_ name: String) -> [String] {
    let value = ProcessInfo.processInfo.environment[name] ?? ""
    return value.split(separator: ":").map(String.init)
  }

  /// How many cores work at once.
  static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// How often a page of memory has been brought in since the start.
  static var pageFaultCount: Int {
    var usage = rusage()
    // The structure lives until the call, which fills it in, returns.
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_minflt + usage.ru_majflt
  }
}
