extension Catalogue {
  /// What each initializer is for, as the catalogue of the engine has it in English.
  static let chineseInitializers: KeyValuePairs<String, String> = [
    "bilinear interpolation; f = ⌈width/2⌉, c = (2f - 1 - f mod 2) / 2f":
      "双线性插值；f = ⌈width/2⌉，c = (2f - 1 - f mod 2) / 2f",
    "one value everywhere, or an array repeated to the shape": "处处一个值，或按形状重复的数组",
    "kernels that keep the length of their input": "保持输入长度的卷积核",
    "kernels that pass their channels through": "让各通道原样通过的卷积核",
    "an expression of one's own in uniform, normal, x, fan_in, i, j, ...":
      "自己的表达式，可用 uniform、normal、x、fan_in、i、j 等",
    "the identity matrix": "单位矩阵",
    "each piece of the vector of a recurrent network by its name": "循环网络向量的每一段按其名称",
    "keeps the variance of signals and gradients": "保持信号与梯度的方差",
    "keeps the variance through rectifiers": "经过 ReLU 保持方差",
    "keeps the variance of signals": "保持信号的方差",
    "normal, as wide as another parameter": "正态，宽度同另一参数",
    "zeros, but not for the forget gate of an LSTM": "零，LSTM 的遗忘门除外",
    "for rectifiers with a slope": "用于带斜率的 ReLU", "normal around 0": "以 0 为中心的正态", "ones": "一",
    "orthogonal rows or columns of length scale": "正交的行或列，长度为 scale",
    "a random orthogonal matrix": "随机正交矩阵",
    "the same distribution without the structure": "同样的分布，没有结构",
    "normal with a mean and a standard deviation": "给定均值和标准差的正态",
    "uniform between two bounds": "两界之间的均匀分布", "few connections to each unit": "每个单元只有少数连接",
    "what linear layers and convolutions do, biases too": "线性层与卷积层的做法，偏置也是",
    "normal between two bounds": "两界之间的正态", "normal without its tails": "去掉尾部的正态",
    "uniform around 0": "以 0 为中心的均匀分布", "a distribution of a given variance": "给定方差的分布",
    "keeps the variance of signals from layer to layer": "使信号的方差逐层不变",
  ]
}
