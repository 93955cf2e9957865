/// The path of a file in the folder `Fixtures` beside the test that asks for it.
public func fixture(_ name: String, filePath: String = #filePath) -> String {
  let folder = filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  return folder.joined(separator: "/") + "/Fixtures/" + name
}
