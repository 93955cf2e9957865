extension Catalogue {
  /// The help of what floats over the panes, and its keys.
  static let chineseHelp: KeyValuePairs<String, String> = [
    "Comparison": "比较两个模型", "Find": "查找名称", "Filter": "筛选名称", "Slice": "切片输入",
    "other layers": "另一组层", "by column, all": "按列或全部", "next change": "下一处变化",
    "by change, name": "按变化或名称", "swap a, b": "对调 a、b", "show": "显示",
    "complete": "补全", "history": "历史", "run": "执行", "search history": "搜索历史",
    "reload {}": "重读 {}",
    "the file holds this no more; only its numbers are known": "文件里已没有这些值；只知道其统计",
    "other uses": "其他使用处",
    "row": "行", "re, im": "实部、虚部",
    "{} has no imaginary parts": "{} 没有虚部",
    "real parts, c imaginary": "实部，c 虚部", "imaginary parts, c real": "虚部，c 实部",
    ", real parts": "，实部", ", imaginary parts": "，虚部", "go there": "到那里", "up, down": "上、下",
    "{} far off   colour: how far from the median of its column":
      "{} 离群   颜色：距该列中位数多远",
    "{} waiting   {} cannot be read   {} shape not known yet": "{} 等待   {} 不可读   {} 形状未知",
    "a is the first model, b the second; what is the same is not listed":
      "a 是第一个模型，b 是第二个；相同的不列出",
    "letters find an initializer, or type one with its arguments":
      "输入字母查找初始化，或连同参数一起输入",
    "Left Right choose a value": "Left Right 选择取值",
    "plain text or a regular expression; a capital letter makes capitals matter":
      "普通文本或正则表达式；有大写字母时区分大小写",
    "as NumPy slices: [0:4, :8], [3, :, ::2]": "按 NumPy 切片：[0:4, :8]、[3, :, ::2]",
    "listed is what has the same shape and type": "列出的是形状与类型相同的参数",
  ]
}
