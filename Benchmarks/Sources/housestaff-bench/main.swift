// Times every room. `swift run -c release housestaff-bench [part of a name]`
var runner = Runner(filter: CommandLine.arguments.dropFirst().first)
portfolioBenches(&runner)
independentBenches(&runner)
matchingBenches(&runner)
if runner.wants("matching/") { runner.add(await drawsFigure()) }
processControlBenches(&runner)
tablesBenches(&runner)
smartPickBenches(&runner)
runner.report()
