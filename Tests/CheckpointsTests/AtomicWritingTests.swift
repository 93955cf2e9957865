import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing
import Words

/// Whether a new file appears whole or not at all.
struct AtomicWritingTests {
  static let contents = CheckpointContents(tensors: [
    .init(name: "a", source: .tensor(Tensor([1, 2, 3] as [Float], shape: [3])))
  ])

  /// The problem of writing, or nil if it works.
  private func problem(
    _ path: String, sparing opened: [FileIdentity] = [],
    _ contents: CheckpointContents = AtomicWritingTests.contents
  ) -> CheckpointWriteError.Problem? {
    do throws(CheckpointWriteError) {
      try contents.write(to: path, as: .safetensors, sparing: opened)
      return nil
    } catch {
      #expect(!error.description.contains("\n"))
      return error.problem
    }
  }

  @Test func `a file that is replaced keeps its mode`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/model.safetensors"
      try "old".write(toFile: path, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      #expect(problem(path) == nil)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o640)
      #expect(try Checkpoint.open(path).tensors.map(\.name) == ["a"])
      #expect(try files(in: folder) == ["model.safetensors"])
    }
  }

  @Test func `a symbolic link stays one, and what it leads to is replaced`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/store", withIntermediateDirectories: false)
      try "old".write(toFile: folder + "/store/blob", atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "store/blob")
      #expect(problem(folder + "/link") == nil)
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "store/blob")
      #expect(try Checkpoint.open(folder + "/store/blob").tensors.count == 1)
      #expect(try files(in: folder + "/store") == ["blob"])
    }
  }

  @Test func `the file that is open is never written, under no name`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/model.safetensors"
      try Data(smallSafetensors).write(to: URL(filePath: path))
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "model.safetensors")
      try FileManager.default.linkItem(atPath: path, toPath: folder + "/hard")
      let checkpoint = try Checkpoint.open(path)
      for name in ["model.safetensors", "link", "hard", "./model.safetensors"] {
        #expect(
          problem(
            folder + "/" + name, sparing: [checkpoint.identity], CheckpointContents(checkpoint))
            == .opened)
      }
      #expect(try CheckpointsTests.contents(of: path) == smallSafetensors)
    }
  }

  @Test func `a place where no file can be is an error`() throws {
    try withTemporaryFolder { folder in
      try "file".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
      #expect(problem(folder + "/none/model.safetensors") == .missingFolder)
      #expect(problem(folder + "/file/model.safetensors") == .missingFolder)
      #expect(problem("") == .missingFolder)
      #expect(problem(folder) == .directory)
      #expect(problem("/dev/null") == .notAFile)
      #expect(try files(in: folder) == ["file"])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everything"))
  func `a folder without permission is an error`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
      #expect(problem(folder + "/model.safetensors") == .permissionDenied)
    }
  }

  @Test func `what a killed save has left goes with the next one, and nothing else does`() throws {
    try withTemporaryFolder { folder in
      let unfinished = { (number: Int) in folder + "/.paramscope-\(number).unfinished" }
      for number in [0, 1, 31] { try Data([1]).write(to: URL(filePath: unfinished(number))) }
      try FileManager.default.createDirectory(
        atPath: unfinished(2), withIntermediateDirectories: false)
      try "kept".write(toFile: folder + "/kept", atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: unfinished(3), withDestinationPath: "kept")
      try "old".write(toFile: folder + "/model", atomically: false, encoding: .utf8)
      let writer = unsafe open(unfinished(1), O_RDONLY | O_CLOEXEC)
      #expect(flock(writer, LOCK_EX | LOCK_NB) == 0)
      defer { close(writer) }
      #expect(problem(folder + "/model") == nil)
      let left = [1, 2, 3].map { ".paramscope-\($0).unfinished" }
      #expect(try files(in: folder) == left + ["kept", "model"])
      #expect(try String(contentsOfFile: folder + "/kept", encoding: .utf8) == "kept")
    }
  }

  @Test func `many who write one file leave one, whole`() async throws {
    try await withTemporaryFolder { (folder: String) async throws in
      let path = folder + "/model.safetensors"
      await withTaskGroup(of: CheckpointWriteError.Problem?.self) { group in
        for _ in 0..<100 { group.addTask { self.problem(path) } }
        for await problem in group { #expect(problem == nil) }
      }
      #expect(try files(in: folder) == ["model.safetensors"])
      #expect(try Checkpoint.open(path).tensors.map(\.name) == ["a"])
    }
  }

  @Test func `a source that fails leaves the old file and nothing else`() throws {
    try withTemporaryFolder { folder in
      let source = folder + "/source.safetensors"
      let target = folder + "/target.safetensors"
      try Data(smallSafetensors).write(to: URL(filePath: source))
      try "old".write(toFile: target, atomically: false, encoding: .utf8)
      let checkpoint = try Checkpoint.open(source)
      try Data(smallSafetensors.dropLast(2)).write(to: URL(filePath: source), options: [])
      let found = problem(target, CheckpointContents(checkpoint))
      guard case .unreadable(let error) = found else {
        Issue.record("found \(String(describing: found))")
        return
      }
      #expect(error.kind == .unreadable)
      #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
      #expect(try files(in: folder) == ["source.safetensors", "target.safetensors"])
    }
  }

  @Test func `a file that may not become so large leaves the old file and nothing else`() async {
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 64, rlim_max: 64)
      try withTemporaryFolder { folder in
        let path = folder + "/model.safetensors"
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
        let result = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        #expect(result == 0)
        let tests = AtomicWritingTests()
        let found = tests.problem(path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard case .tooLarge = found, text == "old", try files(in: folder).count == 1 else {
          exit(1)
        }
      }
    }
  }
}
