extension Catalogue {
  /// What commands print for a person: headings, sums, progress; and the manual's own words.
  static let chineseResults: KeyValuePairs<String, String> = [
    // Headings
    "dtype": "类型", "l2": "l2", "nans": "NaN", "infs": "Inf", "shared with": "共享于", "shared": "共享",
    "from": "从", "status": "状态", "max abs": "最大差", "initializer": "初始化", "weights l2": "权重 l2",
    "after": "之后", "gradient l2": "梯度 l2", "grad l2": "梯度 l2", "formula": "公式", "source": "来源",
    "arguments": "参数",
    "argument": "参数", "default": "默认", "required": "必填",

    // Sums
    "{}, {}": "{}，{}", "{} shared": "{} 个共享", "{} values and more": "{} 个以上的值", "{} {}": "{} {}",
    "its own": "自己的", "left alone: {}": "不变：{}",
    "{} of {} parameters drawn; {}": "{2} 个参数中抽取了 {1} 个；{3}",
    "{} of {} parameters drawn, seed {}; {}": "{2} 个参数中抽取了 {1} 个，种子 {3}；{4}",
    "wrote {} tensors, {}, as {}": "写入 {} 个张量，{}，格式 {}",
    "1 step of {}": "1 步，每步 {} 个", "{} steps of {}": "{} 步，每步 {} 个",
    "{}: {}, {}, {}, on {}": "{}：{}，{}，{}，数据 {}",
    "{}: {}, {}, {}, on a made-up task, seed {}": "{}：{}，{}，{}，自造任务，种子 {}",

    // Progress
    "comparing": "比较", "training": "训练", "reading": "读取", "writing": "写入",

    // Errors of commands
    "{}. See '{}'.": "{}。请看 '{}'。", "{}. See paramscope --help": "{}。请看 paramscope --help",
    "wrong usage": "用法错误", "--slice: {}": "--slice：{}",
    "{}: the output must end in .npy, .csv or .txt": "{}：输出必须以 .npy、.csv 或 .txt 结尾",
    "there is no initializer '{}'. See paramscope initializers":
      "没有初始化方法 '{}'。请看 paramscope initializers",
    "there is no initializer '{}'; did you mean '{}'? See paramscope initializers":
      "没有初始化方法 '{}'；是指 '{}' 吗？请看 paramscope initializers",
    "there is no command \"{}\"; see paramscope config --print":
      "没有命令 \"{}\"；请看 paramscope config --print",
    "{}: longer than {} bytes; no configuration is": "{}：超过 {} 字节；配置不会这么长",

    // The configuration
    "The configuration of paramscope: these are the defaults.": "paramscope 的配置：以下是默认值。",
    "It is read from {}. An option of the command line wins.": "读自 {}。命令行选项优先。",
    "{}, else {}": "{}，否则 {}",
    "The keys of each command, as vim writes them; those of one detail beat the others.":
      "每个命令的按键，写法同 vim；某一详情的按键优先。",
    "the colours; auto asks the terminal": "配色；auto 询问终端",
    "when there are colours; auto obeys NO_COLOR": "何时用颜色；auto 遵从 NO_COLOR",
    "dim text as bright as other text": "暗淡的文字与其他文字一样亮",
    "signs in ASCII; auto goes by the locale": "符号用 ASCII；auto 依区域设置",
    "the terminal draws signs two cells wide": "终端把符号画成两格宽",
    "changed rows fade; auto is no over SSH": "改变的行渐隐；SSH 上 auto 为 no",
    "copying goes to the terminal's clipboard (OSC 52)": "复制到终端的剪贴板（OSC 52）",
    "nothing can be changed or saved": "不能改也不能存",
    "the language; auto goes by LANG": "语言；auto 依 LANG",
    "the columns of the parameter table, if they fit": "参数表的列，放得下时显示",
    "auto, yes or no": "auto、yes 或 no", "yes or no": "yes 或 no", "auto, en or zh": "auto、en 或 zh",
    "keys as in \"g <Home> <C-d>\", or nothing": "形如 \"g <Home> <C-d>\" 的按键，或留空",

    // The manual
    "NAME": "名称", "SYNOPSIS": "概要", "DESCRIPTION": "描述", "COMMANDS": "命令", "ENVIRONMENT": "环境变量",
    "FILES": "文件", "SEE ALSO": "参见", "User Commands": "用户命令",
    "[command] [model] [options]": "[命令] [模型] [选项]",
    "Settings and keys.": "设置与按键。", "Not empty: no colours.": "非空：没有颜色。",
    "Colours in spite of CLICOLOR=0.": "即使 CLICOLOR=0 也有颜色。",
    "truecolor: 24-bit colours, where terminfo has a description of them.":
      "truecolor：24 位颜色，terminfo 有其描述时。",
    "The background, where the terminal does not answer.": "终端不回答时的背景。",
    "Not empty: nothing moves.": "非空：没有动画。",
    "The terminal; dumb prints the tree.": "终端；dumb 时打印层树。",
    "The encoding, and the language: zh or English.": "编码，以及语言：zh 或英语。",
    "The encoding.": "编码。", "The language: zh or English.": "语言：zh 或英语。",
    "The folder of the configuration.": "配置所在的文件夹。",
  ]
}
