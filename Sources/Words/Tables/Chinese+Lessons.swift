extension Catalogue {
  /// The words round the lesson.
  static let chineseLessons: KeyValuePairs<String, String> = [
    "lesson: parameters": "课程：参数", "step {} of {}": "第 {} 步，共 {} 步", "{} now": "现在的 {}",
    "Output": "输出", "Swift": "Swift", "1 more line": "还有 1 行", "{} more lines": "还有 {} 行",
    "the end": "结束", "next": "下一步", "back": "返回", "the network": "网络", "text": "文字", "scroll": "滚动",
    "waits for a forward": "等待前向计算", "all {}": "全为 {}", "Keys": "按键",
    "more of this step, then the next": "本步其余，然后下一步", "the next step": "下一步",
    "the step before": "上一步", "a line down, up": "下、上一行",
    "the first, the last step": "第一步、最后一步", "text, network (small screens)": "文字、网络（小屏幕）",
  ]
}
