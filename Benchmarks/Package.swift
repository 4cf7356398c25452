// swift-tools-version:6.2
import PackageDescription

// A package of its own, so that nobody pays for the benches by building. `swift run -c release housestaff-bench`
let package = Package(
  name: "housestaff-benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "housestaff", path: ".."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
  ],
  targets: [
    // What the site's pages are measured beside.
    .executableTarget(
      name: "plain-page",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ]),
    .executableTarget(
      name: "false-alarms", dependencies: [.product(name: "Rooms", package: "housestaff")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .executableTarget(
      name: "housestaff-bench", dependencies: [.product(name: "Rooms", package: "housestaff")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ],
      // Without Foundation nothing else links the C library's rounding on Linux.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
  ],
  swiftLanguageModes: [.v6]
)
