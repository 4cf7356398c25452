// swift-tools-version:6.2
import PackageDescription

// A package of its own, so that nobody pays for the benches by building. `swift run -c release housestaff-bench`
let package = Package(
  name: "housestaff-benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "housestaff", path: "..")],
  targets: [
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
