import Glibc
import Inspector
import TerminalUI
import Words

/// The file in which a user chooses once and for all: lines of `name = value`, and comments with #.
struct Configuration {
  /// The largest file that is read, in bytes.
  static let mostBytes = 1 << 20

  /// The default as a file that can be edited, with comments in a language.
  static func defaults(in language: Language) -> String {
    let remark = { (phrase: Phrase) in "# \(phrase.said(in: language))\n" }
    var text = remark("The configuration of paramscope: these are the defaults.")
    text += remark("It is read from \(displayPath). An option of the command line wins.")
    for line in ConfigurationLine.settings {
      text += "\n" + remark("\(line.meaning): \(line.allowed)")
      text += "\(line.name) = \(line.fallback)\n"
    }
    text += "\n"
    text += remark(
      "The keys of each command, as vim writes them; those of one detail beat the others.")
    for line in ConfigurationLine.keys { text += "\(line.name) = \(line.fallback)\n" }
    return text
  }

  private static let displayPath: Phrase =
    "\("$XDG_CONFIG_HOME/paramscope/config"), else \("~/.config/paramscope/config")"

  /// Where the file is, whether it exists or not; nil if there is no place for it.
  static var path: String? {
    let folder =
      Environment.value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? Environment.value("HOME").map { $0 + "/.config" }
    return folder.map { $0 + "/paramscope/config" }
  }

  /// The settings of the user's file; none if there is none.
  ///
  /// - Throws: A failure that names the line, and what is allowed there.
  static func load() throws(Failure) -> Settings {
    guard let path, let text = try read(path) else { return Settings() }
    return try settings(in: text, of: path)
  }

  /// Reads the settings of a text.
  static func settings(in text: String, of path: String) throws(Failure) -> Settings {
    var settings = Settings()
    var seen: [String: Int] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let trimmed = line.trimmed
      guard !trimmed.isEmpty, trimmed.first != "#" else { continue }
      let place = "\(path), line \(index + 1)"
      guard let equals = trimmed.firstIndex(of: "=") else {
        throw Failure(
          "\(place): expected \"name = value\", found \"\(trimmed)\"", status: EX_CONFIG)
      }
      let name = String(trimmed[..<equals].trimmed)
      let value = String(trimmed[trimmed.index(after: equals)...].trimmed)
      if let first = seen.updateValue(index + 1, forKey: name) {
        throw Failure("\(place): \(name) was already given in line \(first)", status: EX_CONFIG)
      }
      try take(name, value, into: &settings, place: place)
    }
    do throws(Preferences.Refusal) {
      try settings.preferences.checkKeys()
    } catch {
      throw Failure("\(path)\(error.place(in: seen)): \(error.phrase)", status: EX_CONFIG)
    }
    return settings
  }

  private static func take(
    _ name: String, _ value: String, into settings: inout Settings, place: String
  ) throws(Failure) {
    let lines = ConfigurationLine.settings + ConfigurationLine.keys
    guard let line = lines.first(where: { $0.name == name }) else {
      throw Failure(
        "\(place): there is no setting \"\(name)\"; see paramscope config --print",
        status: EX_CONFIG)
    }
    let isAllowed: Bool
    do throws(Preferences.Refusal) {
      isAllowed = try line.take(&settings, value)
    } catch {
      throw Failure("\(place): \(error.phrase)", status: EX_CONFIG)
    }
    guard isAllowed else {
      throw Failure(
        "\(place): \(name) is \"\(value)\"; allowed: \(line.allowed)", status: EX_CONFIG)
    }
  }

  /// The text of a file; nil if there is none.
  private static func read(_ path: String) throws(Failure) -> String? {
    // Not one that waits for somebody to write into it.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw cannotRead(path)
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: mostBytes + 1)
    var count = 0
    while count < bytes.count {
      let capacity = bytes.count - count
      let taken = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(file, buffer.baseAddress?.advanced(by: count), capacity)
      }
      if taken < 0 { throw cannotRead(path) }
      if taken == 0 { break }
      count += taken
    }
    guard count <= mostBytes else {
      throw Failure(
        "\(path): longer than \(mostBytes) bytes; no configuration is", status: EX_CONFIG)
    }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  private static func cannotRead(_ path: String) -> Failure {
    let reason = unsafe String(cString: strerror(errno))
    return Failure("\(path): cannot be read: \(reason)", status: EX_CONFIG)
  }
}

extension Preferences.Refusal {
  /// What to tell the user.
  fileprivate var phrase: Phrase {
    switch self {
    case .unknownCommand(let name, _):
      "there is no command \"\(name)\"; see paramscope config --print"
    case .unknownColumn(let name, let known):
      "there is no column \"\(name)\"; allowed: \(known.joined(separator: " "))"
    case .conflict(let key, let command, let other):
      "the key \(key.notation) of key.\(command) is also one of key.\(other)"
    }
  }

  /// The line that the refusal is about, as part of a place.
  fileprivate func place(in lines: [String: Int]) -> String {
    guard case .conflict(_, let command, _) = self else { return "" }
    return lines["key.\(command)"].map { ", line \($0)" } ?? ""
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}
