extension Catalogue {
  /// What is said while commands are typed, models saved, compared and read anew.
  static let chineseDoing: KeyValuePairs<String, String> = [
    // Commands
    "Command": "命令", "History": "历史", "search:": "搜索：", "nothing found": "没有找到",
    "reinitialize": "重新初始化",
    "edit values by an expression": "用表达式编辑值", "go to a parameter's values": "转到某参数的值",
    "go to the layer tree": "转到层树", "all parameters in one table": "所有参数列成一表",
    "a second model beside this one": "并排比较另一个模型",
    "write another format or type": "写成另一种格式或类型",
    "the screen as .svg, .ansi, .styled or text": "把屏幕存为 .svg、.ansi、.styled 或文本",
    "list, with arguments": "列出及其参数", "save the model to a file": "把模型存入文件",
    "save, then quit": "保存后退出",
    "values as .npy .csv .txt; screen as .svg .ansi .styled":
      "值存为 .npy .csv .txt；屏幕存为 .svg .ansi .styled",
    "copy to the terminal's clipboard": "复制到终端的剪贴板",
    "leave; asks if there are changes": "退出；有改动时询问", "leave and lose changes": "退出并放弃改动",
    "what a command does": "命令的作用", "as the key {}": "同按键 {}",

    // Save, edit, changes, copy
    "Save": "保存", "File": "文件", "Format": "格式", "Writes": "写入", "Shared": "共享",
    "Free": "可用", "looking": "正在查看", "1 tensor, {}": "1 个张量，{}",
    "{} tensors, {}": "{} 个张量，{}", "written again as {}": "再写一份：{}",
    "a file of {} is there; it would be replaced": "已有 {} 的文件；将被替换",
    "this is the file that is open; it would be replaced": "这正是打开的文件；将被替换",
    "Overwrite it?": "覆盖吗？", "yes": "是", "no": "否", "saving": "正在保存", "{} %": "{} %",
    "Esc cancels": "Esc 取消", "saved": "已保存", ", {} tensors, {}, {}": "，{} 个张量，{}，{}",
    "a save is under way; Esc cancels it": "正在保存；Esc 取消",
    "cancelled; {} is as it was": "已取消；{} 未变", "wrote {}": "已写入 {}", "Edit": "编辑",
    "there is no parameter here to edit": "这里没有可编辑的参数", "Changes": "改动",
    "as it was opened": "打开时", "seed {}": "种子 {}",
    "nothing has been changed yet": "还没有改动", "Copy": "复制", "the name": "名称",
    "the values, as NumPy prints them": "值，如 NumPy 所打印", "the row, exact": "整行，精确",
    "the values": "值", "the row": "整行", "copied {}, {} bytes": "已复制{}，{} 字节",
    "{} bytes are too many to copy": "{} 字节太多，不能复制",
    "there is nothing here to copy": "这里没有可复制的", "copying is switched off": "复制已关闭",

    // Comparing and following
    "with": "对比", "{} in both": "两者都有 {} 个", "{} only in a": "{} 个仅在 a",
    "{} only in b": "{} 个仅在 b", "Changed, largest first": "改变，最大的在前",
    "Changed, in their order": "改变，按原来顺序", "{} waiting": "{} 个等待",
    "changed": "改变", "same": "相同", "added": "新增", "removed": "移除", "reshaped": "形状不同",
    "retyped": "类型不同", "only in a": "仅在 a", "only in b": "仅在 b",
    "comparing {}": "正在比较 {}", "layer {} is the same": "层 {} 相同",
    "layers {} are the same": "层 {} 相同", "all parameters are the same": "所有参数都相同",
    "neither model has parameters": "两个模型都没有参数", "changed {} of {} values": "{2} 个值中 {1} 个改变",
    "same sign of change {} %": "同号变化 {} %", "moved rows {} of {}": "{2} 行中 {1} 行改变",
    "NaN or Inf on one side {}": "仅一侧为 NaN 或 Inf：{}",
    "there is no difference of these two": "两者没有差", "not in this model": "不在此模型中",
    "opening {}": "正在打开 {}", "only the second model has it": "只有第二个模型有它",
    "relative l2": "相对 l2", "cosine": "余弦", "std a": "标准差 a", "std b": "标准差 b",
    "changed on disk": "磁盘上已改变", "deleted": "已删除", "{} was read anew": "{} 已重新读取",
    "{} changed on disk; R reads it anew": "{} 在磁盘上改变了；按 R 重新读取",
    "{} was deleted; it can be read until it is closed": "{} 已被删除；关闭之前仍可读取",
    "waiting for a complete file:": "等待完整的文件：",
    "{} was read anew; it has other parameters than before": "{} 已重新读取；参数与之前不同",
  ]
}
