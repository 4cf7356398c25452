import Matching

// Times every room: `swift run -c release housestaff-bench [part of a name]`.
//
// With --match-once it makes one market of 50,000 applicants with 1,250 couples, matches it and does nothing else, so
// that whoever started it can see how much memory that takes.
if CommandLine.arguments.contains("--match-once") {
  let market = Market(BenchSeason(applicants: 50_000, couples: 0.05, seed: 2).lists())
  print(market.match().isStable ? "stable" : "not stable")
} else {
  var runner = Runner(filter: CommandLine.arguments.dropFirst().first)
  portfolioBenches(&runner)
  independentBenches(&runner)
  matchingBenches(&runner)
  if runner.wants("matching/") { runner.add(await drawsFigure()) }
  processControlBenches(&runner)
  tablesBenches(&runner)
  smartPickBenches(&runner)
  runner.report()
}
