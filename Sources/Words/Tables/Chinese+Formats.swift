extension Catalogue {
  /// What breaks the rules of each format.
  static let chineseFormats: KeyValuePairs<String, String> = [
    "The download may be incomplete.": "下载可能不完整。", "The file is damaged.": "文件已损坏。",

    // safetensors
    "the file ends after {} of the 8 bytes that give the header's length. {}":
      "文件头长度占 8 字节，文件却在第 {} 字节后结束。{}",
    "the header claims {} bytes, more than the {} that safetensors allows. The file is damaged or is not safetensors.":
      "文件头声称有 {} 字节，超过 safetensors 允许的 {}。文件已损坏，或不是 safetensors。",
    "the header says {} bytes, but the file ends after {} of them. {}":
      "文件头说有 {} 字节，但文件在其中 {} 字节后结束。{}",
    "the header has no bytes, not even {}. The file is damaged.": "文件头没有字节，连 {} 也没有。文件已损坏。",
    "the header is not valid: {}.": "文件头无效：{}。",
    "the header is not UTF-8 text. The file is damaged.": "文件头不是 UTF-8 文本。文件已损坏。",
    "stands twice in the header, first at byte {}. Names must be unique.":
      "在文件头里出现两次，第一次在字节 {}。名称不能重复。",
    "{} stands twice, first at byte {}. Keys must be unique.": "{} 出现两次，第一次在字节 {}。键不能重复。",
    "the field {} is missing.": "缺少字段 {}。",
    "unknown dtype {}. Known are {}.": "未知的 dtype {}。已知的有 {}。",
    "data_offsets has {} numbers, expected 2: begin and end.": "data_offsets 有 {} 个数，应为 2 个：起点和终点。",
    "data_offsets end at {}, before they begin at {}.": "data_offsets 止于 {}，在起点 {} 之前。",
    "{} {} needs more bits than 64-bit numbers can count.": "{} {} 所需的位数超出 64 位数的范围。",
    "{} {} is {} bits, which are not whole bytes.": "{} {} 是 {} 位，不是整字节。",
    "{} {} needs {} bytes, but data_offsets [{}, {}] span {}.":
      "{} {} 需要 {} 字节，但 data_offsets [{}, {}] 有 {} 字节。",
    "data_offsets {} overlap those of {}, {}. Each byte may belong to one tensor only.":
      "data_offsets {} 与 {} 的 {} 重叠。每个字节只能属于一个张量。",
    "begins at data offset {}, but nothing before it begins at {}: {} bytes belong to no tensor.":
      "从数据偏移 {} 开始，但在它之前没有张量从 {} 开始：{} 字节不属于任何张量。",
    "begins at data offset {}, but {} before it ends at {}: {} bytes belong to no tensor.":
      "从数据偏移 {} 开始，但它前面的 {} 止于 {}：{} 字节不属于任何张量。",
    "the tensors need {} bytes of data, but the file ends after {} of them. {}":
      "各张量需要 {} 字节数据，但文件在其中 {} 字节后结束。{}",
    "{} bytes follow the last tensor, which ends at data offset {}. They belong to no tensor.":
      "最后一个张量止于数据偏移 {2}，其后还有 {1} 字节，不属于任何张量。",
    "[{}, … {} dimensions]": "[{}, … 共 {} 维]",

    // .params
    "{} MXNet: {}": "{} MXNet：{}",
    "the file ends in {}: {} bytes needed, {} left. The download may be incomplete.":
      "文件在{}处中断：需要 {} 字节，只剩 {}。下载可能不完整。",
    "its first number": "第一个数", "its second number": "第二个数", "the number of arrays": "数组个数",
    "the description of an array": "数组的描述", "the values of an array": "数组的值",
    "the indices of a sparse array": "稀疏数组的下标", "the number of names": "名称个数", "a name": "名称",
    "begins with {}, expected {}. The file is damaged or is no .params file.":
      "以 {} 开头，应为 {}。文件已损坏，或不是 .params 文件。",
    "claims {} arrays, more than the limit of {}. The file is damaged.":
      "声称有 {} 个数组，超过上限 {}。文件已损坏。",
    "unknown storage type {}. Known are 0 (dense), 1 (row_sparse), 2 (csr).":
      "未知的存储类型 {}。已知的有 0（dense）、1（row_sparse）、2（csr）。",
    "claims {} dimensions. The file is damaged.": "声称有 {} 维。文件已损坏。",
    "has no dimensions, which only files written under NumPy's shapes can store.":
      "没有维度，只有按 NumPy 形状写的文件才能这样存。",
    "claims {} dimensions, more than the limit of {}. The file is damaged.":
      "声称有 {} 维，超过上限 {}。文件已损坏。",
    "a dimension is {}, expected 0 or more.": "有一维是 {}，应不小于 0。",
    "{} {} needs more bytes than 64-bit numbers can count.": "{} {} 所需的字节数超出 64 位数的范围。",
    "unknown element type {}, expected 0 to {}. {}": "未知的元素类型 {}，应为 0 到 {}。{}",
    "The array without dimensions at byte {} was probably written outside of NumPy's shapes, and cannot be read back: save it with the shape (1,).":
      "字节 {} 处没有维度的数组多半不是按 NumPy 形状写的，无法读回：请以形状 (1,) 保存。",
    "{} {} does not fit its {} values and {} indices.": "{} {} 与它的 {} 个值和 {} 个下标不符。",
    "{} indices, expected int64 or int32.": "下标是 {}，应为 int64 或 int32。",
    "has {} bytes with its zeros, more than the limit of {}.": "连同零有 {} 字节，超过上限 {}。",
    "the index {} follows {}, but indices have to ascend.": "下标 {} 跟在 {} 之后，但下标必须递增。",
    "the index {} is outside of 0 to {}.": "下标 {} 不在 0 到 {} 之内。",
    "{} names for {} arrays, expected none or one for each.": "{2} 个数组有 {1} 个名称，应一个也没有或各有一个。",
    "a name claims {} bytes, more than the limit of {}. The file is damaged.":
      "有个名称声称有 {} 字节，超过上限 {}。文件已损坏。",
    "the name is not UTF-8 text. The file is damaged.": "名称不是 UTF-8 文本。文件已损坏。",
    "stands twice among the names, first at byte {}. Names must be unique.":
      "在名称中出现两次，第一次在字节 {}。名称不能重复。",

    // NumPy
    "ends in its {}: {} bytes needed, {} left. The download may be incomplete.":
      "在{}处中断：需要 {} 字节，只剩 {}。下载可能不完整。",
    "beginning": "开头", "header": "文件头", "elements": "元素",
    "no NumPy array: begins with {}, expected 93 4E 55 4D 50 59.":
      "不是 NumPy 数组：以 {} 开头，应为 93 4E 55 4D 50 59。",
    "version {}.{} of the format, expected 1.0, 2.0 or 3.0.": "格式版本 {}.{}，应为 1.0、2.0 或 3.0。",
    "claims a header of {} bytes, more than the limit of {}.": "声称文件头有 {} 字节，超过上限 {}。",
    "the header is no Python literal: expected {}, found {}.": "文件头不是 Python 字面量：应为{}，却是 {}。",
    "the header has the keys {}, expected descr, fortran_order, shape.":
      "文件头的键是 {}，应为 descr、fortran_order、shape。",
    "the header's {} is {}, expected {}.": "文件头的 {} 是 {}，应为{}。",
    "claims {} dimensions, more than the limit of {}.": "声称有 {} 维，超过上限 {}。",
    "holds Python objects (dtype {}), which only running a pickle could read. Save it as numbers.":
      "装有 Python 对象（dtype {}），只有执行 pickle 才能读。请存为数。",
    "holds {} (dtype {}), no numbers.": "装有{}（dtype {}），不是数。",
    "dates": "日期", "durations": "时长", "records": "记录",
    "raw bytes, as NumPy saves bfloat16 and float8 too": "原始字节，NumPy 也这样存 bfloat16 和 float8",
    "unknown dtype {}.": "未知的 dtype {}。",
    "{} bytes in Fortran's order, more than the limit of {}. Save it by numpy.ascontiguousarray.":
      "按 Fortran 次序有 {} 字节，超过上限 {}。请用 numpy.ascontiguousarray 保存。",
    "a dictionary": "字典", "True or False": "True 或 False", "the name of a type": "类型的名称",
    "a tuple of whole numbers from 0 on": "由不小于 0 的整数组成的元组", "at most {} levels": "至多 {} 层",
    "a comma": "逗号", "a key in quotes": "引号中的键", "a closing quote": "右引号",
    "a whole number of 64 bits": "64 位整数", "a literal": "字面量",

    // ZIP
    "a zip archive without its directory, which stands at the end. The download may be incomplete.":
      "是没有目录的 zip 归档，目录应在末尾。下载可能不完整。",
    "the directory of the archive claims {} entries, more than the limit of {}.":
      "归档的目录声称有 {} 项，超过上限 {}。",
    "the directory of the archive claims {} bytes, more than the limit of {}.":
      "归档的目录声称有 {} 字节，超过上限 {}。",
    "the directory of the archive is not where its end says. The file is damaged.":
      "归档的目录不在末尾所说的位置。文件已损坏。",
    "the directory of the archive is damaged at its entry {}.": "归档的目录在第 {} 项处损坏。",
    "one part of an archive in several files. Join them first.": "是分卷归档的一部分。请先合并。",
    "stands twice in the archive. Names must be unique.": "在归档中出现两次。名称不能重复。",
    "its bytes are not where the directory of the archive says. The file is damaged.":
      "它的字节不在归档目录所说的位置。文件已损坏。",
    "is encrypted. Decrypt it first.": "已加密。请先解密。",
    "is compressed by method {}, expected 0 (stored) or 8 (deflated).":
      "用方法 {} 压缩，应为 0（stored）或 8（deflated）。",
    "claims {} bytes, which {} bytes in the archive cannot hold. The file is damaged.":
      "声称有 {} 字节，归档中的 {} 字节装不下。文件已损坏。",
    "the compressed bytes are damaged.": "压缩的字节已损坏。",
    "the compressed bytes end after {} bytes, expected {}. The file is damaged.":
      "压缩的字节在 {} 字节后结束，应有 {}。文件已损坏。",
    "the bytes have the check sum {}, expected {}. The file is damaged.":
      "字节的校验和是 {}，应为 {}。文件已损坏。",

    // symbol.json
    "{} bytes are more than the {} that a graph may have.": "{} 字节超过图的上限 {}。",
    "the text is not UTF-8. The file is damaged.": "文本不是 UTF-8。文件已损坏。",
    "the graph is not valid: {}.": "图无效：{}。",
    "the field {} is missing. A graph has nodes, arg_nodes and heads.":
      "缺少字段 {}。图要有 nodes、arg_nodes 和 heads。",
    "node {}{} has no field {}. A node has op, name and inputs.":
      "节点 {}{} 没有字段 {}。节点要有 op、name 和 inputs。",
    "{} has {} numbers, expected [node, output, version].":
      "{} 有 {} 个数，应为 [node, output, version]。",
    "a head": "一个 head", "an input of {}": "{} 的一个输入",
    "node {} ({}) takes node {} as an input, expected one from 0 to {}: a node stands behind its inputs.":
      "节点 {}（{}）以节点 {} 为输入，应为 0 到 {} 中的一个：节点排在其输入之后。",
    "the head is node {}, but there are nodes 0 to {} only.": "head 是节点 {}，但只有节点 0 到 {}。",
    "the graph has no heads: it computes nothing.": "图没有 heads：它什么也不计算。",
  ]
}
