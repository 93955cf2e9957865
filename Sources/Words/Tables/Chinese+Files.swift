extension Catalogue {
  /// Why a file of parameters cannot be opened, read or written; what of it is named in quotation
  /// marks, as the keys of a header and the words of MXNet, is the same in every language.
  static let chineseFiles: KeyValuePairs<String, String> = [
    // Places
    ", tensor {}": "，张量 {}", ", array {}": "，第 {} 个数组", "{}, byte {}": "{}，字节 {}",
    "{}{}: {}": "{}{}：{}",

    // Any file
    "no such file. Check the path.": "没有这个文件。请检查路径。",
    "is a directory. Name one file in it.": "是一个目录。请指明其中的一个文件。",
    "is a pipe or a device. Tensors are read at any offset: save it as a file first.":
      "是管道或设备。张量要从任意位置读取：请先存为文件。",
    "may not be read. Check its permissions.": "没有读取权限。请检查权限。",
    "could not {}: {} (error {}).": "无法{}：{}（错误 {}）。",
    "be opened": "打开", "be examined": "查看", "be read": "读取",
    "needs the bytes up to {}, but the file now ends at {}; another program may have cut it. Open it again.":
      "需要到 {} 为止的字节，但文件现在止于 {}；可能被别的程序截断。请重新打开。",
    "the file is empty. The download may have failed: fetch it again.":
      "文件是空的。下载可能失败了：请重新下载。",
    "not a known kind of file: it begins with {}. This build reads {}.":
      "不是已知的文件种类：它以 {} 开头。本版本可读 {}。",
    "This build reads {}, not yet": "本版本可读 {}，还不能读",
    "a Git LFS pointer, not the file itself ({} bytes). Run: git lfs pull":
      "是 Git LFS 指针，不是文件本身（{} 字节）。请运行：git lfs pull",
    "a Git LFS pointer, not the file itself. Run: git lfs pull":
      "是 Git LFS 指针，不是文件本身。请运行：git lfs pull",
    "an HTML page, probably an error saved in place of the file. Download it again.":
      "是 HTML 网页，多半是代替文件存下的错误页。请重新下载。",
    "a zip archive without NumPy arrays, as PyTorch and Keras write. {} these.":
      "是没有 NumPy 数组的 zip 归档，PyTorch 和 Keras 写的就是这样。{}这些。",
    "a PyTorch file from before version 1.6. {} this.": "是 1.6 版以前的 PyTorch 文件。{}它。",
    "a Python pickle. {} this.": "是 Python pickle。{}它。",
    "a GGUF file. {} GGUF.": "是 GGUF 文件。{} GGUF。",
    "an HDF5 file, as Keras writes. {} this.": "是 HDF5 文件，Keras 写的就是这样。{}它。",
    "compressed with gzip. Uncompress it first.": "用 gzip 压缩过。请先解压。",
    "JSON text, without tensors. Name the file that holds them, such as a .safetensors.":
      "是 JSON 文本，没有张量。请指明装有张量的文件，例如 .safetensors。",
    "text, not a file of parameters. This build reads {}.": "是文本，不是参数文件。本版本可读 {}。",

    // JSON
    "expected {}, found {}": "应为{}，却是{}",
    "it begins with a byte order mark, expected {": "它以字节顺序标记开头，应为 {",
    "control character U+{} in a string, expected an escape": "字符串中有控制字符 U+{}，应写成转义",
    "a backslash without a known escape after it": "反斜杠后面不是已知的转义",
    "the escape \\u{} is half of a character": "转义 \\u{} 只是半个字符",
    "{} is not a number": "{} 不是数",
    "expected a number from 0, found {}": "应为不小于 0 的数，却是 {}",
    "expected an integer, found {}": "应为整数，却是 {}",
    "{} is above {}, the largest number that fits": "{} 大于可容纳的最大数 {}",
    "more than {} arrays and objects inside each other": "数组和对象嵌套超过 {} 层",
    "a number": "数", "the end of the header": "文件头末尾", "an object": "对象", "an array": "数组",
    "a string": "字符串", "a value": "值", "an object or null": "对象或 null", "an integer": "整数",
    "a key in quotation marks": "引号中的键", "a colon": "冒号", "a comma or {}": "逗号或 {}",
    "the end of a string": "字符串结尾", "nothing but spaces": "只有空格",

    // Writing
    "there is no such folder. Create it first.": "没有这个文件夹。请先建立。",
    "is a directory. Name a file in it.": "是一个目录。请指明其中的一个文件。",
    "is a pipe or a device. Name a regular file.": "是管道或设备。请指明普通文件。",
    "is the file that is open, which is never written. Name another one.":
      "是正打开的文件，不会写入它。请另指一个。",
    "may not be written. Check the permissions of the file and its folder.":
      "没有写入权限。请检查文件及其文件夹的权限。",
    "not enough room. Nothing was written.": "空间不足。什么也没有写入。",
    "not enough room for {} bytes. Nothing was written.": "放不下 {} 字节。什么也没有写入。",
    "{} bytes are more than a file may have here. Nothing was written.":
      "{} 字节超过了这里文件大小的上限。什么也没有写入。",
    "could not {}: {} (error {}). Nothing was written.": "无法{}：{}（错误 {}）。什么也没有写入。",
    "be created": "建立", "be written": "写入", "be flushed to disk": "写到磁盘",
    "be put in its place": "改名就位",
    "tensor {} has {} elements, which {} files do not hold. Name a .safetensors file.":
      "张量 {} 的元素是 {}，{} 文件装不下。请指明 .safetensors 文件。",
    "two tensors are named {}. Names must be unique.": "两个张量都叫 {}。名称不能重复。",
    "a tensor cannot be named {} in this format.": "在这种格式里张量不能叫 {}。",
    "its header would have {} bytes, more than the {} that readers accept.":
      "文件头会有 {} 字节，超过读取者接受的 {}。",
    "a .{} file holds one tensor, not {}. Name a .npz file.": ".{} 文件只装一个张量，不是 {} 个。请指明 .npz 文件。",
    "cancelled. Nothing was written.": "已取消。什么也没有写入。",

    // Reading elements
    "expected {} bytes at byte {} of the tensor, found {}. The file may have changed or be incomplete.":
      "在张量的第 {2} 字节应有 {1} 字节，却有 {3}。文件可能已改变或不完整。",
    "{} elements need more bytes than can be addressed.": "{} 个元素所需的字节数超出寻址范围。",
  ]
}
