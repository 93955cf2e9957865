import Checkpoints
import Foundation
import ModelEngine
import Tensors
import Testing
import Words
import Workspace

extension Transcript {
  /// Saving shared parameters, twice or once.
  static func shareDedup(_ t: Transcript) throws {
    try TranscriptFolder.run { folder in
      let net = try t.run("net=nn.Sequential()") { Sequential() }
      let s = try t.run("s=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
      try t.run("net.add(s, nn.Dense(2, in_units=2, params=s.params))") {
        try net.add(s, Dense(2, inUnits: 2, params: s.params))
      }
      try t.run("net.initialize()") { try net.initialize() }
      try t.run("net.save_parameters('tmp_s.params')") { try folder.save(net, "tmp_s.params") }
      t.show("list(nd.load('tmp_s.params').keys())") { try folder.names(in: "tmp_s.params") }
      try t.run("net.save_parameters('tmp_sd.params', deduplicate=True)") {
        try folder.save(net, "tmp_sd.params", deduplicate: true)
      }
      t.show("list(nd.load('tmp_sd.params').keys())") { try folder.names(in: "tmp_sd.params") }
      let net2 = try t.run("net2=nn.Sequential()") { Sequential() }
      let s2 = try t.run("s2=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
      try t.run("net2.add(s2, nn.Dense(2, in_units=2, params=s2.params))") {
        try net2.add(s2, Dense(2, inUnits: 2, params: s2.params))
      }
      try t.run("net2.load_parameters('tmp_sd.params')") {
        try folder.load("tmp_sd.params", into: net2)
      }
      t.show("(net2[0].weight.data()==net[0].weight.data()).asnumpy().all()") {
        try net2[0].weight.data() == net[0].weight.data()
      }
      let net3 = try t.run("net3=nn.Sequential()") { Sequential() }
      try t.run("net3.add(nn.Dense(2, in_units=2), nn.Dense(2, in_units=2))") {
        net3.add(Dense(2, inUnits: 2), Dense(2, inUnits: 2))
      }
      t.fails("net3.load_parameters('tmp_sd.params')") {
        try folder.load("tmp_sd.params", into: net3)
      }
      try t.run("net3.load_parameters('tmp_s.params')") {
        try folder.load("tmp_s.params", into: net3)
      }
    }
  }

  /// Loading into a layer that waits for its first forward pass.
  static func initDeferredThenLoad(_ t: Transcript) throws {
    try TranscriptFolder.run { folder in
      let net = try t.run("net=nn.Dense(3, in_units=2)") { Dense(3, inUnits: 2) }
      try t.run("net.initialize(init.One())") { try net.initialize(One()) }
      try t.run("net.save_parameters('tmp_dl.params')") { try folder.save(net, "tmp_dl.params") }
      let n = try t.run("n=nn.Dense(3)") { Dense(3) }
      try t.run("n.initialize(init.Zero())") { try n.initialize(Zero()) }
      try t.run("n.load_parameters('tmp_dl.params')") { try folder.load("tmp_dl.params", into: n) }
      t.show("n.weight.data()") { try n.weight.data() }
      t.show("n.weight.grad()") { try n.weight.grad() }
      t.differs("n._params['dense1_weight']._deferred_init", .internals) {
        guard case .ready? = n.params["dense1_weight"]?.state else {
          Issue.record("the weight still waits")
          return
        }
      }
    }
  }

  /// Everything that saving and loading can meet.
  static func load(_ t: Transcript) throws {
    try TranscriptFolder.run { folder in
      let session = LoadSession(t, folder)
      try session.begin()
      try session.loadFewerAndMore()
      try session.loadOtherShapesAndTypes()
      try session.loadBadFiles()
      try session.saveTooEarly()
      try session.loadLoneLayers()
      try session.loadDictionaries()
    }
  }
}

/// The session on loading, in parts; its file and its first network go through all of them.
private struct LoadSession {
  let t: Transcript
  let folder: TranscriptFolder
  let net = Sequential()
  let n2 = Sequential()
  let f = "tmp_l.params"

  init(_ t: Transcript, _ folder: TranscriptFolder) {
    self.t = t
    self.folder = folder
  }

  func begin() throws {
    try t.run("net=nn.Sequential()") {}
    try t.run("net.add(nn.Dense(3, in_units=2), nn.Dense(2))") {
      net.add(Dense(3, inUnits: 2), Dense(2))
    }
    try t.run("net.initialize()") { try net.initialize() }
    let y = try t.run("y=net(nd.ones((1,2)))") { try net(ones([1, 2])) }
    try t.run("f='tmp_l.params'") {}
    try t.run("net.save_parameters(f)") { try folder.save(net, f) }
    t.show("{k:v.shape for k,v in nd.load(f).items()}") { try folder.shapes(in: f) }
    try t.run("n2=nn.Sequential()") {}
    try t.run("n2.add(nn.Dense(3), nn.Dense(2))") { n2.add(Dense(3), Dense(2)) }
    try t.run("n2.load_parameters(f)") { try folder.load(f, into: n2) }
    t.show("n2.collect_params()") { try n2.collectParams() }
    t.show("(n2(nd.ones((1,2)))==y)") {
      let equal = zip(try n2(ones([1, 2])).floats, y.floats).map { $0 == $1 ? 1 : 0 as Float }
      return Tensor(equal, shape: y.shape)
    }
  }

  func loadFewerAndMore() throws {
    let n3 = try t.run("n3=nn.Sequential()") { Sequential() }
    try t.run("n3.add(nn.Dense(3), nn.Dense(2), nn.Dense(1))") {
      n3.add(Dense(3), Dense(2), Dense(1))
    }
    t.fails("n3.load_parameters(f)") { try folder.load(f, into: n3) }
    try t.run("n3.load_parameters(f, allow_missing=True)") {
      try folder.load(f, into: n3, LoadOptions(allowMissing: true))
    }
    t.fails("n3[2].weight.data()") { _ = try n3[2].weight.data() }
    t.fails("n3(nd.ones((1,2)))") { _ = try n3(ones([1, 2])) }
    try t.run("n3.initialize()") { try n3.initialize() }
    t.show("n3(nd.ones((1,2))).shape") { try n3(ones([1, 2])).shape }
    let n4 = try t.run("n4=nn.Sequential()") { Sequential() }
    try t.run("n4.add(nn.Dense(3))") { n4.add(Dense(3)) }
    t.fails("n4.load_parameters(f)") { try folder.load(f, into: n4) }
    try t.run("n4.load_parameters(f, ignore_extra=True)") {
      try folder.load(f, into: n4, LoadOptions(ignoreExtra: true))
    }
    t.show("n4[0].weight.data().shape") { try n4[0].weight.data().shape }
  }

  func loadOtherShapesAndTypes() throws {
    let n5 = try t.run("n5=nn.Sequential()") { Sequential() }
    try t.run("n5.add(nn.Dense(4), nn.Dense(2))") { n5.add(Dense(4), Dense(2)) }
    t.fails("n5.load_parameters(f)") { try folder.load(f, into: n5) }
    let n6 = try t.run("n6=nn.Sequential()") { Sequential() }
    try t.run("n6.add(nn.Dense(3, in_units=9), nn.Dense(2))") {
      n6.add(Dense(3, inUnits: 9), Dense(2))
    }
    try t.run("n6.initialize()") { try n6.initialize() }
    t.fails("n6.load_parameters(f)") { try folder.load(f, into: n6) }
    let n7 = try t.run("n7=nn.Sequential()") { Sequential() }
    try t.run("n7.add(nn.Dense(3, dtype='float64'), nn.Dense(2))") {
      n7.add(Dense(3, elementType: .float64), Dense(2))
    }
    t.fails("n7.load_parameters(f)") { try folder.load(f, into: n7) }
    try t.run("n7.load_parameters(f, cast_dtype=True)") {
      try folder.load(f, into: n7, LoadOptions(cast: .toCurrent))
    }
    t.show("n7[0].weight, n7[0].weight.data().dtype") {
      tuple(n7[0].weight, try n7[0].weight.data().elementType)
    }
    let n8 = try t.run("n8=nn.Sequential()") { Sequential() }
    try t.run("n8.add(nn.Dense(3, dtype='float64'), nn.Dense(2))") {
      n8.add(Dense(3, elementType: .float64), Dense(2))
    }
    try t.run("n8.load_parameters(f, cast_dtype=True, dtype_source='saved')") {
      try folder.load(f, into: n8, LoadOptions(cast: .toSaved))
    }
    t.show("n8[0].weight") { n8[0].weight }
  }

  func loadBadFiles() throws {
    t.differs("n2.load_parameters('nonexist.params')", .ownWords) {
      let error = #expect(throws: CheckpointError.self) {
        try folder.load("nonexist.params", into: n2)
      }
      #expect(error?.problem == .missing)
    }
    t.differs(
      "open('tmp_bad.params','wb').write(b'hello world, this is not a params file')", .python
    ) {
      try Data("hello world, this is not a params file".utf8)
        .write(to: URL(filePath: folder.place("tmp_bad.params")))
    }
    t.differs("n2.load_parameters('tmp_bad.params')", .ownWords) {
      let error = #expect(throws: CheckpointError.self) {
        try folder.load("tmp_bad.params", into: n2)
      }
      let words = "Check failed: header == kMXAPINDArrayListMagic: Invalid NDArray file format"
      #expect(error?.description.contains(words) == true)
    }
  }

