extension Catalogue {
  /// What the linear mode says.
  static let chinesePlain: KeyValuePairs<String, String> = [
    "{}: {}, {}, {} of them shared, {} values, {}.": "{}：{}，{}，其中 {} 个共享，{} 个值，{}。",
    "{}: {}, {}, {} values, {}.": "{}：{}，{}，{} 个值，{}。",
    "1 parameter modified, not saved.": "1 个参数已改，尚未保存。",
    "{} parameters modified, not saved.": "{} 个参数已改，尚未保存。",
    "Layer {}{}. {}. Position {} of {}.": "层 {}{}。{}。第 {4} 项，共 {5} 项。",
    "{} more before.": "之前还有 {} 个。", "{} more.": "还有 {} 个。", "{}. selected, {}.": "{}. 选中，{}。",
    "{}. {}.": "{}. {}。",
    "shared {}": "共享 {}", "unknown": "未知", "scalar": "标量", "by": "乘", "to": "到",
    "modified": "已改", "waiting for its shape": "等待形状", "not read yet": "尚未读取",
    "Same object in {}.": "同一对象，用于 {}。", "All {} values are {}.": "全部 {} 个值都是 {}。",
    "mean {}, std {}, min {}, max {}.": "均值 {}，标准差 {}，最小 {}，最大 {}。",
    "Done:": "完成：", "Note:": "注意：", "Error:": "错误：",
    "Histogram of {}, {} values, {} bins:": "{} 的直方图，{} 个值，{} 个区间：",
    ", before {}": "，之前 {}", "{} to {}: {}": "{} 到 {}：{}",
    "Outside {}. Zeros {}, NaN {}, -Inf {}, +Inf {}.": "轴外 {}。零 {}，NaN {}，-Inf {}，+Inf {}。",
    "Command, or ? for help:": "命令，? 为帮助：", "Nothing has changed.": "没有变化。",
    "Type a key or a command, then Enter. An empty line tells everything again.":
      "输入按键或命令，再按 Enter。空行重述全部。",
    "Keys:": "按键：", "Commands:": "命令：",

    // Messages of the terminal
    "read-only: nothing is changed or saved (--read-only)": "只读：不改也不存（--read-only）",
    "the mouse selects, scrolls and opens": "鼠标用于选择、滚动和展开",
    "the mouse selects text, as the terminal does": "鼠标由终端用来选择文字",
    "what was pasted is no command: open a field for it": "粘贴的内容不是命令：请先打开输入框",
    "mouse on, off": "鼠标开、关",
  ]
}
