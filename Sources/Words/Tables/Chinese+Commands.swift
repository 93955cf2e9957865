extension Catalogue {
  /// What commands and errors of the command line say.
  static let chineseCommands: KeyValuePairs<String, String> = [
    "The output is no terminal. Run without \">\" and \"|\".": "输出不是终端。请不要用 \">\" 和 \"|\"。",
    "The input is no terminal, and /dev/tty cannot be opened: nobody could press a key.":
      "输入不是终端，/dev/tty 也打不开：没有人能按键。",
    "TERM={} cannot place its cursor. Set TERM to what the terminal is, e.g. xterm.":
      "TERM={} 不能移动光标。请把 TERM 设为实际的终端，例如 xterm。",
    "TERM={} is not in the terminfo database, nor are {}. Install ncurses-base or ncurses-term.":
      "terminfo 数据库里没有 TERM={}，也没有 {}。请安装 ncurses-base 或 ncurses-term。",
    "ncurses cannot start on this terminal (TERM={}).": "ncurses 不能在此终端启动（TERM={}）。",
    "TERM is not set; taken for {}": "没有设置 TERM；当作 {}",
    "TERM={} is unknown; taken for {}": "不认识 TERM={}；当作 {}",
    "cannot write to the standard output: {}": "不能写到标准输出：{}",
    "'{}' is not UTF-8, so that its name means no file here; give the file a link with another name":
      "“{}”不是 UTF-8，在这里不能指称文件；请给该文件建一个另名的链接",
    "{}: expected \"name = value\", found \"{}\"": "{}：应为 \"name = value\"，却是 \"{}\"",
    "{}: {} was already given in line {}": "{}：{} 已在第 {} 行给出",
    "{}, line {}": "{}，第 {} 行", "{}: {}": "{}：{}",
    "{}: there is no setting \"{}\"; see paramscope config --print":
      "{}：没有设置 \"{}\"；请看 paramscope config --print",
    "{}: {} is \"{}\"; allowed: {}": "{}：{} 是 \"{}\"；允许：{}",
    "there is no column \"{}\"; allowed: {}": "没有列 \"{}\"；允许：{}",
    "the key {} of key.{} is also one of key.{}": "key.{2} 的键 {1} 也是 key.{3} 的键",
    "{}: cannot be read: {}": "{}：无法读取：{}",
  ]
}
