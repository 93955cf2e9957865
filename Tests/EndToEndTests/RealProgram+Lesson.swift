import Testing

extension RealProgram {
  /// The lesson on a terminal, and without one.
  struct Lesson {
    @Test(.needsTmux) func `it goes on by key and leaves the terminal as it was`() throws {
      try TmuxSession.with { session in
        try session.rememberModes()
        try session.enter("TERM=xterm-256color paramscope lesson --language en --seed 42")
        try session.wait(for: "step 1 of")
        try session.type("n")
        try session.wait(for: "The parameters of one layer")
        try session.type("n")
        try session.wait(for: "step 3 of")
        try session.type("q")
        #expect(try session.waitForStatus() == 0)
        try session.expectRestored()
      }
    }

    @Test func `without a terminal every step is printed`() throws {
      let outcome = try RealProgram.run("lesson", "--language", "zh")
      outcome.expectSuccess()
      #expect(outcome.output.contains("n=11") && outcome.output.contains("参数"))
      let screen = try RealProgram.run("lesson", "--size", "60x20", "--keys", "nn")
      screen.expectSuccess()
      #expect(screen.lines.count == 20)
      #expect(screen.lines[0].contains("step 3 of"))
      try RealProgram.run("lesson", "--size", "60x20", "--keys", "<foo>")
        .expectFailure(64, saying: "no known key")
    }
  }
}
