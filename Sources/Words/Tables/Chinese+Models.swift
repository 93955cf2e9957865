extension Catalogue {
  /// Why a model cannot be built, changed, trained or saved.
  static let chineseModels: KeyValuePairs<String, String> = [
    // Names
    "there is no parameter '{}'. See paramscope tree": "没有参数 '{}'。请看 paramscope tree",
    "there is no parameter '{}'; did you mean '{}'? See paramscope tree":
      "没有参数 '{}'；是指 '{}' 吗？请看 paramscope tree",
    "example:{}: there is no such example; did you mean example:{}? Known: {}":
      "example:{}：没有这个例子；是指 example:{} 吗？已知：{}",
    "example:{}: there is no such example. Known: {}": "example:{}：没有这个例子。已知：{}",
    "there is no such parameter": "没有这个参数", "no parameter matches '{}'": "没有参数匹配 '{}'",
    "'{}' is not a regular expression: {}": "'{}' 不是正则表达式：{}",
    "unmatched )": "多余的 )", "too many (": "( 太多", "unknown (?": "未知的 (?", "missing )": "缺少 )",
    "nothing to repeat": "没有可重复的", "\\ at the end": "末尾的 \\", "unknown \\{}": "未知的 \\{}",
    "\\{} in [ ]": "[ ] 里的 \\{}", "{}-{} is empty": "{}-{} 是空的", "missing ]": "缺少 ]",
    "{ } out of range": "{ } 超出范围", "it is too large": "它太大",

    // Sharing, gradients, planes, singular values
    "{} is there; --force replaces it": "{} 已存在；--force 则替换",
    "there is no gradient": "没有梯度", "{}: a file has no gradients": "{}：文件没有梯度",
    "{} has {} already": "{} 已经使用 {}",
    "{} is {} {}, {} is {} {}: one object cannot be both": "{} 是 {} {}，{} 是 {} {}：一个对象不能两者都是",
    "{} belongs to one block that is called {} times: nothing can be untied":
      "{} 属于被调用 {} 次的同一个块：没有可解绑的",
    "{} holds its parameters in properties of its own code": "{} 把参数放在自己代码的属性里",
    "{} was not opened from a file": "{} 不是从文件打开的",
    "only a matrix with elements has singular values": "只有带元素的矩阵才有奇异值",
    "singular values are computed of up to {} values; these are {}": "奇异值最多对 {} 个值计算；这里有 {} 个",
    "a matrix with NaN or Inf has no singular values": "含 NaN 或 Inf 的矩阵没有奇异值",
    "{} indices for {} axes": "{2} 条轴有 {1} 个下标",
    "{} axes are free, two can be shown: give some an index": "有 {} 条自由轴，只能显示两条：请给其余的下标",
    "'{}' is no index; write a whole number or a colon": "'{}' 不是下标；请写整数或冒号",
    "index {} is outside axis {} of length {}": "下标 {} 超出第 {} 轴，其长度为 {}",
    "the slice is longer than 1000 characters": "切片超过 1000 个字符",
    "the slice '{}' has more than one '...'": "切片 '{}' 有不止一个 '...'",
    "the slice '{}' has {} axes, but the shape is {}": "切片 '{}' 有 {} 条轴，但形状是 {}",
    "'{}' is no slice: expected a number or start:stop:step, as in 0:4":
      "'{}' 不是切片：应为一个数或 start:stop:step，例如 0:4",
    "the slice has nothing for axis {}; ':' means all": "切片在第 {} 轴上是空的；':' 表示全部",
    "index {} is out of bounds for axis {} with size {}": "下标 {} 超出第 {} 轴的范围，其长度为 {}",
    "the step of a slice cannot be {}": "切片的步长不能是 {}",

    // Initializing and saving
    "nothing is drawn": "没有抽取任何值", "nothing to do": "没有可做的",
    "it has no values yet": "它还没有值", "{} has no parameters of its own": "{} 自己没有参数",
    "{} elements are not drawn": "{} 元素不能抽取",
    "its name says nothing of its role": "从名称看不出它的作用",
    "not enough room: {} needed, {} free": "空间不足：需要 {}，可用 {}",
    "no second model is open": "没有打开第二个模型",
    "{} must end in .npy, .csv or .txt": "{} 必须以 .npy、.csv 或 .txt 结尾",

    // Training
    "a batch of {} has no samples": "每批 {} 个，没有样本",
    "the shape of an input is not known; give it, as in --input 2,20":
      "不知道输入的形状；请给出，例如 --input 2,20",
    "the output has shape {}, not one part for each sample": "输出的形状是 {}，不是每个样本一份",
    "each target has shape {}, but the network answers {}": "每个目标的形状是 {}，但网络给出 {}",
    "each target has shape {}, but the classes of an answer of shape {} have {}":
      "每个目标的形状是 {}，但形状为 {} 的输出的类别是 {}",
    "target {} is {}, but the classes are 0 to {}": "目标 {} 是 {}，但类别是 0 到 {}",
    "the inputs have shape {}, which holds no samples": "输入的形状是 {}，没有样本",
    "there are {} inputs but {} targets; expected one for each": "有 {} 个输入，却有 {} 个目标；应各有一个",
    "samples cannot be converted to {}": "样本不能转换为 {}",
    "{}: needs the arrays x (inputs) and y (targets), found none":
      "{}：需要数组 x（输入）和 y（目标），一个也没有",
    "{}: needs the arrays x (inputs) and y (targets), found {}":
      "{}：需要数组 x（输入）和 y（目标），却是 {}",
    "{}, {}: {}": "{}，{}：{}",
    "holds {} elements, expected real numbers": "装有 {} 元素，应为实数",
    "is a single number, expected an axis of samples": "是单个数，应有一条样本轴",
    "{} elements are more than the {} that are read": "{} 个元素超过可读的 {} 个",
    "{}: a file of parameters cannot be trained; open a network": "{}：参数文件不能训练；请打开一个网络",
  ]
}
