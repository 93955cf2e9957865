extension InitializerCatalog.Entry {
  /// Makes the initializer that a call describes.
  func make(from call: InitializerCall) throws(InitializerSyntaxError) -> any Initializer {
    var given: [Int: InitializerArgument.Value] = [:]
    var isNamed = false
    for (position, item) in call.items.enumerated() {
      if item.name == nil, isNamed { throw error(item.offset, .positionalAfterNamed) }
      isNamed = item.name != nil
      let index = try index(of: item, at: position)
      if given[index] != nil { throw error(item.offset, .repeatedArgument(arguments[index].name)) }
      given[index] = try value(of: item, for: arguments[index])
    }
    var values: [InitializerArgument.Value] = []
    for (index, argument) in arguments.enumerated() {
      switch (given[index], argument.fallback) {
      case (.some(let value), _), (.none, .value(let value)): values.append(value)
      case (.none, .required):
        let problem = InitializerSyntaxError.Problem.missingArgument(
          initializer: name, argument: argument.name)
        throw error(call.offset, problem)
      }
    }
    return make(values)
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
    switch argument.kind {
    case .number:
      guard !item.isQuoted, let number = Scalar(parsing: item.value) else {
        throw error(item.valueOffset, .badNumber(argument: argument.name, value: item.value))
      }
      return .number(number)
    case .choice(let words):
      let word = item.value.lowercased()
      if words.contains(word) { return .choice(word) }
      let nearest = nearestName(to: word, among: words)
      throw error(
        item.valueOffset,
        .badChoice(argument: argument.name, value: item.value, nearest: nearest, allowed: words))
    }
  }

  private func error(
    _ offset: Int, _ problem: InitializerSyntaxError.Problem
  ) -> InitializerSyntaxError {
    InitializerSyntaxError(offset: offset, problem: problem)
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
