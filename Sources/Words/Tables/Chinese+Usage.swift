extension Catalogue {
  /// What `--help` and the manual page say; what is typed is the same in every language.
  static let chineseUsage: KeyValuePairs<String, String> = [
    // ArgumentParser's own words
    "OVERVIEW: {}": "概述：{}", "USAGE: {}": "用法：{}", "ARGUMENTS:": "参数：", "OPTIONS:": "选项：",
    "SCREEN:": "屏幕：", "SUBCOMMANDS:": "子命令：", "default: {}": "默认：{}", "values: {}": "可取：{}",
    "Show help information.": "显示帮助。", "Show the version.": "显示版本。",
    "See '{}' for detailed help.": "详细帮助见 '{}'。",

    // The whole
    "See, initialize and share the parameters of a neural network, in the terminal.":
      "在终端里查看、初始化、共享神经网络的参数。",
    "MODEL is a network description (YAML), a safetensors, MXNet .params or NumPy .npy or .npz file, or a built-in example: example:mlp, example:shared-mlp, example:reuse, example:lenet, example:lstm. Without one the inspector opens example:mlp.":
      "MODEL 是网络描述（YAML）、safetensors、MXNet .params 或 NumPy .npy、.npz 文件，或内置例子：example:mlp、example:shared-mlp、example:reuse、example:lenet、example:lstm。不给时打开 example:mlp。",
    "The opened file is never written. No network, no telemetry.": "打开的文件从不写入。不联网，不收集数据。",
    "Exit status: 0 done, 1 diff found differences, 64 wrong usage, 65 wrong contents, 66 no such model, 73 cannot write the output, 74 reading failed, 78 wrong configuration.":
      "退出状态：0 完成，1 diff 发现差异，64 用法错误，65 内容错误，66 没有这个模型，73 无法写输出，74 读取失败，78 配置错误。",
    "A network description, a file of parameters, or example:NAME.": "网络描述、参数文件，或 example:NAME。",
    "The seed of the random stream (default: the description's, else 0).": "随机流的种子（默认：描述里的，否则 0）。",
    "The shape of the input, batch first: 2,20.": "输入的形状，批次在前：2,20。",
    "The language: en or zh (default: that of LANG).": "语言：en 或 zh（默认依 LANG）。",
    "Print one JSON object.": "打印一个 JSON 对象。",
    "A file to write: .npy, .csv or .txt.": "要写的文件：.npy、.csv 或 .txt。",

    // inspect
    "Open the inspector (also without this word).": "打开查看器（不写这个词也行）。",
    "Read the file anew whenever it changes on disk.": "文件在磁盘上改变时重新读取。",
    "Colours: auto, always or never (auto obeys NO_COLOR).":
      "颜色：auto、always 或 never（auto 遵从 NO_COLOR）。",
    "Colours for a dark or a light background; auto asks the terminal.": "深色或浅色背景的配色；auto 询问终端。",
    "Dim text as bright as other text.": "暗淡的文字与其他文字一样亮。",
    "Signs in ASCII (by itself without UTF-8).": "符号用 ASCII（没有 UTF-8 时自动如此）。",
    "The terminal draws signs two cells wide: use ASCII for them.": "终端把符号画成两格宽：改用 ASCII。",
    "The mouse selects, scrolls and opens; also by the key M.": "鼠标可选择、滚动、展开；按键 M 也能开关。",
    "Changed rows fade (not over SSH, nor with NO_MOTION).": "改变的行渐隐（SSH 上或有 NO_MOTION 时不这样）。",
    "Copying goes to the terminal's clipboard (OSC 52).": "复制到终端的剪贴板（OSC 52）。",
    "Change and save nothing.": "不改也不存。",
    "Ask and answer line by line: for screen readers, dumb terminals and pipes.":
      "逐行问答：用于读屏软件、简单终端和管道。",
    "Ignore the configuration file.": "不理会配置文件。",

    // tree, stats, show
    "Print the layer tree: shapes, counts, bytes, sharing.": "打印层树：形状、个数、字节、共享。",
    "Print a row of statistics for every parameter.": "每个参数打印一行统计量。",
    "List only parameters whose names this regular expression finds.": "只列出名称能被此正则表达式找到的参数。",
    "Add a histogram with so many bins between min and max (not with --csv).":
      "加上最小到最大之间这么多区间的直方图（不能与 --csv 同用）。",
    "Print comma-separated values.": "打印逗号分隔的值。",
    "Print the values of a parameter as NumPy prints them.": "像 NumPy 那样打印参数的值。",
    "A slice is NumPy's basic indexing: '0:4,:8', '-1', '..., ::2'. Only the bytes that are shown are read. An output ends in .npy, .csv or .txt; decimals there are the shortest that give each element back.":
      "切片是 NumPy 的基本下标：'0:4,:8'、'-1'、'..., ::2'。只读取要显示的字节。输出以 .npy、.csv 或 .txt 结尾；其中的小数是能还原每个元素的最短写法。",
    "A parameter, by its name or the path of a use.": "参数，按名称或某处使用的路径。",
    "The elements to show: '0:4,:8'.": "要显示的元素：'0:4,:8'。",
    "Show the gradient instead of the values.": "显示梯度而不是值。",

    // init, edit, convert
    "Reinitialize parameters and save the model to another file.": "重新初始化参数，并把模型存到另一文件。",
    "In a network the initializers that layers declare win, so that a bias of zeros stays one; a file declares none, and the ends of its names decide (bias, beta: 0, gamma: 1). --only draws what a regular expression finds, whatever it declares. The output is written beside its place, flushed and renamed: it is there whole or not at all, and never the opened file.":
      "在网络里，层所声明的初始化方法优先，因此全零的偏置仍为零；文件没有声明，由名称的结尾决定（bias、beta：0，gamma：1）。--only 抽取正则表达式找到的参数，不管其声明。输出先写在旁边，落盘后改名：要么完整，要么没有，也从不是打开的文件。",
    "The initializer: xavier, 'uniform(scale: 0.1)'; see paramscope initializers.":
      "初始化方法：xavier、'uniform(scale: 0.1)'；请看 paramscope initializers。",
    "Draw only the parameters whose names this regular expression finds.": "只抽取名称能被此正则表达式找到的参数。",
    "The file to write: .params for MXNet's format, x-symbol.json for MXNet's graph of a network with x-0000.params beside it, anything else for safetensors.":
      "要写的文件：.params 为 MXNet 格式，x-symbol.json 为 MXNet 的网络图（旁边有 x-0000.params），其余为 safetensors。",
    "Edit values by an expression and save the model to another file.": "用表达式编辑值，并把模型存到另一文件。",
    "x is the present value: 'x * 0.5', 'x + normal(0, 0.01)', 'clip(x, -1, 1)', '0'. There are + - * / % **, comparisons, and or not, abs sqrt exp log sin cos tan tanh floor ceil round sign min max pow where clip uniform normal, and fan_in fan_out shape0 shape1 i j pi e. Without --only every floating-point parameter is edited.":
      "x 是现在的值：'x * 0.5'、'x + normal(0, 0.01)'、'clip(x, -1, 1)'、'0'。可用 + - * / % **、比较、and or not、abs sqrt exp log sin cos tan tanh floor ceil round sign min max pow where clip uniform normal，以及 fan_in fan_out shape0 shape1 i j pi e。没有 --only 时编辑每个浮点参数。",
    "The expression.": "表达式。",
    "Edit only the parameters whose names this regular expression finds.": "只编辑名称能被此正则表达式找到的参数。",
    "The file to write: .params for MXNet's format, anything else for safetensors.":
      "要写的文件：.params 为 MXNet 格式，其余为 safetensors。",
    "Write a model in another format, or element type.": "把模型写成另一种格式或元素类型。",
    "The ending of the output decides: .params is MXNet's format, anything else safetensors. --dtype rounds floating-point parameters to nearest even; whole numbers stay as they are.":
      "由输出的结尾决定：.params 是 MXNet 格式，其余是 safetensors。--dtype 把浮点参数舍入到最近偶数；整数不变。",
    "The file to write.": "要写的文件。", "Round floating-point parameters to this type.": "把浮点参数舍入为此类型。",

    // diff, train
    "Compare two models: what changed, and by how much.": "比较两个模型：哪些变了，变了多少。",
    "Parameters meet by the paths of their uses, across formats and element types. NaN equals NaN. The exit status is 0 if all are the same, and 1 if any is changed, added, removed, reshaped or retyped.":
      "参数按使用路径对应，不论格式与元素类型。NaN 等于 NaN。全部相同时退出状态为 0；有改变、新增、移除、形状或类型不同时为 1。",
    "The first model: a description, a file, or example:NAME.": "第一个模型：描述、文件，或 example:NAME。",
    "The second model.": "第二个模型。",
    "Elements that differ by no more than this count as the same.": "相差不超过此值的元素算作相同。",
    "Train a network; show weights, gradients and the share of each use.": "训练网络；显示权重、梯度和各处使用的占比。",
    "Without --data a task is made up from the seed: inputs are uniform in [-1, 1), or words where the network starts with an embedding, and a random teacher says what is right: the class with the largest of its sums (softmax-ce), or the sums themselves (l2). --data FILE.npz holds the arrays x (samples first) and y (numbers of classes, or values in the shape of the output).":
      "没有 --data 时由种子造一个任务：输入在 [-1, 1) 上均匀，网络以 embedding 开头时是词；由随机的教师给出答案：和最大的类别（softmax-ce），或和本身（l2）。--data FILE.npz 装有数组 x（样本在前）和 y（类别编号，或与输出同形状的值）。",
    "Optimizers, with MXNet's names and defaults: sgd(learning_rate, momentum), nag, adam, rmsprop, adagrad; each takes wd, clip_gradient and rescale_grad too.":
      "优化器用 MXNet 的名称和默认值：sgd(learning_rate, momentum)、nag、adam、rmsprop、adagrad；都接受 wd、clip_gradient 和 rescale_grad。",
    "The share of a use of a shared parameter is the projection of its gradient on the sum of all uses: shares add to 1. A run that diverges goes on, and shows nan (null in JSON).":
      "共享参数某处使用的占比，是它的梯度在各处之和上的投影：占比合计为 1。发散的训练会继续，并显示 nan（JSON 中为 null）。",
    "The optimizer: adam, 'sgd(learning_rate: 0.1, momentum: 0.9)'.":
      "优化器：adam、'sgd(learning_rate: 0.1, momentum: 0.9)'。",
    "What is made small: softmax-ce or l2 (default: what suits the targets).":
      "使什么变小：softmax-ce 或 l2（默认依目标而定）。",
    "The number of samples in a step.": "每步的样本数。",
    "The number of steps (default: 100).": "步数（默认：100）。",
    "How often all samples are gone through, in place of --steps.": "把全部样本过多少遍，代替 --steps。",
    "A file with the arrays x and y, in place of a made-up task.": "装有数组 x 和 y 的文件，代替造出的任务。",
    "Save the trained network: .params, .npz or anything else for safetensors.":
      "保存训练好的网络：.params、.npz，其余为 safetensors。",

    // initializers, snapshot, lesson
    "List every initializer: arguments, defaults, formula, source.": "列出每种初始化方法：参数、默认值、公式、来源。",
    "In formulas U(a, b) is uniform, N(m, s) normal with the standard deviation s, and T(m, s) that normal cut off at two standard deviations and widened to the variance given. For a weight of shape (out, in, kernel...) fan_in is in times the kernel's size, fan_out is out times it, and fan is one of the two or their mean, as the arguments say. A name with its arguments, 'xavier(rnd_type: gaussian)', is what --with, a network description and the dialog take.":
      "公式中 U(a, b) 是均匀分布，N(m, s) 是标准差为 s 的正态分布，T(m, s) 是在两个标准差处截断、再放宽到所给方差的正态分布。对形状为 (out, in, kernel...) 的权重，fan_in 是 in 乘卷积核大小，fan_out 是 out 乘它，fan 按参数取其一或两者的均值。带参数的名称 'xavier(rnd_type: gaussian)' 可用于 --with、网络描述和对话框。",
    "One initializer, by its name or an alias.": "一种初始化方法，按名称或别名。",
    "Print the screen after some keys.": "打印按过一些键之后的屏幕。",
    "Keys are written as vim writes them: jj<Enter>i<Tab><C-r>. It is the inspector's own loop and rendering, on a terminal in memory; nothing in the environment changes the picture.":
      "按键的写法同 vim：jj<Enter>i<Tab><C-r>。循环与绘制就是查看器自己的，终端在内存里；环境不影响画面。",
    "Columns and rows of the terminal.": "终端的列数和行数。", "The keys to press.": "要按的键。",
    "How the screen is written: its characters, these and the styles by name, escape sequences, a picture, or characters and styles as JSON.":
      "屏幕的写法：字符、字符加样式名、转义序列、图片，或 JSON 形式的字符与样式。",
    "Make one moving picture, with a frame after each key (with --format svg).":
      "做成一幅动图，每键一帧（与 --format svg 同用）。",
    "The colours of svg and ansi.": "svg 和 ansi 的配色。", "Draw signs in ASCII.": "符号用 ASCII。",
    "Walk the chapter on access, initialization and sharing, on live networks.":
      "在活的网络上走一遍访问、初始化与共享那一章。",
    "On a terminal, a step at a time beside the network as it is then: Space goes on, b goes back, ? explains the keys. Into a pipe or a file, all steps one after the other.":
      "在终端上一次一步，旁边是当时的网络：空格向前，b 返回，? 说明按键。输出到管道或文件时，各步依次打印。",
    "The seed of the random stream.": "随机流的种子。",
    "Print the screen of so many columns and rows instead: 100x30.": "改为打印这么多列、行的屏幕：100x30。",
    "The keys to press before that screen is printed, as in snapshot.": "打印该屏幕之前要按的键，同 snapshot。",

    // config, manual
    "Check the configuration file, or print the defaults as one.": "检查配置文件，或把默认值打印成配置文件。",
    "The file holds lines of \"name = value\": colours, language, mouse, columns, and the keys of every command. Options of the command line win; --no-config ignores the file.":
      "文件由 \"name = value\" 行组成：颜色、语言、鼠标、列，以及每个命令的按键。命令行选项优先；--no-config 不理会文件。",
    "Print the defaults as a valid file.": "把默认值打印成有效的文件。",
    "Print the manual page: paramscope manual | man -l -.": "打印手册页：paramscope manual | man -l -。",
    "It belongs in share/man/man1/paramscope.1. Completions are printed by paramscope --generate-completion-script bash, zsh or fish, and belong in share/bash-completion/completions/paramscope, share/zsh/site-functions/_paramscope and share/fish/vendor_completions.d/paramscope.fish.":
      "放在 share/man/man1/paramscope.1。补全脚本由 paramscope --generate-completion-script bash、zsh 或 fish 打印，放在 share/bash-completion/completions/paramscope、share/zsh/site-functions/_paramscope 和 share/fish/vendor_completions.d/paramscope.fish。",
  ]
}
