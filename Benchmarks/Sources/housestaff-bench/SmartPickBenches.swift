import SmartPick

/// The whole way from a profile to a list with its report, without reading or printing.
func smartPickBenches(_ runner: inout Runner) {
  guard runner.wants("smartpick/") else { return }
  let profile = ProfileReader(bytes: Array(Profile.example.utf8), file: "example.json").profile
  let programs = PracticeCatalog.programs()
  let told: (ListResult?) -> String = { list in
    guard let list else { return "no list" }
    return "\(list.candidates) candidates, \(list.rows.count) rows, gap bound \(Int(list.gapBound * 1e6)) ppm"
  }
  runner.measure("smartpick/practice catalog", batches: 5) { PracticeCatalog.programs().count }
  runner.measure("smartpick/list of the example profile, practice catalog", batches: 5, note: told) {
    try? ListMaker(ListRequest(profile: profile, programs: programs, season: .latest)).list()
  }
  var free = profile
  free.interviewCapacity = nil
  runner.measure("smartpick/the same without an interview capacity", batches: 5, note: told) {
    try? ListMaker(ListRequest(profile: free, programs: programs, season: .latest)).list()
  }
  let market = MarketModel(.year2025, CalibratedMarket.shipped.parameters)
  let season: (MarketTally) -> String = { tally in
    "\(tally.groups.reduce(0) { $0 + $1.active }) active, \(tally.groups.reduce(0) { $0 + $1.matched }) matched"
  }
  runner.measure("smartpick/one draw of the national season", target: .seconds(1), batches: 5, note: season) {
    market.draw(0, seed: 1)
  }
}
