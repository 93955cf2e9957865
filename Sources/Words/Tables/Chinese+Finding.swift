extension Catalogue {
  /// What is said while one looks for something, of reading, and of the depth profile.
  static let chineseFinding: KeyValuePairs<String, String> = [
    // Tree and table
    "differs": "不同", "alike": "相同", "{} tensors": "{} 个张量", "{} of {}": "{}/{}",
    "nothing matches": "没有匹配", "waiting": "等待", "scanning": "扫描",

    // Keys
    "find": "查找", "find, next": "查找、下一个", "filter": "筛选", "sort": "排序",
    "sort, reverse": "排序、反向", "mark, go to": "标记、前往", "jump, return": "后退、前进",
    "by layer": "逐层", "next finding": "下一发现", "read again": "重新读取",
    "repeat": "重复", "depth profile": "深度剖面", "profile": "剖面",
    "stop the scan": "停止扫描", "stay here": "停在这里", "keep": "保留",
    "show all": "全部显示", "earlier patterns": "以前的模式", "mark": "标记", "cell": "单元",
    "next outlier": "下一离群值", "open tensor": "打开张量",
    "statistic": "统计量", "compare by column, all": "按列或全部比较",

    // Finding
    "regular expression, or plain text": "正则表达式或普通文本",
    "as plain text: {}": "按普通文本：{}", "searching": "查找中", "no match": "没有匹配",
    "{}{} parameters": "{}{} 个参数", "{} of {}{}": "{1}/{2}{3}",
    "no name matches {}": "没有名称匹配 {}", "match {} of {}": "第 {} 处，共 {} 处",
    "match {} of {}, from the top again": "第 {} 处，共 {} 处，回到开头",
    "match {} of {}, from the bottom again": "第 {} 处，共 {} 处，回到末尾",
    "nothing was looked for yet: / finds": "还没有查找过：/ 查找",
    "mark this place: which letter?": "标记此处：用哪个字母？",
    "go to which mark? ' is where you were": "前往哪个标记？' 是刚才的位置",
    "mark {} is here": "标记 {} 在此", "at mark {}": "在标记 {}",
    "there is no mark yet: m and a letter set one": "还没有标记：m 加字母设置",
    "no mark {}; there are {}": "没有标记 {}；已有 {}",
    "no place further back": "没有更早的位置", "no place further on": "没有更晚的位置",
    "in the order of names": "按名称排序", "sorted by {}": "按{}排序",
    "sorted by {}, largest first": "按{}排序，最大在前",
    "nothing was changed yet that could be repeated": "还没有可重复的更改",

    // Reading
    "{} left": "剩余 {}", "the scan is stopped: {} of {} read": "扫描已停止：已读 {}，共 {}",
    "1 tensor holds NaN or Inf   ! goes to it": "1 个张量含 NaN 或 Inf   ! 前往",
    "{} tensors hold NaN or Inf   ! goes to the next": "{} 个张量含 NaN 或 Inf   ! 前往下一个",
    "{} of {} tensors cannot be read   ! goes to it": "{2} 个张量中 {1} 个无法读取   ! 前往",
    "every tensor can be read and is finite": "所有张量都可读且有限",
    "nothing so far; reading the rest": "暂无发现；正在读取其余部分",
    "finding {} of {}": "第 {} 项发现，共 {} 项",
    "finding 1 of {}, from the first again": "第 1 项发现，共 {} 项，从头开始",
    "everything that was read could be read": "已读的都能读取",
    "reading 1 tensor again": "重新读取 1 个张量", "reading {} tensors again": "重新读取 {} 个张量",
    "found": "实为", "The others may be readable.": "其他张量或许可读。",
    "The other tensor can be read.": "另一个张量可以读取。",
    "The other {} tensors can be read.": "其他 {} 个张量可以读取。",
    "Check the disk or copy the file, then r reads again.": "请检查磁盘或复制文件，然后按 r 重新读取。",

    // Depth profile
    "Depth profile": "深度剖面", "o next statistic": "o 下一统计量", "all": "总览",
    "worst": "最异常", "median": "中位数", "value": "值", "ratio": "比值", "robust z": "稳健 z",
    "rank": "名次", "{} over the layers": "{} 随层变化", "not in this layer": "此层没有",
    "below  -        +  above": "偏低 -        + 偏高",
    "against the column median": "相对于列中位数", "against the median of all": "相对于总中位数",
    "robust z over 8": "稳健 z 超过 8", "NaN and Inf": "NaN 与 Inf",
    "{} of {} read": "已读 {}，共 {}", "no outlier among {}": "{} 个中没有离群值",
    "1 outlier of {}:": "{} 个中 1 个离群：", "{} outliers of {}:": "{2} 个中 {1} 个离群：",
    "{} {} median": "{} {} 中位数", "is {} times its column median": "是列中位数的 {} 倍",
    "has {}, the median is 0": "为 {}，中位数为 0",
    "there is no depth to profile: no two layers have numbers and a parameter in common":
      "没有可剖析的深度：没有两层既有编号又有相同的参数",
  ]
}