  func saveTooEarly() throws {
    let n9 = try t.run("n9=nn.Sequential()") { Sequential() }
    try t.run("n9.add(nn.Dense(3), nn.Dense(2))") { n9.add(Dense(3), Dense(2)) }
    t.fails("n9.save_parameters(f+'9')") { try folder.save(n9, f + "9") }
    let n10 = try t.run("n10=nn.Sequential()") { Sequential() }
    try t.run("n10.add(nn.Dense(3), nn.Dense(2))") { n10.add(Dense(3), Dense(2)) }
    try t.run("n10.initialize()") { try n10.initialize() }
    t.fails("n10.save_parameters(f+'9')") { try folder.save(n10, f + "9") }
  }

  func loadLoneLayers() throws {
    let d = try t.run("d=nn.Dense(3, in_units=2)") { Dense(3, inUnits: 2) }
    try t.run("d.initialize()") { try d.initialize() }
    try t.run("d.save_parameters(f+'d')") { try folder.save(d, f + "d") }
    t.show("list(nd.load(f+'d').keys())") { try folder.names(in: f + "d") }
    let d2 = try t.run("d2=nn.Dense(3)") { Dense(3) }
    try t.run("d2.load_parameters(f+'d')") { try folder.load(f + "d", into: d2) }
    t.show("d2.weight") { d2.weight }
    t.fails("nn.Dense(4).load_parameters(f+'d')") { try folder.load(f + "d", into: Dense(4)) }
    t.fails("nn.Dense(3, use_bias=False).load_parameters(f+'d')") {
      try folder.load(f + "d", into: Dense(3, useBias: false))
    }
  }

