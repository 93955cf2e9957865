import Foundation
import Glibc
import TerminalUI
import Testing

extension RealProgram {
  /// Full disks, kills in the midst of a save, files that change, and nobody at the keyboard.
  struct Accidents {
    /// A safetensors file of zeros: names, each with so many float32 elements.
    private func write(_ names: [String], elements: Int, to file: URL) throws -> Int {
      let entries = names.enumerated().map { index, name in
        let data = try? JSONSerialization.data(withJSONObject: [name])
        let quoted = String(decoding: data ?? Data(), as: UTF8.self).dropFirst().dropLast()
        let range = "\(index * elements * 4),\((index + 1) * elements * 4)"
        return "\(quoted):{\"dtype\":\"F32\",\"shape\":[\(elements)],\"data_offsets\":[\(range)]}"
      }
      var header = Array("{\(entries.joined(separator: ","))}".utf8)
      while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
      let length = (0..<8).map { UInt8(header.count >> (8 * $0) & 0xFF) }
      try Data(length + header).write(to: file)
      try #require(
        unsafe truncate(file.path, off_t(8 + header.count + names.count * elements * 4)) == 0)
      return 8 + header.count
    }

    @Test func `a killed save leaves the old file or the new one, nothing half written`() throws {
      try withTemporaryFolder { folder in
        let target = folder.appending(path: "out.params")
        try RealProgram.run(
          "init", "example:lenet", "--with", "zeros", "-o", target.path
        ).expectSuccess()
        let old = try Data(contentsOf: target)
        let fresh = folder.appending(path: "new.params")
        let words = ["init", "example:lenet", "--with", "ones", "--seed", "1", "-o"]
        var whole = Invocation(try RealProgram.path(), words + [fresh.path])
        let start = ContinuousClock.now
        try whole.run().expectSuccess()
        let time = start.duration(to: .now)
        let new = try Data(contentsOf: fresh)
        try FileManager.default.removeItem(at: fresh)
        whole = Invocation(try RealProgram.path(), words + [target.path])
        var endings: Set<Bool> = []
        for attempt in 0..<200 {
          let process = try whole.spawn(output: "/dev/null", errors: "/dev/null")
          let part = Double((attempt &* 7919) % 200) / 200
          usleep(useconds_t(Double(time.components.attoseconds) / 1e12 * part * 1.2))
          kill(process, SIGKILL)
          waitpid(process, nil, 0)
          let found = try Data(contentsOf: target)
          try #require(found == old || found == new, "attempt \(attempt): \(found.count) bytes")
          endings.insert(found == new)
          if found == new { try old.write(to: target) }
        }
        #expect(endings.count == 2, "every kill came too early or too late")
        // What a kill in the instant before the renaming has left goes with the next save.
        try whole.run().expectSuccess()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.params"])
      }
    }

    @Test(arguments: ["cut", "vanished", "replaced"])
    func `a file that changes while it is open ends nothing`(accident: String) throws {
      try withTemporaryFolder { folder in
        let file = folder.appending(path: "big.safetensors")
        let names = (10..<50).map { "w\($0)" }
        let headerEnd = try write(names, elements: 1 << 16, to: file)
        let variables = ["TERM": "vt100", "HOME": "/nonexistent"]
        let session = try PseudoTerminal([file.path], variables: variables)
        try session.wait(for: "quit")
        switch accident {
        case "cut": try #require(unsafe truncate(file.path, off_t(headerEnd + 4)) == 0)
        case "vanished": try FileManager.default.removeItem(at: file)
        default:
          try FileManager.default.removeItem(at: file)
          try Data("something else".utf8).write(to: file)
        }
        session.send("\tG")
        try session.waitForScreen(with: "w49")
        if accident == "cut" { try session.waitForScreen(with: "now ends at") }
        session.send("q")
        #expect(try session.waitForEnd() == 0)
        #expect(session.isRestored)
      }
    }

    @Test func `a hostile name is harmless wherever it is shown`() throws {
      try withTemporaryFolder { folder in
        let long = String(repeating: "very.long.", count: 30)
        let names = [
          "\u{1B}]0;pwn\u{07}\u{1B}[2J", "a\nb\r\nc\u{2028}d", "\u{202E}drow\u{202C}\u{2066}x",
          long,
          "模型.層.重み", "zero\u{200B}width\u{FEFF}", "\u{9B}31m",
          "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
        ]
        let file = folder.appending(path: "hostile\u{1B}[31m.safetensors")
        _ = try write(names, elements: 4, to: file)
        for command in [
          ["tree"], ["tree", "--json"], ["stats"], ["stats", "--json"], ["stats", "--csv"],
          ["snapshot", "--size", "120x36", "--keys", "jj<Tab>jj6"],
          ["snapshot", "--format", "svg"],
          ["inspect", "--plain"], ["snapshot", "--keys", "G<Tab>Gi"],
        ] {
          let words = [command[0], file.path] + command.dropFirst()
          let outcome = try Invocation(RealProgram.path(), words).run()
          outcome.expectSuccess()
          let harmful = outcome.output.replacing("\r\n", with: "\n").unicodeScalars.filter {
            scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n"
            case .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
          }
          #expect(harmful.isEmpty, "\(command): \(harmful.map { String($0.value, radix: 16) })")
        }
        let missing = try RealProgram.run("show", file.path, "\u{1B}[31m\u{202E}")
        #expect(missing.status != 0 && !missing.errors.dropLast().contains { $0.isControl })
        #expect(!missing.errors.contains("\u{202E}"))
      }
    }

    @Test func `questions and answers do what the screen does`() throws {
      let script = """
        printf 'jj\\nixavier\\n<Enter>\\n\\nundo\\nno such <key>\\n?\\nq\\n' | \
        "$0" example:shared-mlp --plain --seed 42
        """
      let outcome = try Invocation("/bin/sh", ["-c", script, RealProgram.path()]).run()
      outcome.expectSuccess()
      for words in [
        "example:shared-mlp: 4 layers", "Position 3 of 5.", "dense1_weight, shared a, 8 by 8",
        "Same object in dense1 and dense2.", "Histogram of dense1_weight, 64 values, 8 bins:",
        "1 parameter modified, not saved.", "layers 1 and 2 changed together", "undone",
        "is no known key", "Commands:", "Command, or ? for help:",
      ] { #expect(outcome.output.contains(words), "\(words) in \(outcome.output)") }
      #expect(!outcome.output.contains { $0.isControl && $0 != "\n" })
      #expect(!outcome.output.contains("│") && !outcome.output.contains("━"))
    }
  }
}
