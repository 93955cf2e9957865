import TerminalUI
import TestSupport

/// Random deeds that can be done again from a seed.
struct Monkey {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  mutating func step(on size: Size) -> MonkeyStep {
    MonkeyStep(
      deed: deed(on: size), isDelaying: chance(3), isReversing: chance(4), looksAtFrame: chance(3))
  }

  private mutating func deed(on size: Size) -> MonkeyStep.Deed {
    switch next(below: 40) {
    case 0...1: return .keys(resize())
    case 2...4:
      let event = one(of: ["Click", "DoubleClick", "WheelUp", "WheelDown"])
      let column = next(below: size.columns + 5)
      return .keys("<\(event) \(column),\(next(below: size.rows + 5))>")
    case 5: return .paste(one(of: Self.pasted))
    case 6: return .time(seconds: Double(next(below: 100)) / 20)
    case 7: return chance(4) ? .file(one(of: MonkeyStep.Accident.allCases)) : .keys("R")
    case 8...11: return .keys(one(of: Self.phrases))
    case 12...20: return .keys(one(of: Self.typed))
    default: return .keys(one(of: Self.keys))
    }
  }

  /// From one cell to 400 columns and 100 rows, the usual sizes most often.
  private mutating func resize() -> String {
    let (columns, rows) =
      switch next(below: 6) {
      case 0: (1 + next(below: 400), 1 + next(below: 100))
      case 1: (1 + next(below: 45), 1 + next(below: 14))
      default: (40 + next(below: 121), 12 + next(below: 34))
      }
    return "<Resize \(columns)x\(rows)>"
  }

  private mutating func next(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  /// Whether something that happens once in `bound` times happens.
  private mutating func chance(_ bound: Int) -> Bool { next(below: bound) == 0 }

  private mutating func one<Element>(of choices: [Element]) -> Element {
    choices[next(below: choices.count)]
  }

  private static let keys = [
    "j", "j", "k", "h", "l", "g", "G", "<Tab>", "<Tab>", "<S-Tab>", "<Enter>", "<Enter>", "<Esc>",
    "<Up>", "<Down>", "<Left>", "<Right>", "<Home>", "<End>", "<PageUp>", "<PageDown>", "<C-d>",
    "<C-u>", "<C-f>", "<C-b>", "=", "i", "i", "i", "I", "u", "u", "<C-r>", "+", "-", "L", "b", "*",
    "_", "?", "q", "z", "2", "2", "3", "4", "5", "6", "t", "T", "a", ")", "(", ",", ":", "$", "^",
    "1", "/", "/", "f", "N", "s", "S", "m", "'", "<C-o>", "<C-p>", "{", "}", "!", "r", ".", "[",
    "]", "n", "y", "<C-n>", "<BS>", "<Del>", "<C-l>", "<C-z>", "<lt>", ">", "p", "p", "d", "w",
    "e", "U", "R", "M", "x", "o", "c", "<Insert>", "<C-w>", "<C-a>", "<C-e>", "<C-k>", "<C-Space>",
    "<F1>", "<F2>", "<F3>", "<F4>", "<F5>", "<F6>", "<F7>", "<F8>", "<F9>", "<F10>", "<C-c>",
  ]

  private static let typed = [
    "x", "a", "v", "n", "o", "r", "u", "c", "z", "m", "s", "0", "1", "9", "3", ".", "e", "-", "(",
    ")", "[", "\"", ",", ":", " ", "權", "é", "👍", "\u{301}", "\u{202E}", "ﾊ", "\u{200D}", "\u{0}",
  ]

  private static let pasted = [
    "", "xavier", "0:2,1", "a\nb", "\u{1B}[2J\u{7}", "權\u{301}\u{202E}",
    String(repeating: "(a|b)*", count: 60), String(repeating: "9", count: 400),
  ]

  /// Whole commands, which a key at a time would hardly ever make.
  private static let phrases = [
    "ixavier<Enter>", "iconstant<Tab>1e400<Enter>", "iexpr<Tab>u = uniform(0, 1); u / i<Enter>",
    "ex * 0.5<Enter>", "elog(x)<Enter>", "e<C-u>x / 0<Enter>", "I", "<Tab><Tab>2:0:2,<Enter>",
    "dother<Enter>", "dnowhere<Enter>", "dn", "dNxs", ":close<Enter>", "wx.params<Enter>y",
    "wx.safetensors<Enter>y", "w<Enter>y", ":w x-symbol.json<Enter>y", ":export x.npy<Enter>",
    ":inspect other<Enter>", ":inspect! other<Enter>", ":lesson<Enter>", ":lesson<Enter>nnq",
    ":train --data x.npz<Enter>", ":sort std<Enter>", ":filter a<Enter>", ":find 1<Enter>",
    ":diff other --tolerance 1<Enter>", "w<Down><Right><Down><Left><Enter>y",
    ":export x.csv<Enter>", ":export x.svg<Enter>", ":train --steps 3<Enter>", "T", "t", "tt",
    ":train --optimizer 'sgd(learning_rate: 1e30)'<Enter>", "/w.*t<Enter>", "/(<Enter>",
    "/(a*)*$<Enter>", "fbias<Enter>", "f<C-u><Enter>", "5[[[<Enter>", "5[]]<Esc>", "U<Enter>",
    "Ukk<Enter>", "pllj<Enter>", "p<Esc>", "mjG'j", "4t<Enter>", "4T", "yv", "yn", "yr",
    ":help<Enter>",
    ":<Tab><Tab><Enter>", ":<Up><Enter>", ":<C-r>e<Enter>", ":no such<Enter>", "qn", "z2", "zz",
    "2/", "4j", "6a", "1+++", "1--", "1L", ":e<Enter>", ":reload<Enter>", "ss", "S",
  ]
}
