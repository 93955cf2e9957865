/// The path of a file in the folder `Fixtures` beside the test that asks for it.
public func fixture(_ name: String, filePath: String = #filePath) -> String {
  let folder = filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  return folder.joined(separator: "/") + "/Fixtures/" + name
}

/// The path of a file in the folder `Fixtures` of another test target.
public func fixture(_ name: String, of target: String) -> String {
  testFolder + target + "/Fixtures/" + name
}

/// The path of a checkpoint that its original library wrote, with its ending.
///
/// Beside each lies `<name>.ref.json`, what NumPy and ml_dtypes say of it.
public func zooFile(_ name: String) -> String {
  fixture("zoo/" + name, of: "CheckpointsTests")
}

private let testFolder =
  #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
  .joined(separator: "/") + "/"
