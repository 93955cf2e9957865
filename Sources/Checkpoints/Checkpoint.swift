public import Tensors
/// An opened parameter file: what it names, and its bytes when they are asked for.
///
/// Opening reads the header only, and of sparse arrays which rows there are. The file stays open, and is never written, until the last copy
/// of this value is gone.
public struct Checkpoint: TensorSource {
  /// What kind of file it is, by its content.
  public let format: CheckpointFormat
  /// The size of the header in bytes, without what precedes and follows it.
  public let headerByteCount: Int
  /// What the file says of itself, in the order of the file.
  public let metadata: [MetadataEntry]
  /// The tensors, in the order of the header.
  ///
  /// Names are unique byte for byte. Two of them may still be equal as Swift strings, which
  /// compare by canonical equivalence: key by index or by UTF-8 bytes.
  public let tensors: [TensorDescription]

  let file: ReadableFile
  private let layout: Layout

  /// Where the bytes of the tensors are.
  private enum Layout: Sendable {
    /// In the file as they are.
    case plain
    /// In the arrays of a `.params` file.
    case params(ParamsDirectory)
    /// In the arrays of NumPy.
    case numpy([NumPyArray])
  }

  /// Where a `.params` file has its arrays.
  var params: ParamsDirectory? {
    if case .params(let directory) = layout { directory } else { nil }
  }

  /// The path, as it was given.
  public var path: String { file.path }

  /// Which file it is, whatever its name: not one to write to.
  public var identity: FileIdentity { file.identity }

  /// The size of the file in bytes when it was opened.
  public var byteCount: Int { file.byteCount }

  /// One key and its value, from the part of a file that describes it.
  public struct MetadataEntry: Hashable, Sendable {
    /// The key, as the file has it.
    public let key: String
    /// The value, as the file has it.
    public let value: String

    /// Creates an entry.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Opens a parameter file, whatever its name: the content decides what it is.
  ///
  /// - Throws: An error whose problem says whether the file is missing, cannot be read, is of
  ///   another format, or breaks the rules of its own, with the place and the numbers.
  /// - Complexity: O(n) in the size of the header, plus a sort of the tensors where they are not
  ///   listed in the order of their bytes.
  public static func open(_ path: String) throws(CheckpointError) -> Checkpoint {
    let file = try ReadableFile(opening: path)
    switch try FileSignature.recognize(file) {
    case .format(.safetensors): return try Checkpoint(safetensors: file)
    case .format(.params): return try Checkpoint(params: file)
    case .format(.npy): return Checkpoint(try NumPyDirectory(array: file), .npy, file)
    case .format(.npz): return Checkpoint(try NumPyDirectory(archive: file), .npz, file)
    case .foreign(let format): throw CheckpointError(path, .foreign(format))
    case .empty: throw CheckpointError(path, .empty)
    case .unknown(let prefix): throw CheckpointError(path, .unrecognized(prefix: prefix))
    }
  }

  private init(safetensors file: ReadableFile) throws(CheckpointError) {
    let header = try SafetensorsHeader(reading: file)
    self.file = file
    format = .safetensors
    headerByteCount = header.byteCount
    metadata = header.metadata
    tensors = header.tensors
    layout = .plain
  }

  private init(params file: ReadableFile) throws(CheckpointError) {
    let directory = try ParamsDirectory(reading: file)
    self.file = file
    format = .params
    headerByteCount = ParamsFormat.headerByteCount
    metadata = directory.metadata
    tensors = directory.tensors
    layout = .params(directory)
  }

  private init(_ directory: NumPyDirectory, _ format: CheckpointFormat, _ file: ReadableFile) {
    self.file = file
    self.format = format
    headerByteCount = directory.headerByteCount
    metadata = directory.metadata
    tensors = directory.arrays.map(\.description)
    layout = .numpy(directory.arrays)
  }

  /// Reads some bytes of a tensor: little-endian, C order.
  ///
  /// - Parameters:
  ///   - range: Byte offsets from the tensor's first byte.
  ///   - index: A position in the list of tensors.
  /// - Returns: As many bytes as `range` has.
  /// - Throws: An error that says where the file ended, if another program cut it since it was
  ///   opened, or what the system answered.
  /// - Precondition: `range` lies inside the tensor's byte count.
  public func readBytes(
    _ range: Range<Int>, ofTensorAt index: Int
  ) throws(CheckpointError) -> [UInt8] {
    let tensor = tensors[index]
    precondition(
      range.lowerBound >= 0 && range.upperBound <= tensor.byteCount,
      "the range is not inside the tensor")
    do {
      switch layout {
      case .params(let directory):
        return try directory.read(range, ofArrayAt: index, from: file)
      case .numpy(let arrays): return try arrays[index].read(range)
      case .plain:
        let start = (tensor.offsetInFile ?? 0) + range.lowerBound
        return try file.read(start..<(start + range.count))
      }
    } catch {
      throw error.naming(tensor.name)
    }
  }
}

/// A kind of parameter file that can be opened.
public enum CheckpointFormat: String, Hashable, Sendable, CaseIterable {
  /// Hugging Face's format: a JSON header, then the bytes of the tensors without gaps.
  case safetensors
  /// MXNet's format: arrays one after the other, each with its description, then their names.
  case params
  /// One array of NumPy.
  case npy
  /// An archive of arrays of NumPy.
  case npz

  /// The name its authors use.
  public var name: String { rawValue }

  /// The format whose files a path is named after, `x.params`, or nil.
  public init?(endingOf path: String) {
    let path = path.lowercased()
    guard let format = Self.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else {
      return nil
    }
    self = format
  }
}
