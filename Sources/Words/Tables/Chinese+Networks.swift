extension Catalogue {
  /// What is wrong with the description of a network, or with its graph.
  static let chineseNetworks: KeyValuePairs<String, String> = [
    // Descriptions
    "{}:{}: {}": "{}:{}：{}",
    "not a network description: {}": "不是网络描述：{}",
    "it is empty": "它是空的", "it is not YAML": "它不是 YAML",
    "{} exceeds the limit of {}": "{}超过上限 {}",
    "its size": "它的大小", "its nesting": "它的嵌套", "the number of aliases": "别名个数",
    "the number of layers": "层数", "the number of {}": "{}的个数", "outputs": "输出",
    "the size of the {}": "{} 的大小",
    "'{}' must be {}, found {}": "'{}' 应为{}，却是{}",
    "'{}' must be a mapping, found {}": "'{}' 应为映射，却是{}",
    "a network": "网络", "a layer": "层",
    "a mapping": "映射", "a list": "列表", "an alias": "别名", "nothing": "空",
    "a whole number from {} to {}": " {} 到 {} 的整数", "a number from {} to {}": " {} 到 {} 的数",
    "one number or two": "一个或两个数", "'{}'; did you mean '{}'?": " '{}'；是指 '{}' 吗？", "'{}'": " '{}'",
    "one of {}": "其中之一：{}", "true or false": " true 或 false", "a whole number": "整数",
    "a list of 1 to 8 dimensions": "含 1 到 8 维的列表", "an initializer": "初始化方法",
    "a mapping of arguments": "参数的映射", "arguments with plain values": "取简单值的参数",
    "a divisor of 'channels' and 'in_channels'": " 'channels' 和 'in_channels' 的约数",
    "a list of up to 8 axes": "至多 8 条轴的列表", "a list of layers": "层的列表",
    "one layer kind": "一种层", "{} keys": " {} 个键",
    "unknown key '{}' in {}; did you mean '{}'? Allowed: {}": "{2} 里有未知的键 '{1}'；是指 '{3}' 吗？允许：{4}",
    "unknown key '{}' in {}. Allowed: {}": "{2} 里有未知的键 '{1}'。允许：{3}",
    "'{}' is given twice": "'{}' 给出了两次", "{} needs the key '{}'": "{} 需要键 '{}'",
    "'{}' names the layer '{}', which does not come before it; no layer does":
      "'{}' 指向层 '{}'，它不在前面；前面没有层",
    "'{}' names the layer '{}', which does not come before it; did you mean '{}'? those that do: {}":
      "'{}' 指向层 '{}'，它不在前面；是指 '{}' 吗？在前面的有：{}",
    "'{}' names the layer '{}', which does not come before it; those that do: {}":
      "'{}' 指向层 '{}'，它不在前面；在前面的有：{}",
    "two layers are named '{}'": "两个层都叫 '{}'", "'{}': {}": "'{}'：{}",
    "'params' names the layer '{}', which has no {} to share; no layer before it has":
      "'params' 指向层 '{}'，它没有可共享的 {}；前面没有层有",
    "'params' names the layer '{}', which has no {} to share; layers that have: {}":
      "'params' 指向层 '{}'，它没有可共享的 {}；有的层：{}",
    "'params': {}": "'params'：{}",
    "{} does not take an input of shape {}: {}": "{} 不接受形状为 {} 的输入：{}",
    "{} does not apply to {}: {}": "{} 不适用于 {}：{}",

    // Graphs
    "{}, node {} ({}): {}": "{}，节点 {}（{}）：{}",
    "this operation cannot be run. Known are {}.": "不能运行这个运算。已知的有 {}。",
    "{} is {}, expected {}.": "{} 是 {}，应为{}。", "{} is missing, expected {}.": "缺少 {}，应为{}。",
    "has {} inputs, expected {}.": "有 {} 个输入，应为 {}。", "more": "更多",
    "input {} has to be {}.": "输入 {} 应为{}。",
    "takes output {} of another node, of which only output 0 can be used.":
      "取用另一节点的输出 {}，其中只有输出 0 可用。",
    "the network has {} inputs{}, expected one. A parameter may be missing in the file of parameters.":
      "网络有 {} 个输入{}，应为一个。参数文件里可能缺一个参数。",
    "the network has {} inputs{}, expected one.": "网络有 {} 个输入{}，应为一个。",
    "the network has {} outputs, expected one.": "网络有 {} 个输出，应为一个。",
    "there is no file of parameters beside it, expected {}.": "旁边没有参数文件，应有 {}。",
    "0, and 1 for dim2": " 0，而 dim2 为 1", "a divisor of num_filter, {}": " num_filter（{}）的约数",
    "max or avg": " max 或 avg", "valid or full": " valid 或 full",
    "less than the kernel, {}": "小于卷积核 {} 的值",
    "a number from 0": "不小于 0 的数",
    "leaky, prelu, elu, selu or gelu": " leaky、prelu、elu、selu 或 gelu",
    "a result, as the head": "运算结果，因为是 head", "a result": "运算结果", "a parameter ({})": "参数（{}）",
    "rnn_relu, rnn_tanh, lstm or gru": " rnn_relu、rnn_tanh、lstm 或 gru",
    "a state of zeros": "全零的状态",
    "{} joined parameters (_rnn_param_concat)": "{} 个连接的参数（_rnn_param_concat）",
    "a word": "一个词", "a list such as (3, 3)": "如 (3, 3) 的列表",
    "two numbers from {} to {}, such as (3, 3)": " {} 到 {} 的两个数，如 (3, 3)",
    "{} ({}) cannot be written as operations of MXNet; save its parameters as .params or .safetensors instead.":
      "{}（{}）不能写成 MXNet 的运算；请改把参数存为 .params 或 .safetensors。",
    "{}: a graph is written of a network only; {} is a file of parameters.":
      "{}：只有网络才能写成图；{} 是参数文件。",
    "{}: a graph keeps the types of its parameters; save .params to round them.":
      "{}：图保留参数的类型；要取整请存为 .params。",
  ]
}
