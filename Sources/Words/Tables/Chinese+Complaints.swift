extension Catalogue {
  /// Why the inspector cannot do what was typed, and small words of its screens.
  static let chineseComplaints: KeyValuePairs<String, String> = [
    // The `:` line
    "there is no command '{}'; Tab lists all": "没有命令 '{}'；Tab 列出全部",
    "there is no command '{}'; :help lists all": "没有命令 '{}'；:help 列出全部",
    "'{}' could be {}": "'{}' 可能是 {}",
    "{} has no --{}": "{} 没有 --{}", "{} has no --{}; it has {}": "{} 没有 --{}；它有 {}",
    "--{} is given twice": "--{} 给出了两次", "--{} needs a value: {}": "--{} 需要一个值：{}",
    "{} needs {}": "{} 需要 {}", "{} takes no '{}'": "{} 不接受 '{}'",
    "there is no parameter here": "这里没有参数",
    "there is no parameter here to export": "这里没有可导出的参数",
    "the seed '{}' is no whole number of 32 bits": "种子 '{}' 不是 32 位整数",
    "--dtype is float16, bfloat16, float32 or float64, not '{}'":
      "--dtype 是 float16、bfloat16、float32 或 float64，不是 '{}'",
    "copy takes name, value or row, not '{}'": "copy 接受 name、value 或 row，不是 '{}'",
    "'{}' ends in no known format: .npy .csv .txt for values, .svg .ansi .styled .screen for the screen":
      "'{}' 的结尾不是已知格式：值用 .npy .csv .txt，屏幕用 .svg .ansi .styled .screen",
    "there is no initializer '{}'": "没有初始化方法 '{}'",
    "--loss is one of {}, not '{}'": "--loss 是 {} 之一，不是 '{}'",
    "--{} is a whole number from 1 to 1,000,000, not '{}'": "--{} 是 1 到 1,000,000 的整数，不是 '{}'",
    "there is no column '{}'; there are {}": "没有列 '{}'；有 {}",
    "there are unsaved changes; :w saves them, :inspect! leaves them":
      "有未保存的改动；:w 保存，:inspect! 放弃",
    "--input is a shape such as 2x20, not '{}'": "--input 是如 2x20 的形状，不是 '{}'",
    "--tolerance is a number from 0, not '{}'": "--tolerance 是不小于 0 的数，不是 '{}'",
    "--steps and --epochs exclude each other": "--steps 与 --epochs 不能同用",
    "line": "行", "Commands": "命令", "Initializers": "初始化方法", "also": "也可写作", "last:": "上次：",
    "train the network, step after step": "一步一步训练网络",

    // Scripts of keys
    "keys, character {}: \"{}\" is no known key. Known are {} <F1> to <F12> <C-x> <Click 10,5> <DoubleClick 10,5> <WheelUp 10,5> <WheelDown 10,5> <Resize 80x24>; write <lt> for a plain \"<\".":
      "按键第 {} 个字符：\"{}\" 不是已知的键。已知的有 {} <F1> 到 <F12> <C-x> <Click 10,5> <DoubleClick 10,5> <WheelUp 10,5> <WheelDown 10,5> <Resize 80x24>；单写 \"<\" 请用 <lt>。",
    "keys, character {}: \"{}\" is out of range. A screen has 1 to {} columns and rows.":
      "按键第 {} 个字符：\"{}\" 超出范围。屏幕的列和行是 1 到 {}。",

    // Screens
    "not known": "未知", "no elements": "没有元素",
    "row {} is all zero": "第 {} 行全为零", "rows {} are all zero": "第 {} 行全为零",
    "column {} is all zero": "第 {} 列全为零", "columns {} are all zero": "第 {} 列全为零",
    "zeros {}  NaN {}  Inf {}": "零 {}  NaN {}  Inf {}", "{} values": "{} 个值",
    "1 Overlay": "1 叠加", "2 Values a b": "2 数值 a b", "4 Info": "4 信息",
    "here": "此处", "days": "天",
  ]
}
