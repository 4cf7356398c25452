// Makes the false-alarm tables of ProcessControl again, from pure noise.
//
//   swift run -c release --package-path Benchmarks false-alarms          the tables of the guide, as Markdown
//   swift run -c release --package-path Benchmarks false-alarms --csv    Signals/Data/false-alarms.csv
import ProcessControl
import Statistics

let draws = 200_000
let seed: UInt64 = 1
let simulation = {
  var simulation = FalseAlarmSimulation()
  var generator = SeededGenerator(seed: seed)
  for _ in 0..<draws { simulation.draw(using: &generator) }
  return simulation
}()

typealias Variant = FalseAlarmSimulation.Variant
let lengths = FalseAlarmSimulation.shortest...FalseAlarmSimulation.longest

func permille(_ share: Double) -> Int { Int((share * 1000).rounded()) }

@MainActor func csvTable(_ look: String, _ share: ((once: Double, ever: Double)) -> Double) {
  for variant in Variant.allCases {
    for baseline in FalseAlarmSimulation.baselines {
      let numbers = lengths.map {
        String(permille(share(simulation.share(variant, baseline: baseline, points: $0))))
      }
      print(([look, "\(variant)", "\(baseline)"] + numbers).joined(separator: ","))
    }
  }
}

@MainActor func markdown(_ variant: Variant) {
  let shown = [12, 16, 20, 24, 36, 52, 64, 76, 104]
  print("\n### \(variant)\n")
  print("| baseline | " + shown.map { "\($0)" }.joined(separator: " | ") + " |")
  print("|---|" + String(repeating: "---|", count: shown.count))
  for baseline in FalseAlarmSimulation.baselines {
    let cells = shown.map { points -> String in
      guard points > baseline else { return "" }
      let share = simulation.share(variant, baseline: baseline, points: points)
      return "\(Double(permille(share.once)) / 10) / \(Double(permille(share.ever)) / 10)"
    }
    print("| \(baseline == 0 ? "own" : "\(baseline)") | " + cells.joined(separator: " | ") + " |")
  }
}

if CommandLine.arguments.contains("--csv") {
  print("look,rule,baseline," + lengths.map(String.init).joined(separator: ","))
  csvTable("once", \.once)
  csvTable("ever", \.ever)
} else {
  print("Percent of unchanged charts that alarm, at one look / at any look, by number of points.")
  for variant in Variant.allCases { markdown(variant) }
  print("\n### A claim of change: points in a row needed, and its chance in an unchanged process\n")
  let windows = [8, 12, 16, 20, 26, 39, 52]
  print("| baseline | " + windows.map { "window \($0)" }.joined(separator: " | ") + " |")
  print("|---|" + String(repeating: "---|", count: windows.count))
  for baseline in [8, 10, 12, 16, 20, 24, 36, 52] {
    let cells = windows.map { window in
      ClaimRule(baseline: baseline, window: window).map {
        "\($0.run) (\(Double(permille($0.falseAlarm)) / 10)%)"
      } ?? "none"
    }
    print("| \(baseline) | " + cells.joined(separator: " | ") + " |")
  }
}
