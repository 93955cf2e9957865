/// A kind of file that is recognized, so that the error can name it, but not read.
public enum ForeignFormat: Hashable, Sendable {
  /// What Git LFS leaves where a large file was not fetched; the size of the file it stands for.
  case gitLFSPointer(byteCount: Int?)
  /// A page for a browser, usually an error that was saved in place of a download.
  case html
  /// An archive without NumPy's arrays: PyTorch or Keras.
  case zip
  /// PyTorch's format before version 1.6.
  case legacyPyTorch
  /// A Python pickle.
  case pickle
  /// The format of llama.cpp.
  case gguf
  /// HDF5, as Keras writes it.
  case hdf5
  /// A gzip stream.
  case gzip
  /// JSON text: a configuration, or the index of a model in several files.
  case json
  /// Any other text.
  case text
}