  func loadDictionaries() throws {
    try t.run("net.collect_params().save(f+'c')") { try folder.save(net.collectParams(), f + "c") }
    t.show("list(nd.load(f+'c').keys())") { try folder.names(in: f + "c") }
    let n11 = try t.run("n11=nn.Sequential()") { Sequential() }
    try t.run("n11.add(nn.Dense(3), nn.Dense(2))") { n11.add(Dense(3), Dense(2)) }
    t.fails("n11.collect_params().load(f+'c')") {
      try folder.load(f + "c", into: n11.collectParams())
    }
    let n12 = try t.run("n12=nn.Sequential(prefix='sequential0_')") {
      Sequential(prefix: "sequential0_")
    }
    try t.run("n12.add(nn.Dense(3, prefix='dense0_'), nn.Dense(2, prefix='dense1_'))") {
      n12.add(Dense(3, prefix: "dense0_"), Dense(2, prefix: "dense1_"))
    }
    try t.run("n12.collect_params().load(f+'c')") {
      try folder.load(f + "c", into: n12.collectParams())
    }
    t.show("n12.collect_params()") { try n12.collectParams() }
    t.fails("net.collect_params().save(f+'c', strip_prefix='foo_')") {
      try folder.save(net.collectParams(), f + "c", strippingPrefix: "foo_")
    }
    t.skip("net.save_params(f+'x')", .deprecated)
  }
}
