extension Cell {
  /// The words of each step in English.
  var english: (title: String, text: String) {
    switch self {
    case .n1:
      (
        "A network, initialized and run once",
        "Two dense layers. initialize() fills what has a known shape, here the biases; the weights do not "
          + "know their number of inputs yet and wait. The first forward pass tells them, and only then "
          + "are they drawn: the input x takes its random numbers before the weights do."
      )
    case .n2:
      (
        "The parameters of one layer",
        "A layer keeps its parameters in a dictionary. Their names begin with the prefix of the layer."
      )
    case .n3:
      (
        "The same parameter, by name and as a property",
        "Both expressions give one object, not a copy: whatever happens to one happens to the other."
      )
    case .n4:
      (
        "Values",
        "data() gives the values. They come from Uniform(0.07), the initializer of a network that was "
          + "told nothing else."
      )
    case .n5:
      (
        "Gradients",
        "grad() has the shape of the data. It is zero until a backward pass writes into it."
      )
    case .n6:
      (
        "Biases are zero because they say so",
        "A dense layer declares zeros for its bias. What a layer declares beats the initializer of the "
          + "network, even when it is initialized again."
      )
    case .n11:
      (
        "All parameters of a network",
        "collectParams() walks the tree, each parameter once, own ones before those of the children."
      )
    case .n7:
      (
        "Initialize again: Normal",
        "A parameter that has values is left alone unless forceReinit says otherwise. The biases keep "
          + "their zeros."
      )
    case .n8:
      (
        "Initialize one parameter: Xavier",
        "Called on a parameter, an initializer beats everything that was declared. Xavier's range follows "
          + "from the number of inputs and outputs: the root of 3 over their mean."
      )
    case .n9:
      (
        "An initializer of your own",
        "One method is enough. The chapter says that this one draws from [-10, -5] and [5, 10]; it does "
          + "not: it draws from [-10, 10] and multiplies what is nearer to zero than 5 by 0, so about "
          + "half of the values are zero, some of them -0. The biases are not printed, for they declare "
          + "their own. On the command line the same rule is "
          + "expr(u = uniform(-10, 10); u * (abs(u) >= 5))."
      )
    case .n10:
      (
        "Set the values directly",
        "setData() replaces the values in place. The shape must be the same; nothing is drawn."
      )
    case .share:
      (
        "Two layers, one set of parameters",
        "The third layer is built with the parameters of the second. They are not equal by chance but the "
          + "same objects: the comparison is 1 everywhere and will stay so. In a backward pass the "
          + "gradients of both uses add up, in shared.weight.grad(); the chapter's "
          + "shared.params.grad() does not exist."
      )
    case .exercise1:
      (
        "Exercise: the initializers",
        "Every initializer that can be named, with its default arguments."
      )
    case .exercise2:
      (
        "Exercise: between initialize and the first forward",
        "The bias can be read at once, because its shape is known. The weight cannot: its initialization "
          + "is deferred, and the message says so. After one forward pass it is there."
      )
    case .exercise3:
      (
        "Exercise: train a network with a shared layer",
        "The label is whether the sum of the inputs is positive; forty steps of gradient descent learn it. "
          + "Layers 1 and 2 are one set of parameters: a backward pass finds a gradient for each use, "
          + "writes their sum, and the trainer changes the weights once, for both. The lengths of the two "
          + "need not add up to that of the sum: they are vectors that may point in different directions."
      )
    }
  }
}
