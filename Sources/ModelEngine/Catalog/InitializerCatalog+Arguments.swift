extension InitializerCatalog.Entry {
  /// Makes the initializer that a call describes.
  func make(from call: InitializerCall) throws(InitializerSyntaxError) -> any Initializer {
    let values = try CallSignature(name: name, arguments: arguments).values(of: call)
    do {
      return try make(values)
    } catch {
      throw error.shifted(by: call.offsetInText)
    }
  }
}

/// A name with the arguments that can stand in its parentheses.
struct CallSignature {
  let name: String
  let arguments: [InitializerCatalog.Argument]

  /// A value for each argument: what a call gives, of the argument's kind, or the default.
  func values(
    of call: InitializerCall
  ) throws(InitializerSyntaxError) -> [InitializerArgument.Value] {
    var given: [Int: InitializerArgument.Value] = [:]
    var isNamed = false
    for (position, item) in call.items.enumerated() {
      if item.name == nil, isNamed { throw error(item.offset, .positionalAfterNamed) }
      isNamed = item.name != nil
      let index = try index(of: item, at: position)
      if given[index] != nil { throw error(item.offset, .repeatedArgument(arguments[index].name)) }
      given[index] = try value(of: item, for: arguments[index])
    }
    return try complete(given, of: call)
  }

  /// The values given, with defaults for the others.
  private func complete(
    _ given: [Int: InitializerArgument.Value], of call: InitializerCall
  ) throws(InitializerSyntaxError) -> [InitializerArgument.Value] {
    var values: [InitializerArgument.Value] = []
    var missing: [String] = []
    for (index, argument) in arguments.enumerated() {
      switch (given[index], argument.fallback) {
      case (.some(let value), _), (.none, .value(let value)): values.append(value)
      case (.none, .required): missing.append(argument.name)
      }
    }
    guard missing.isEmpty else {
      throw error(call.offset, .missingArguments(initializer: name, arguments: missing))
    }
    return values
  }

  private func index(
    of item: InitializerCall.Item, at position: Int
  ) throws(InitializerSyntaxError) -> Int {
    let names = arguments.map(\.name)
    guard let wanted = item.name else {
      guard position < names.count else {
        throw error(item.offset, .tooManyArguments(initializer: name, allowed: names))
      }
      return position
    }
    if let index = names.firstIndex(of: wanted.lowercased()) { return index }
    if names.isEmpty { throw error(item.offset, .tooManyArguments(initializer: name, allowed: [])) }
    let nearest = nearestName(to: wanted, among: names)
    throw error(
      item.offset,
      .unknownArgument(name: wanted, initializer: name, nearest: nearest, allowed: names))
  }

  private func value(
    of item: InitializerCall.Item, for argument: InitializerCatalog.Argument
  ) throws(InitializerSyntaxError) -> InitializerArgument.Value {
    switch (argument.kind, item.value) {
    case (.number, .word(let text)), (.array, .word(let text)):
      guard let number = Scalar(parsing: text) else { break }
      return .number(number)
    case (.array, .array(let array)): return .array(array)
    case (.count, .word(let text)):
      guard let number = Int(text), number > 0 else { break }
      return .number(.integer(number))
    case (.flag, .word(let text)):
      guard ["true", "false"].contains(text.lowercased()) else { break }
      return .flag(text.lowercased() == "true")
    case (.text, .word(let text)), (.text, .quoted(let text)): return .text(text)
    case (.expression, .word(let text)), (.expression, .quoted(let text)): return .expression(text)
    case (.choice(let words), .word(let text)), (.choice(let words), .quoted(let text)):
      let word = text.lowercased()
      if words.contains(word) { return .choice(word) }
    default: break
    }
    throw error(item.valueOffset, problem(with: item.value.text, for: argument))
  }

  private func problem(
    with text: String, for argument: InitializerCatalog.Argument
  ) -> InitializerSyntaxError.Problem {
    let needed: String
    switch argument.kind {
    case .number: return .badNumber(argument: argument.name, value: text)
    case .choice(let words):
      return .badChoice(
        argument: argument.name, value: text, nearest: nearestName(to: text, among: words),
        allowed: words)
    case .array: needed = "a number or a list of numbers"
    case .count: needed = "a whole number above 0"
    case .flag: needed = "true or false"
    case .text, .expression: needed = "a text"
    }
    return .badValue(argument: argument.name, needed: needed, value: text)
  }

  private func error(
    _ offset: Int, _ problem: InitializerSyntaxError.Problem
  ) -> InitializerSyntaxError {
    InitializerSyntaxError(offset: offset, problem: problem)
  }
}

extension InitializerCall {
  /// Where the first text among the arguments starts; the start of the call if there is none.
  fileprivate var offsetInText: Int {
    for item in items {
      if case .quoted = item.value { return item.valueOffset + 1 }
      if case .word(let word) = item.value, Scalar(parsing: word) == nil { return item.valueOffset }
    }
    return offset
  }
}

extension Scalar {
  /// Reads a finite decimal number: whole if it is written without a point and an exponent.
  init?(parsing text: String) {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }) else {
      return nil
    }
    if let integer = Int(text) {
      self = .integer(integer)
    } else if let number = Double(text), number.isFinite {
      self = .float(number)
    } else {
      return nil
    }
  }
}
