public import ProcessControl
import Statistics

/// The first worked case, all invented: video visits for no-shows, whose evidence is mixed.
///
/// 2,000 appointments, drawn one by one. A no-show grows with distance (15%, 19%, 24%, 31%) and is 7 points more frequent
/// without a portal; a video visit, open only to stable follow-up with a portal, makes it 0.72 times as likely.
public enum TelehealthCase {
  /// One invented appointment.
  public struct Appointment: Sendable, Hashable {
    public let day: Day
    public let distance: String
    public let portal: String
    public let isVideo: Bool
    public let isMissed: Bool
  }

  static let first = Day.on(2025, 9, 1)
  static let begins = Day.on(2026, 2, 16)
  static let baselineEnd = Day.on(2026, 1, 25)
  static let distances = ["0 to 5 miles", "5 to 15 miles", "15 to 30 miles", "30 to 60 miles"]
  static let portals = ["with portal", "without portal"]

  /// All appointments: 40 weeks of 50, by day.
  public static let appointments: [Appointment] = {
    var random = SeededGenerator(seed: 2_026, stream: 1)
    var all: [Appointment] = []
    for week in 0..<40 {
      for slot in 0..<50 {
        let day = first.adding(week * 7 + slot / 10)
        let (place, account, stable, choice, missed) =
          (random.uniform(), random.uniform(), random.uniform(), random.uniform(), random.uniform())
        let band = place < 0.35 ? 0 : place < 0.65 ? 1 : place < 0.87 ? 2 : 3
        let hasPortal = account < [0.80, 0.76, 0.71, 0.66][band]
        let isVideo = day >= begins && hasPortal && stable < 0.45 && choice < 0.6
        let chance = ([0.15, 0.19, 0.24, 0.31][band] + (hasPortal ? 0 : 0.07)) * (isVideo ? 0.72 : 1)
        all.append(
          Appointment(
            day: day, distance: distances[band], portal: portals[hasPortal ? 0 : 1], isVideo: isVideo,
            isMissed: missed < chance))
      }
    }
    return all
  }()

  /// The appointments as a file: a row for each, its first line naming the columns.
  public static var csv: String {
    appointments.reduce(into: "date,distance,portal,visit,no show\n") { text, one in
      text +=
        "\(one.day),\(one.distance),\(one.portal),\(one.isVideo ? "video" : "in person"),"
        + "\(one.isMissed ? "yes" : "no")\n"
    }
  }

  /// No-shows week by week: of all, by distance and by portal.
  public static func noShows(among appointments: [Appointment]) -> [PeriodCount] {
    weekly(appointments, [:], \.isMissed)
      + distances.flatMap { name in
        weekly(appointments.filter { $0.distance == name }, ["distance": name], \.isMissed)
      }
      + portals.flatMap { name in
        weekly(appointments.filter { $0.portal == name }, ["portal": name], \.isMissed)
      }
  }

  /// No-show by distance within portal, over the whole time.
  public static var byDistance: CrossCounts {
    CrossCounts(
      outcome: "no show", factor: "distance", second: "portal",
      bands: distances.enumerated().map { .init($0.element, score: [2.5, 10, 22.5, 45][$0.offset]) },
      cells: distances.flatMap { distance in
        portals.map { portal in
          let own = appointments.filter { $0.distance == distance && $0.portal == portal }
          return .init(band: distance, level: portal, events: own.count(where: \.isMissed), of: own.count)
        }
      })
  }

  private static func weekly(
    _ appointments: [Appointment], _ strata: [String: String], _ counts: (Appointment) -> Bool
  ) -> [PeriodCount] {
    Dictionary(grouping: appointments) { Period.week.start(of: $0.day) }.sorted { $0.key < $1.key }
      .map { day, own in PeriodCount(day, Double(own.count(where: counts)), of: Double(own.count), strata: strata) }
  }

  /// The case, complete.
  public static let made: WorkedCase = {
    var made = WorkedCase(
      "example-telehealth",
      Project(
        title: "Video visits for no-shows (invented data)",
        bother: "One in five follow-up visits is not kept, and more of those who live far away.",
        place: "Continuity clinic", countable: "Appointments and no-shows, by distance and portal",
        lead: "Resident T. (invented)", began: first),
      aim: { id in
        Aim(
          project: id, measure: MeasureID(rawValue: "example-telehealth-no-shows"), target: 0.16,
          by: Day.on(2026, 6, 30), whom: "everyone with an appointment in the continuity clinic",
          change: "offering stable follow-up by video", begins: begins, baselineFrom: first,
          baselineThrough: baselineEnd, window: 16)
      }, leaves: Day.on(2026, 12, 31))
    count(&made)
    made.declare(on: Day.on(2026, 2, 9))
    work(&made)
    trials(&made)
    return made
  }()

  private static func count(_ made: inout WorkedCase) {
    let note = MeasureMarks.Mark(.note, on: begins, "Stable follow-up is offered by video")
    made.add(
      "example-telehealth-no-shows",
      ProjectMeasure(
        project: made.id, name: "No-shows", role: .outcome, kind: .proportion,
        definition: "Appointments that were neither kept nor cancelled before the day. Invented data.",
        numerator: "no-shows", denominator: "appointments", better: .down, collector: "scheduling report"),
      noShows(among: appointments), MeasureMarks(marks: [note], baselineEnd: baselineEnd, target: 0.16))
    made.add(
      "example-telehealth-video",
      ProjectMeasure(
        project: made.id, name: "Visits planned by video", role: .process, kind: .proportion,
        definition: "Of all appointments, those planned by video. Invented data.", numerator: "by video",
        denominator: "appointments", better: .up, collector: "scheduling report"),
      weekly(appointments.filter { $0.day >= begins }, [:], \.isVideo), MeasureMarks())
    made.add(
      "example-telehealth-no-portal",
      ProjectMeasure(
        project: made.id, name: "No-shows among those without a portal", role: .balancing, kind: .proportion,
        definition: "As for all, of those who have no portal account and so no video visit. Invented data.",
        numerator: "no-shows", denominator: "appointments without a portal", better: .down,
        collector: "scheduling report"),
      weekly(appointments.filter { $0.portal == portals[1] }, [:], \.isMissed),
      MeasureMarks(marks: [note], baselineEnd: baselineEnd))
    experience(&made)
    made.associations = [byDistance]
  }

  private static func experience(_ made: inout WorkedCase) {
    let days = [(2025, 11), (2026, 1), (2026, 3), (2026, 5)].map { Day.on($0.0, $0.1, 1) }
    for (name, title, asked, yes) in [
      ("convenience", "Visit was convenient", "My visit was easy to fit into my day.", [38, 41, 47, 49]),
      ("continuity", "Knew the clinician", "I saw a clinician who knows me.", [44, 43, 37, 36]),
    ] {
      made.add(
        "example-telehealth-\(name)",
        ProjectMeasure(
          project: made.id, name: title, role: name == "continuity" ? .balancing : .outcome, kind: .proportion,
          definition: "60 patients a round, without names: \u{201C}\(asked)\u{201D} Agree. Invented data.",
          numerator: "agree", denominator: "answers", better: .up, collector: "short survey", period: .month),
        zip(days, yes).map { PeriodCount($0, Double($1), of: 60) },
        MeasureMarks(marks: [.init(.note, on: begins, "Video visits begin")]))
    }
  }
}
