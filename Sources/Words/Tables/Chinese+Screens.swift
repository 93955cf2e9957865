extension Catalogue {
  /// What stands on the screens.
  static let chineseScreens: KeyValuePairs<String, String> = [
    // Title
    "1 layer": "1 层", "{} layers": "{} 层",
    "1 parameter": "1 个参数", "{} parameters": "{} 个参数", "{} params": "{} 个参数",
    ", {} shared": "（{} 个共享）", ", {} deferred": "（{} 个待定）",
    "{}{} values": "{1}{2} 个值", "{} modified": "{} 个已改", "need {}": "至少需要 {}",

    // Tree and table
    "Layers": "层", "Parameters of {}": "{} 的参数", "no parameters": "没有参数",
    "name": "名称", "tie": "组", "shape": "形状", "type": "类型", "init": "初始化",
    "count": "个数", "min": "最小", "mean": "均值", "std": "标准差", "max|x|": "最大|x|",
    "values": "值", "deferred": "待定", "empty": "空", "unreadable": "不可读",
    "no number": "无数值", "was": "原为",

    // Detail
    "Histogram": "直方图", "now": "现在", "before": "之前", "theory": "理论", "then": "之后",
    "max": "最大", "range": "范围", "zeros": "零", "outside": "轴外", "outside the axis": "轴外",
    "scanning {} %": "扫描 {} %", "reading {}": "读取 {}", "before: {}{}": "之前：{}{}",
    "waiting for the first forward": "等待第一次前向计算",
    "{} outputs known": "输出数 {} 已知", "inputs from the data": "输入数由数据决定",
    "{} is noted": "已记下 {}", "{} cannot be read": "无法读取 {}",
    "file": "文件", "offset": "偏移", "expected": "应为", "{} bytes": "{} 字节",
    "The other parameters can be read.": "其他参数可以读取。",

    // Dialog
    "Initialize": "初始化", "What": "对象", "With": "方法", "Preview": "预览", "seed": "种子",
    "parameter": "参数", "layer": "层", "subtree": "子树", "network": "整个网络",
    "matching": "匹配", "one axis, two scales": "同一横轴，各自纵轴",
    "continues the stream": "继续随机流", "Ctrl-N next": "Ctrl-N 下一个",
    "drawing": "正在抽取", "no values yet": "还没有值", "no finite values": "没有有限值",
    "from the file": "来自文件", "std = {}": "标准差 = {}",
    "{} values change in": "{} 个值将改变：", "layers": "层", ": they share": "：共享",
    "{} keeps {}": "{} 保持 {}", "{} more keep their own": "另有 {} 个保持自己的",
    "{} left alone: {}": "{} 不变：{}", "{} and {} more left alone: {}": "{} 及另外 {} 个不变：{}",

    // Leaving
    "Leave": "退出", "1 parameter is modified, not saved.": "1 个参数已改，尚未保存。",
    "{} parameters are modified, not saved.": "{} 个参数已改，尚未保存。",
    "leave and lose them": "退出并放弃", "stay": "留下", "leave": "退出",
  ]
}
