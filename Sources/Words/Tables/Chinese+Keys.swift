extension Catalogue {
  /// The words of the help and of the footer.
  static let chineseKeys: KeyValuePairs<String, String> = [
    "Keys in {}": "按键：{}", "Move": "移动", "Do": "操作", "See": "查看", "Parameters": "参数",
    "down, up": "下、上", "close, open": "合上、展开", "pane before": "前一栏", "columns, tree": "列、层树",
    "first, last": "首、尾", "half a page": "半页", "a page": "一页", "next pane": "下一栏",
    "open": "展开", "next user": "下一使用处", "initialize": "初始化", "again": "再做一次",
    "undo, redo": "撤销、重做", "to the shell": "回到终端", "quit": "退出",
    "more, fewer bins": "区间更多、更少", "log counts": "对数计数", "hide before": "隐藏之前",
    "unfold, fold": "全展、全合", "draw again": "重画", "help": "帮助",
    "save": "保存", "save as": "另存为", "copy": "复制", "compare": "比较", "read anew": "重新读取",
    "command": "命令", "edit by rule": "按规则编辑", "all changes": "所有更改",
    "pane": "换栏", "undo": "撤销", "bins": "区间", "log": "对数", "apply": "应用",
    "field": "字段", "next seed": "下一种子", "close": "关闭", "next pane's keys": "下一栏的按键",
    "=a shared, one letter a group   {} modified   {} look here":
      "=a 共享，一组一字母   {} 已改   {} 注意",
    "{} shape not known yet   {} cannot be read   {} waiting": "{} 形状未知   {} 不可读   {} 等待",
  ]
}
