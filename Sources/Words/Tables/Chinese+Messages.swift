extension Catalogue {
  /// What the status line says.
  static let chineseMessages: KeyValuePairs<String, String> = [
    "{} of {} parameters wait for their shapes": "{2} 个参数中有 {1} 个等待形状",
    "nothing changed": "没有改变", "undone:": "已撤销：", "redone:": "已重做：",
    ", seed {}": "，种子 {}", ":": "：", "; {} left alone": "；{} 个不变",
    "{} parameters of {} layers changed": "{2} 层的 {1} 个参数改变了",
    "layer {} changed": "层 {} 改变了", "{} changed": "{} 改变了",
    "{} changed together": "{} 一起改变了",
    "{} and {} more": "{} 及另外 {} 个", "{} and {}": "{} 和 {}",
    "nothing to undo": "没有可撤销的", "nothing to redo": "没有可重做的",
    "{} has no other user": "{} 没有别的使用处",
    "there is no parameter here to initialize": "这里没有可初始化的参数",
  ]
}
