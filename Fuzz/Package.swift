// swift-tools-version:6.2
import PackageDescription

// A package of its own, so that nobody pays for it by building.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "housestaff", path: "..")],
  targets: [
    .executableTarget(
      name: "csv-fuzz", dependencies: [.product(name: "Rooms", package: "housestaff")],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"], .when(platforms: [.linux]))]),
    // The same promises without libFuzzer.
    .executableTarget(
      name: "csv-mutations", dependencies: [.product(name: "Rooms", package: "housestaff")],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
  ],
  swiftLanguageModes: [.v6]
)
