/// How a new block is named.
///
/// Source: MXNet `_BlockScope.create` in `gluon/block.py`.
struct Naming {
  let prefix: String
  let params: ParameterDict

  init(prefix: String?, params: ParameterDict?, hint: String) {
    if let scope = NameScope.current, scope.isOpenHere {
      let local = prefix ?? scope.nextPrefix(hint: hint)
      self.prefix = scope.prefix + local
      self.params =
        params.map { ParameterDict(prefix: $0.prefix, shared: $0) }
        ?? scope.parameters(childPrefix: local)
    } else {
      let own = prefix ?? ModelContext.current.nextName(hint: hint) + "_"
      self.prefix = own
      self.params =
        params.map { ParameterDict(prefix: $0.prefix, shared: $0) } ?? ParameterDict(prefix: own)
    }
  }
}
