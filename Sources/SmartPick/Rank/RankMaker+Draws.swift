internal import RealModule
internal import Statistics

// What tests need to find the same numbers in another way.
extension RankMaker {
  /// How likely the interviews had, and those not had, were beforehand.
  package var evidence: Double { .exp(model.logEvidence) }

  /// The weight of each scenario, and by code the chance in it to be ranked high enough.
  package var scenarios: (weights: [Double], chances: [String: [Double]]) {
    (model.weights, doors.mapValues(\.chances))
  }

  /// The same numbers by drawing: in each scenario, who ranks the applicant high enough is drawn, and the first place
  /// of the list that does is taken.
  ///
  /// The second way to the numbers of ``result()``, which needs no product of chances; tests hold the two together.
  /// O(scenarios × repeats × places).
  /// - Returns: the chance to match at each place, in the order of the request.
  package func drawn(repeats: Int, seed: UInt64) -> [Double] {
    let choices = unique(request.choices)
    let doors = choices.compactMap { self.doors[$0.program.code] }
    var here = [Double](repeating: 0, count: doors.count)
    for c in 0..<model.scenarios.count {
      var generator = SeededGenerator(seed: seed, stream: UInt64(c))
      for _ in 0..<repeats {
        var moods: [String: Double] = [:]
        for (place, door) in doors.enumerated() {
          let mood = moods[door.name] ?? generator.uniform()
          moods[door.name] = mood
          if mood < door.chances[c] {
            here[place] += model.weights[c]
            break
          }
        }
      }
    }
    return here.map { $0 / Double(repeats * model.scenarios.count) }
  }
}
