import ModelEngine
import Tensors
import Testing

/// A marked variable.
func marked(_ values: [Float], _ request: GradientRequest = .write) -> Variable {
  let variable = Variable(array(values))
  variable.attachGrad(request)
  return variable
}

@Suite struct AutogradTests {
  @Test func `a leaf, a null request, a freed part of a graph and an odd head are told apart`()
    throws
  {
    let x = marked([1, 2])
    try x.backward()
    #expect(x.grad == array([1, 1]))
    let silent = marked([1, 2], .null)
    let square = try Autograd.record { try silent * silent }
    #expect(throws: AutogradError.nothingWantsGradient) { try square.backward() }
    let (two, three) = try Autograd.record {
      let square = try x * x
      return (try square * 2, try square * 3)
    }
    try two.backward()
    #expect(x.grad == array([4, 8]))
    #expect(throws: AutogradError.nothingWantsGradient) { try three.backward() }
    #expect(throws: AutogradError.notInGraph) { try two.backward() }
    let y = try Autograd.record { try x * x }
    #expect(
      message { try y.backward(headGradient: ones([3])) }
        == "The head gradient has shape (3,) and type float32, but the output has shape (2,) and type "
        + "float32.")
    #expect(throws: AutogradError.headGradientCount(expected: 1, found: 2)) {
      try Autograd.backward([y], headGradients: [nil, nil])
    }
  }

  @Test func `gradients with respect to variables leave their own gradients alone`() throws {
    let x = marked([1, 2])
    let other = marked([1, 2])
    let (h, y) = try Autograd.record {
      let h = try x * x
      return (h, try h * x)
    }
    #expect(
      try Autograd.grad(of: y, withRespectTo: x, retainGraph: true) == array([3, 12]))
    #expect(x.grad == array([0, 0]))
    #expect(throws: AutogradError.notMarked(position: 1)) {
      try Autograd.grad(of: y, withRespectTo: h, retainGraph: true)
    }
    #expect(throws: AutogradError.unreachable(position: 2)) {
      try Autograd.grad(of: [y], withRespectTo: [x, other], retainGraph: true)
    }
  }

  @Test
  func `marking in the middle cuts the graph, several heads add up, the last of equal ones counts`()
    throws
  {
    let x = marked([1, 2])
    let h = try Autograd.record { try x * x }
    h.attachGrad()
    let y = try Autograd.record { try h * x }
    try y.backward()
    #expect(x.grad == array([1, 4]) && h.grad == array([1, 2]))
    let (square, triple) = try Autograd.record { (try x * x, try x * 3) }
    try Autograd.backward([square, triple], headGradients: [array([1, 10]), nil])
    #expect(x.grad == array([5, 43]))
    let again = try Autograd.record { try x * x }
    try Autograd.backward([again, again])
    #expect(x.grad == array([2, 4]))
  }

  @Test
  func `assigning while recording sets the values and fails, and recording ends all the same`()
    throws
  {
    let x = marked([1, 2])
    #expect(throws: AutogradError.assignmentWhileRecording) {
      try Autograd.record { try x.assign(array([5, 5])) }
    }
    #expect(x.value == array([5, 5]))
    #expect(!Autograd.isRecording && !Autograd.isTraining)
    #expect(throws: AutogradError.assignedShape(expected: [2], found: [3])) {
      try x.assign(ones([3]))
    }
    try Autograd.record {
      Autograd.predictMode { #expect(Autograd.isRecording && !Autograd.isTraining) }
      Autograd.pause(trainMode: true) { #expect(!Autograd.isRecording && Autograd.isTraining) }
      let y = try x * x
      try y.backward()
      #expect(Autograd.isRecording)
    }
    #expect(x.grad == array([10, 10]))
  }

  @Test func `what a freed graph computed is a constant for the next one`() throws {
    let x = marked([2])
    let state = try Autograd.record { try x * x }
    try state.backward()
    let next = try Autograd.record { try state * x }
    try Autograd.record { try state.assign(array([5])) }
    try next.backward()
    #expect(x.grad == array([4]))
    #expect(throws: AutogradError.notInGraph) {
      try Autograd.record { try state * 2 }.backward()
    }
  }

  @Test func `the bias has its gradient also where the weight is frozen`() throws {
    // oneDNN in MXNet 1.9.1 forgets it.
    try ModelContext.withSeed(0) {
      let layer = Dense(3, inUnits: 4)
      try layer.initialize()
      layer.weight.gradReq = .null
      try Autograd.record { try layer(Variable(ones([5, 4]))) }.backward()
      #expect(try layer.bias.grad() == array([5, 5, 5]))
    }
  }

  @Test func `a step of training changes weights where they are, without a copy`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Dense(8, activation: .relu, inUnits: 4), Dense(3, inUnits: 8))
      try net.initialize()
      let trainer = try Trainer(net.collectParams(), SGD(learningRate: 0.1))
      func addresses() throws -> [UInt] {
        try net.collectParams().map { parameter in
          unsafe try parameter.data().floats.withUnsafeBytes {
            UInt(bitPattern: $0.baseAddress)
          }
        }
      }
      let (before, values) = (try addresses(), try net[0].weight.data().floats.map { $0 * 1 })
      for _ in 1...3 {
        try Autograd.record { try net(Variable(ones([2, 4]))).sum() }.backward()
        try trainer.step(2)
      }
      #expect(try addresses() == before)
      #expect(try net[0].weight.data().floats != values)
    }
  }

  @Test func `a gradient is added, and a parameter that changed since then is given none`() throws {
    let x = marked([1, 2], .add)
    let y = try Autograd.record { try x * x }
    try y.backward(retainGraph: true)
    try y.backward()
    #expect(x.grad == array([4, 8]))
    x.zeroGrad()
    #expect(x.grad == array([0, 0]))
    for change: (Parameter) throws -> Void in [
      { $0.gradReq = .add }, { try $0.initialize(forceReinit: true) },
    ] {
      try ModelContext.withSeed(0) {
        let layer = Dense(1, useBias: false, inUnits: 1)
        try layer.initialize(One())
        let y = try Autograd.record { try layer(Variable(ones([1, 1]))) }
        try change(layer.weight)
        try y.backward()
        #expect(try layer.weight.grad() == zeros([1, 1]))
        #expect(layer.weight.gradientUses.isEmpty)
      }
    }
  }

  @Test func `a chain of a hundred thousand operations needs no stack, nor does releasing it`()
    throws
  {
    let x = marked([1])
    func chain(_ count: Int) throws -> Variable {
      try Autograd.record {
        var y = x
        for _ in 0..<count { y = try y + 1 }
        return y
      }
    }
    try chain(100_000).backward()
    #expect(x.grad == array([1]))
    _ = try chain(100_000)
    let kept = try chain(100_000)
    try kept.backward(retainGraph: true)
    #expect(kept.value == array([100_001]))
  }

  @Test func `each use of a shared parameter is told apart, and the uses add up to the gradient`()
    throws
  {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      let shared = Dense(3, inUnits: 3)
      try net.add(Dense(3, inUnits: 4), shared, Dense(3, inUnits: 3, params: shared.params), shared)
      try net.initialize()
      let y = try Autograd.record { try net(Variable(ones([2, 4]))) }
      try y.backward()
      let uses = shared.weight.gradientUses
      #expect(uses.map(\.place.path) == ["1", "2", "3"])
      #expect(uses.map(\.place.layer) == ["dense0", "dense2", "dense0"])
      #expect(uses.map(\.place.network) == ["sequential0", "sequential0", "sequential0"])
      #expect(uses.map(\.place.call) == [1, 1, 1])
      let parts = uses.map(\.gradient.floats)
      let sum = parts[0].indices.map { parts[0][$0] + parts[1][$0] + parts[2][$0] }
      #expect(try shared.weight.grad().floats == sum)
      #expect(Set(parts).count == 3)
      #expect(net[0].weight.gradientUses.map(\.gradient) == [try net[0].weight.grad()])
      shared.weight.zeroGrad()
      #expect(shared.weight.gradientUses.isEmpty)
    }
  }

  @Test func `added gradients tell what was there before, and calls of one block are counted`()
    throws
  {
    try ModelContext.withSeed(0) {
      let layer = Dense(2, useBias: false, inUnits: 2)
      try layer.initialize()
      layer.weight.gradReq = .add
      for round in 1...2 {
        let y = try Autograd.record { try layer(layer(Variable(ones([1, 2])))) }
        let before = try layer.weight.grad()
        try y.backward()
        let uses = layer.weight.gradientUses
        #expect(uses.map(\.place.call) == [1, 2], "\(round)")
        #expect(uses.map(\.place.path) == ["", ""])
        #expect(layer.weight.gradientBefore == before)
        let sum = zip(uses[0].gradient.floats, uses[1].gradient.floats).map { $0 + $1 }
        #expect(try layer.weight.grad().floats == zip(before.floats, sum).map { $0 + $1 })
      }
    }
  }

  @Test(arguments: [3, 4, 5, 9])
  func `many uses are summed in the order of MXNet`(count: Int) throws {
    let values = ModelContext.withSeed(7) {
      (0..<count).map { _ in ModelContext.current.normal(shape: [50]).floats }
    }
    let x = marked([Float](repeating: 1, count: 50))
    let y = try Autograd.record {
      var sum = try x * Variable(array(values[0]))
      for value in values.dropFirst() { sum = try sum + x * Variable(array(value)) }
      return sum
    }
    try y.backward()
    // MXNet: up to four from the first use to the last, more from the last to the first.
    let ordered = count <= 4 ? values : values.reversed()
    let expected = ordered.dropFirst().reduce(ordered[0]) { sum, next in
      zip(sum, next).map { $0 + $1 }
    }
    #expect(x.grad?.floats == expected)
    #expect(
      expected
        != values.reversed().reduce([Float](repeating: 0, count: 50)) {
          zip($0, $1).map { $0 + $1 }
        } || count > 4)
  }
}
