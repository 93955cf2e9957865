// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "paramscope",
  products: [
    .executable(name: "paramscope", targets: ["paramscope"]),
    .library(name: "ModelEngine", targets: ["ModelEngine"]),
    .library(name: "Checkpoints", targets: ["Checkpoints"]),
    .library(name: "Workspace", targets: ["Workspace"]),
    .library(name: "TerminalInspector", targets: ["TerminalInspector"]),
    .library(name: "Words", targets: ["Words"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What is said, in every language.
    .target(name: "Words"),

    // Numbers: no terminal, no Foundation.
    .target(name: "CKernels"),
    .target(name: "Tensors", dependencies: ["CKernels", "Words"]),
    .target(
      name: "CLinearAlgebra",
      linkerSettings: [.linkedLibrary("dnnl"), .linkedLibrary("lapack"), .linkedLibrary("blas")]),
    .target(name: "CLayers", dependencies: ["CLinearAlgebra"]),
    .target(
      name: "ModelEngine", dependencies: ["CKernels", "CLayers", "CLinearAlgebra", "Tensors"]),

    // Files, and what was opened from them.
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "Checkpoints", dependencies: ["CZlib", "Tensors", "Words"]),
    .target(
      name: "Workspace",
      dependencies: [
        "Tensors", "ModelEngine", "Checkpoints", "Words",
        .product(name: "Yams", package: "Yams"),
      ]),

    // The chapter, step by step.
    .target(name: "Lessons", dependencies: ["Tensors", "ModelEngine"]),

    // Terminal: pure cells, then the one backend that touches C.
    .target(name: "TerminalUI", dependencies: ["Words"]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "NcursesBackend", dependencies: ["CNcurses", "TerminalUI", "Words"]),

    // Program: pure state and views, the loop that performs effects, the terminal, the commands.
    .target(
      name: "Inspector",
      dependencies: [
        "LessonScreen", "Tensors", "ModelEngine", "Workspace", "TerminalUI", "Words",
      ]),
    .target(
      name: "InspectorRuntime",
      dependencies: [
        "Inspector", "LessonScreen", "Lessons", "Tensors", "ModelEngine", "Workspace",
        "TerminalUI", "Words",
      ]),
    .target(
      name: "LessonScreen",
      dependencies: ["Lessons", "Tensors", "ModelEngine", "TerminalUI", "Words"]),
    .target(
      name: "TerminalInspector",
      dependencies: [
        "LessonScreen",
        "InspectorRuntime", "Inspector", "Workspace", "ModelEngine", "Tensors", "TerminalUI",
        "NcursesBackend", "Words",
      ]),
    .executableTarget(
      name: "paramscope",
      dependencies: [
        "TerminalInspector", "LessonScreen", "InspectorRuntime", "Inspector",
        "NcursesBackend", "TerminalUI",
        "Workspace", "Words", "Lessons", "Checkpoints", "ModelEngine", "Tensors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // What the documents promise, measured side by side with others.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "TerminalInspector", "InspectorRuntime", "Inspector", "TerminalUI", "Workspace",
        "Checkpoints", "ModelEngine", "Tensors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests.
    .testTarget(
      name: "LessonScreenTests",
      dependencies: ["LessonScreen", "Lessons", "TerminalUI", "Words", "TestSupport"],
      exclude: ["Goldens"]),
    .target(
      name: "TestSupport", dependencies: ["Tensors", "TerminalUI"], path: "Tests/TestSupport"),
    .testTarget(
      name: "TensorsTests", dependencies: ["CKernels", "Tensors", "TestSupport", "Words"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ModelEngineTests",
      dependencies: ["Workspace", "Checkpoints", "ModelEngine", "Tensors", "TestSupport", "Words"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CheckpointsTests", dependencies: ["Checkpoints", "Tensors", "TestSupport", "Words"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "LessonsTests", dependencies: ["Lessons", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: ["Workspace", "Checkpoints", "ModelEngine", "Tensors", "TestSupport", "Words"],
      exclude: ["Fixtures"]),
    // What takes bytes that anybody may have written: for these tests, and for the fuzzer.
    .target(
      name: "FuzzTargets",
      dependencies: ["Inspector", "ModelEngine", "Tensors", "TerminalUI", "Workspace"],
      path: "Tests/FuzzTargets"),
    .testTarget(
      name: "FuzzTargetsTests", dependencies: ["FuzzTargets", "TestSupport"], exclude: ["Corpus"]),
    .testTarget(name: "WordsTests", dependencies: ["Words"]),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport", "Words"]),
    .testTarget(
      name: "InspectorTests",
      dependencies: [
        "InspectorRuntime", "Inspector", "LessonScreen", "Lessons", "Workspace", "ModelEngine",
        "Tensors", "TerminalUI",
        "TestSupport", "Words",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "InspectorRuntimeTests",
      dependencies: ["InspectorRuntime", "Inspector", "Workspace", "TerminalUI", "TestSupport"]),
    // Starts the real program: on tmux, where that is installed, and without a terminal.
    .testTarget(
      name: "NcursesBackendTests", dependencies: ["NcursesBackend", "CNcurses", "TerminalUI"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["paramscope", "TerminalUI", "TestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "paramscope", "Inspector", "NcursesBackend", "Workspace", "Checkpoints", "ModelEngine",
        "Tensors", "TerminalUI", "TestSupport", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)

// libFuzzer calls each parser: .ci/fuzz. Apart from the rest, because it has no main function.
if Context.environment["PARAMSCOPE_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

let isC: Set = ["CKernels", "CLayers", "CLinearAlgebra", "CNcurses", "CZlib"]

for target in package.targets where !isC.contains(target.name) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}
