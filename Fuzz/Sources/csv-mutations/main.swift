import Tables

// The fuzzer for machines where libFuzzer does not link: tables that are mutated from a seed, the same every time.
let seconds = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 60
let seeds = [
  "date,unit,late\n2026-03-02,4 West,yes\n2026-03-03,\"5 East, \"\"old\"\"\",no\n", "sep=;\na;b\r\n1;2\r\n",
  "program\tvisa\nA\tJ-1\n", "\u{FEFF}a,b\n\"x\ny\",é\n", "",
].map { Array($0.utf8) }
let telling: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x00, 0x20, 0x80, 0xC3, 0xE2, 0xFF, 0x61, 0x39]
var state: UInt64 = 20_260_302

/// The next number of SplitMix64 below a bound.
@MainActor func draw(_ bound: Int) -> Int {
  state &+= 0x9E37_79B9_7F4A_7C15
  var mixed = state
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
}

let end = ContinuousClock.now + .seconds(seconds)
var cases = 0
while ContinuousClock.now < end {
  var bytes = [UInt8(draw(256))] + seeds[draw(seeds.count)]
  for _ in 0...draw(24) {
    let place = draw(bytes.count + 1)
    switch draw(4) {
    case 0: bytes.insert(telling[draw(telling.count)], at: place)
    case 1: bytes.insert(UInt8(draw(256)), at: place)
    case 2: if place < bytes.count, bytes.count > 1 { bytes.remove(at: place) }
    default:
      let length = min(draw(64), bytes.count - min(place, bytes.count))
      bytes.insert(contentsOf: Array(bytes[min(place, bytes.count)...].prefix(length)), at: draw(bytes.count + 1))
    }
  }
  bytes.withUnsafeBufferPointer { CSVCase.run($0) }
  cases += 1
}
print("\(cases) mutated tables, no promise broken.")
