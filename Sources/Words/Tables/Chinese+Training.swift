extension Catalogue {
  /// Training on the screen.
  static let chineseTraining: KeyValuePairs<String, String> = [
    "Training": "训练",
    "T run": "T 运行",
    "T pause": "T 暂停",
    "step": "步数",
    "loss": "损失",
    "rule": "方法",
    "of {} steps": "共 {} 步",
    "from {}": "起初 {}",
    "batch {}": "每批 {}",
    "layer {}": "层 {}",
    "gradient l2 by use, over the steps": "各处使用的梯度 l2 随步数的变化",
    "a file of parameters cannot be trained; open a network": "参数文件不能训练；请打开一个网络",
    "training: {} steps a second at the most": "训练：每秒最多 {} 步",
    "step {}: the loss is {}; training stops": "第 {} 步：损失为 {}；训练停止",
    "training  step {}  loss {}": "训练中  第 {} 步  损失 {}",
    "step {}  loss {}": "第 {} 步  损失 {}",
    "step {}": "第 {} 步",
    "undone: step {}": "已撤销：第 {} 步",
    "redone: step {}": "已重做：第 {} 步",
    "train a step": "训练一步",
    "run, pause": "运行，暂停",
    "slow, fast": "慢些，快些",
  ]
}
