import ModelEngine
import Tensors
import TestSupport
import Testing

@Suite struct TranscriptTests {
  private struct Fixture: Decodable { let cases: [Transcript.Recording] }

  static let recordings = Result { try decodedFixture("behaviour.json", as: Fixture.self).cases }

  /// The sessions whose statements have counterparts, and the function that names them.
  static let sessions: [String: @Sendable (Transcript) throws -> Void] = [
    "name.counters": Transcript.nameCounters,
    "name.dense_sym_share": Transcript.nameDenseSymShare,
    "name.scope": Transcript.nameScope,
    "name.prefix": Transcript.namePrefix,
    "name.empty_prefix": Transcript.nameEmptyPrefix,
    "name.custom_block": Transcript.nameCustomBlock,
    "name.register_twice": Transcript.nameRegisterTwice,
    "name.dup": Transcript.nameDup,
    "name.thread": Transcript.nameThread,
    "name.manager": Transcript.nameManager,
    "select": Transcript.select,
    "apply": Transcript.apply,
    "summary": Transcript.summary,
    "repr": Transcript.repr,
    "seq.misc": Transcript.seqMisc,
    "block.attr": Transcript.blockAttr,
    "defer.before_init": Transcript.deferBeforeInit,
    "defer.between": Transcript.deferBetween,
    "defer.in_units": Transcript.deferInUnits,
    "defer.order": Transcript.deferOrder,
    "defer.hybrid_order": Transcript.deferHybridOrder,
    "defer.set_data": Transcript.deferSetData,
    "defer.infer_fail": Transcript.deferInferFail,
    "defer.partial_batch": Transcript.deferPartialBatch,
    "layers.defer": Transcript.layersDefer,
    "param.no_defer": Transcript.paramNoDefer,
    "param.shape_set": Transcript.paramShapeSet,
    "param.identity": Transcript.paramIdentity,
    "set_data": Transcript.setData,
    "pdict": Transcript.pdict,
    "cast": Transcript.cast,
    "ctx": Transcript.ctx,
    "reinit.warn": Transcript.reinitWarn,
    "reinit.deferred": Transcript.reinitDeferred,
    "reinit.identity": Transcript.reinitIdentity,
    "grad.write": Transcript.gradWrite,
    "grad.add": Transcript.gradAdd,
    "grad.null": Transcript.gradNull,
    "grad.pre_init": Transcript.gradPreInit,
    "act": Transcript.act,
    "share.basic": Transcript.shareBasic,
    "share.mismatch_units": Transcript.shareMismatchUnits,
    "share.mismatch_in": Transcript.shareMismatchIn,
    "share.infer_in": Transcript.shareInferIn,
    "share.forward_mismatch": Transcript.shareForwardMismatch,
    "share.nobias": Transcript.shareNobias,
    "share.initconflict": Transcript.shareInitconflict,
    "share.dict": Transcript.shareDict,
    "share.collect": Transcript.shareCollect,
    "initroute.gluon": Transcript.initrouteGluon,
    "fail.init_state": Transcript.failInitState,
    "fail.deferred_unknown": Transcript.failDeferredUnknown,
    "init.params_vs_collect": Transcript.initParamsVsCollect,
    "init.precedence_deferred": Transcript.initPrecedenceDeferred,
    "init.force_deferred": Transcript.initForceDeferred,
    "init.seed_myinit": Transcript.initSeedMyinit,
    "share.dedup": Transcript.shareDedup,
    "load": Transcript.load,
    "init.deferred_then_load": Transcript.initDeferredThenLoad,
    "initroute.desc": Transcript.initrouteDesc,
    "init.create": Transcript.initCreate,
    "init.shape_errors": Transcript.initShapeErrors,
    "grad.no_record": Transcript.gradNoRecord,
    "grad.twice": Transcript.gradTwice,
    "grad.nonscalar": Transcript.gradNonscalar,
    "grad.inplace": Transcript.gradInplace,
    "share.grad": Transcript.shareGrad,
    "grad.unused": Transcript.gradUnused,
    "grad.shared_add": Transcript.gradSharedAdd,
    "grad.same_block_twice": Transcript.gradSameBlockTwice,
    "grad.set_data_record": Transcript.gradSetDataRecord,
    "grad.functions": Transcript.gradFunctions,
    "loss": Transcript.loss,
    "nd.repr": Transcript.ndRepr,
    "ndarray.extra": Transcript.ndarrayExtra,
    "reinit.optimizer": Transcript.reinitOptimizer,
    "trainer.misc": Transcript.trainerMisc,
    "name.many": Transcript.nameMany,
    "trainer.mult": Transcript.trainerMult,
    "trainer.deferred": Transcript.trainerDeferred,
    "trainer.freeze": Transcript.trainerFreeze,
    "trainer.shared": Transcript.trainerShared,
  ]

  @discardableResult
  private func replay(_ recording: Transcript.Recording) throws -> Transcript.Counts {
    let transcript = Transcript(recording)
    let session = try #require(Self.sessions[recording.id], "\(recording.id) has no counterpart")
    try ModelContext.withSeed(recording.seed) { try session(transcript) }
    transcript.end()
    return transcript.counts
  }

  @Test(arguments: try recordings.get())
  func `a session goes as in Python`(recording: Transcript.Recording) throws {
    try replay(recording)
  }

  @Test func `every recorded statement is the same in Swift or listed with a reason`() throws {
    var counts = Transcript.Counts()
    for recording in try Self.recordings.get() {
      let more = try replay(recording)
      counts.same += more.same
      counts.different.merge(more.different, uniquingKeysWith: +)
      counts.omitted.merge(more.omitted, uniquingKeysWith: +)
    }
    let expected = """
      995 the same
      in Swift's way:
        6 in words of its own
        2 nil instead of an error
        2 of Gluon's inside
        2 of Python itself
        3 of array handles
        1 of lambda layers
        3 of oneDNN's rounding
        5 of the array library
        1 refused by the compiler
        2 with Python's classes and addresses
      not in Swift:
        4 deprecated in Gluon
        2 ending the program
        3 following one that is left out
        4 of Gluon's inside
        1 of Python itself
        2 of array handles
        11 of several devices
        5 of symbols
        4 of the array library
        32 refused by the compiler
        1 with Python's classes and addresses
      """
    #expect(counts.description == expected)
  }
}

extension Transcript.Recording: CustomTestStringConvertible {
  var testDescription: String { id }
}
