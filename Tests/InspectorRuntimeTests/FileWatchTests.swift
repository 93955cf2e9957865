import Foundation
import Inspector
import TestSupport
import Testing

@testable import InspectorRuntime

/// What is noticed of a file on disk.
@Suite @MainActor struct FileWatchTests {
  @Test func `writing, replacing, deleting and coming back are noticed`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/file"
      let url = URL(filePath: path)
      try Data([1]).write(to: url)
      let (states, reporter) = AsyncStream.makeStream(of: FileState.self)
      let watch = FileWatch(path) { reporter.yield($0) }
      defer { watch.cancel() }
      var iterator = states.makeAsyncIterator()
      try Data([1, 2]).write(to: url)
      #expect(await iterator.next() == .changed)
      try Data([3]).write(to: URL(filePath: folder + "/other"))
      try Data([1, 2, 3]).write(to: url, options: .atomic)
      #expect(await iterator.next() == .changed)
      try FileManager.default.removeItem(at: url)
      #expect(await iterator.next() == .deleted)
      try Data([4]).write(to: url)
      #expect(await iterator.next() == .changed)
    }
  }

  @Test func `what the program wrote itself is no news`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/file"
      let url = URL(filePath: path)
      try Data([1]).write(to: url)
      let (states, reporter) = AsyncStream.makeStream(of: FileState.self)
      let watch = FileWatch(path) { reporter.yield($0) }
      defer { watch.cancel() }
      try Data([1, 2]).write(to: url)
      watch.acknowledge()
      var iterator = states.makeAsyncIterator()
      try FileManager.default.removeItem(at: url)
      #expect(await iterator.next() == .deleted)
    }
  }
}
