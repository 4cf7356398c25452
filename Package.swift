// swift-tools-version:6.2
import PackageDescription

// Hummingbird's settings, for every room of the house.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// Dependencies are few and boring; each is named here, once, with its reason.
let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")  // gamma and error functions
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")  // commands
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")  // SQLite
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")  // hashed secrets, sealed private notes
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")  // HTTP
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")  // its headers and statuses
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")  // the address a request came from
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")  // its tests
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")  // structured logs

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
    swiftSettings: settings)
}

let package = Package(
  name: "housestaff",
  platforms: [.macOS(.v14)],
  products: [
    // For the packages of benches and of fuzzing only.
    .library(name: "Rooms", targets: ["Matching", "Portfolio", "ProcessControl", "SmartPick", "Statistics", "Tables"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
  ],
  targets: [
    // The rooms, from the ground up. `Tests/HouseTests` holds them to these arrows.
    room("Markup"),
    tests("Markup"),
    room("Pictures", ["Markup"]),
    tests("Pictures", ["Markup"], resources: [.copy("Golden")]),
    .systemLibrary(
      name: "CZip", path: "Sources/CZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CExpat", path: "Sources/CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    room("Tables", ["CZip", "CExpat"]),
    tests("Tables"),
    room("Statistics", [numerics]),
    tests("Statistics"),
    room(
      "SmartPick", ["Matching", "Portfolio", "Statistics", "Tables", numerics],
      exclude: ["PracticeCatalog/README.md", "Season/README.md"],
      resources: [
        // Embedded, so that the binary needs no files.
        .embedInCode("PracticeCatalog/Data/practice-catalog.json"),
        .embedInCode("Season/Data/season-2026.json"),
        .embedInCode("Season/Data/season-2027.json"),
        .embedInCode("Season/Data/market-positions.json"),
        .embedInCode("Season/Data/market-outcomes.json"),
        .embedInCode("Season/Data/market-2024.json"),
        .embedInCode("Market/Data/market.json"),
        .embedInCode("Effects/effects.json"),
      ]),
    tests("SmartPick", ["Tables"]),
    room("Matching", ["Statistics", numerics]),
    tests("Matching", ["Statistics"]),
    room("Portfolio"),
    tests("Portfolio"),
    room(
      "ProcessControl", ["Statistics", numerics], resources: [.embedInCode("Signals/Data/false-alarms.csv")]),
    tests("ProcessControl", ["Statistics"], resources: [.copy("Golden")]),
    room("Improvement", ["ProcessControl", "Statistics", "Tables", numerics]),
    tests("Improvement", ["ProcessControl", "Statistics", "Tables"]),
    room("Workspaces", [grdb, crypto]),
    // What a test of Workspaces kills while it writes; not shipped.
    .executableTarget(name: "WorkspaceWriter", dependencies: ["Workspaces"], swiftSettings: settings),
    // How tests run a program; not shipped.
    .target(name: "ChildProcess", path: "Tests/ChildProcess", swiftSettings: settings),
    tests("Workspaces", ["ChildProcess", "WorkspaceWriter", grdb], resources: [.copy("Golden")]),
    room(
      "Site",
      [
        "Markup", "Matching", "Pictures", "Workspaces", "SmartPick", "Tables", "Improvement", "ProcessControl",
        "Statistics",
        hummingbird, httpTypes, nioCore, logging, crypto,
      ],
      exclude: ["README.md"],
      resources: [
        .embedInCode("Assets/housestaff.css"),
        .embedInCode("Assets/drag.js"),
        .embedInCode("Assets/progress.js"),
        .embedInCode("Assets/search.js"),
        .embedInCode("Assets/tally.js"),
        .embedInCode("Assets/typing.js"),
        .embedInCode("Assets/upload.js"),
      ]),
    tests(
      "Site",
      [
        "Markup", "Pictures", "SmartPick", "Workspaces", "Improvement", "ProcessControl", "Tables", hummingbirdTesting,
        httpTypes, nioCore, logging,
      ],
      resources: [.copy("Golden")]),
    .systemLibrary(
      name: "CQREncode", path: "Sources/CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
    .executableTarget(
      name: "housestaff",
      dependencies: [
        "Site", "Workspaces", "SmartPick", "Portfolio", "Tables", "CQREncode", argumentParser, hummingbird, logging,
        "ProcessControl", "Pictures", "Markup", "Matching",
      ], swiftSettings: settings),
    tests("housestaff", ["ChildProcess", "SmartPick", "Tables"], resources: [.copy("Golden")]),
    .testTarget(name: "HouseTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
