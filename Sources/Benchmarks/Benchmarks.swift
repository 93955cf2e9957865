import ArgumentParser
import TerminalInspector
import Workspace

/// Measures what the documents promise, side by side with others in one run, and prints ratios.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks",
    abstract: "Measure what is promised, as ratios within one run.",
    discussion: """
      Contestants take turns, so that a busy machine slows all of them; of several runs the least and \
      the median are printed. A peer that is not installed is said to be absent. Build it with \
      swift run -c release Benchmarks [SECTION...].
      """)

  @Argument(help: "Which sections to run: \(Section.names) (default: all).")
  var sections: [Section] = Section.allCases

  @Option(help: "How often each contestant runs.")
  var runs = 9

  @Option(
    help: ArgumentHelp(
      "A Python with NumPy or MXNet, beside python3; also BENCHMARK_PYTHON. May be repeated.",
      valueName: "path"))
  var python: [String] = []

  @Option(help: .hidden)
  var inspect: String?

  /// What can be measured.
  enum Section: String, ExpressibleByArgument, CaseIterable {
    case keys, random, scan, start, training

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  func validate() throws {
    guard (1...1000).contains(runs) else { throw ValidationError("--runs is from 1 to 1000") }
  }

  @MainActor
  func run() async throws {
    if let inspect {
      // Started by the section on keys, on its terminal.
      return try await TerminalInspector.inspect(OpenModel.open(ModelLocator(inspect)))
    }
    let contest = Contest(runCount: runs)
    let pythons = Pythons(paths: ["python3"] + python + Environment.list("BENCHMARK_PYTHON"))
    for section in sections {
      switch section {
      case .keys: try KeysSection().run()
      case .random: try await RandomSection(contest: contest, pythons: pythons).run()
      case .scan: try await ScanSection(contest: contest, pythons: pythons).run()
      case .start: try await StartSection(contest: contest).run()
      case .training: try await TrainingSection(contest: contest, pythons: pythons).run()
      }
    }
  }
}
