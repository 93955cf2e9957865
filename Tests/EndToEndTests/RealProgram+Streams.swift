import Foundation
import Glibc
import Testing

extension RealProgram {
  /// Inputs and outputs that are closed, full, or nobody's.
  struct Streams {
    /// A command line of every command that prints a result.
    static let commands = [
      "tree example:mlp", "stats example:mlp", "stats example:mlp --json", "config",
      "stats example:mlp --csv", "show example:mlp dense0_bias", "diff example:mlp example:mlp",
      "train example:mlp --steps 2", "lesson", "initializers", "inspect example:mlp",
      "inspect example:mlp --plain", "snapshot example:mlp --keys q", "config --print", "manual",
      "snapshot example:mlp --format svg", "init example:mlp --with zeros -o out.params",
      "edit example:mlp --expr x*2 -o out.npz", "convert example:mlp -o out.safetensors",
      "--help", "--version", "help stats", "--generate-completion-script bash",
      "--generate-completion-script zsh", "--generate-completion-script fish",
    ]

    /// What a shell does with a command line, given as `$@` after the program, in a new folder.
    private func shell(_ script: String, _ arguments: String) throws -> Outcome {
      try withTemporaryFolder { folder in
        let words = arguments.split(separator: " ").map(String.init)
        let inside = "program=$1; cd \"$2\"; shift 2; \(script)"
        return try Invocation(
          "/bin/sh", ["-c", inside, "sh", try RealProgram.path(), folder.path] + words
        ).run()
      }
    }

    @Test(arguments: commands)
    func `no command waits for somebody who is not there`(arguments: String) throws {
      for closed in ["", "<&- 2>&-"] {
        let outcome = try shell("exec \"$program\" \"$@\" \(closed)", arguments)
        outcome.expectSuccess()
        #expect(!outcome.output.isEmpty && !outcome.output.contains("\u{1B}"))
      }
    }

    @Test(arguments: commands)
    func `an output that takes nothing is an error of one line`(arguments: String) throws {
      for output in [">/dev/full", "<&- >&-"] {
        let outcome = try shell("exec \"$program\" \"$@\" \(output)", arguments)
        outcome.expectFailure(EX_CANTCREAT, saying: "standard output")
      }
      let silent = try shell("exec \"$program\" \"$@\" <&- >&- 2>&-", arguments)
      #expect(silent.status == EX_CANTCREAT && !silent.endedBySignal)
    }

    @Test func `no file takes the place of an output that is closed`() throws {
      let script = """
        "$program" "$@" -o right.npy; "$program" "$@" -o out.npy <&- >&- 2>&-
        "$program" show example:mlp none -o out.npy <&- >&- 2>&-
        cmp right.npy out.npy; ls
        """
      let outcome = try shell(script, "show example:mlp dense0_weight")
      outcome.expectSuccess()
      #expect(outcome.lines == ["out.npy", "right.npy"])
    }

    @Test(arguments: [
      ("out.safetensors", "init example:mlp --with zeros -o out.safetensors"),
      ("out.params", "edit example:mlp --expr x*2 -o out.params"),
      ("out.npz", "convert example:mlp -o out.npz"),
      ("out-symbol.json", "init example:lenet --with zeros -o out-symbol.json"),
      ("out-0000.params", "init example:lenet --with zeros -o out-symbol.json"),
      ("out.npy", "show example:mlp dense0_weight -o out.npy"),
      ("out.csv", "show example:mlp dense0_weight -o out.csv"),
      ("out.txt", "show example:mlp dense0_weight -o out.txt"),
      (
        "out.npy",
        "snapshot example:mlp --size 200x24 --keys :export<Space>out.npy<Space>--force<CR>"
      ),
      (
        "out.svg",
        "snapshot example:mlp --size 200x24 --keys :export<Space>out.svg<Space>--force<CR>"
      ),
      ("out.params", "snapshot example:mlp --size 200x24 --keys :w<Space>out.params<CR><CR>y"),
    ])
    func `a full disk keeps the old file and says so in one line`(
      name: String, arguments: String
    ) throws {
      let fromCommand = !arguments.hasPrefix("snapshot")
      let ending = """
        { echo old; } >\(name); : >full; head -c 1000000 /dev/zero >full 2>/dev/null
        {
          \(FullDisk.isMountable ? "" : "ulimit -f 0;")
          "$program" "$@" 2>&1 | grep -E 'not enough room|than a file may have' >&3
          echo 'left:' >&3; cat \(name) >&3; ls -A >&3
        } 3>&1 | cat
        """
      let outcome = try shell(FullDisk.mounting(ending), arguments)
      let lines = outcome.lines.map(String.init)
      try #require(lines.count == 5, "\(outcome)")
      #expect(lines[0].hasPrefix("paramscope: ") == fromCommand)
      #expect(lines.dropFirst() == ["left:", "old"] + ["full", name].sorted()[...])
    }

    @Test func `a name that is no text is refused, with its bytes`() throws {
      let script =
        "\"$program\" \"$@\" -o \"$(printf 'out\\377.npy')\"; status=$?; ls; exit $status"
      let outcome = try shell(script, "show example:mlp dense0_bias")
      outcome.expectFailure(EX_USAGE, saying: "'out\\xFF.npy' is not UTF-8")
    }

    @Test func `a screen that does not fit on the disk is an error`() throws {
      let script = FullDisk.mounting(
        "head -c 1000000 /dev/zero >full 2>/dev/null; exec \"$program\" \"$@\" >screen.svg")
      guard FullDisk.isMountable else { return }
      try shell(script, "snapshot example:mlp --format svg")
        .expectFailure(EX_CANTCREAT, saying: "No space left on device")
    }
  }
}

/// A file system of a few pages, for one command and gone with it.
private enum FullDisk {
  /// Whether this system lets its user mount one; the reason is printed if not.
  static let isMountable: Bool = {
    let outcome = try? Invocation("/bin/sh", ["-c", "program=; \(mounted("true"))"]).run()
    if outcome?.status == 0 { return true }
    let reason = outcome?.errors.split(separator: "\n").first ?? "it cannot be tried"
    let line = "no small file system (\(reason)); a limit on the size of files takes its place\n"
    FileHandle.standardError.write(Data(line.utf8))
    return false
  }()

  /// A script that runs in the present folder, on a small file system where that is possible.
  static func mounting(_ script: String) -> String { isMountable ? mounted(script) : script }

  private static func mounted(_ script: String) -> String {
    let quoted = script.replacing("'", with: "'\\''")
    return """
      export program; exec unshare -rm /bin/sh -c '
      mount -t tmpfs -o size=64k none . && cd "$PWD" || exit 1
      \(quoted)' sh "$@"
      """
  }
}
