internal import Foundation
internal import SmartPick

extension CalendarFile {
  /// The season's dates and the applicant's interviews.
  init(season: SeasonDocument, dates: [KeyDate], stamp: Date) {
    let interviews = season.interviews.compactMap { application -> Event? in
      guard let day = application.interviewDay else { return nil }
      return Event(
        uid: "interview-\(application.code)@housestaff.invalid", summary: "Interview: \(application.name)",
        detail: "\(application.specialty). Program code \(application.code)."
          + (application.code.hasPrefix("FICTION-") ? " A practice program: fictional." : "")
          + (application.interviewTime == nil ? "" : " The time is as it was typed, local."),
        day: day, time: application.interviewTime, isFree: false)
    }
    self.init(
      "Residency season",
      events: dates.map { date in
        Event(
          uid: "\(date.id)-\(date.date)@housestaff.invalid", summary: date.name,
          detail: "Source: \(date.source) (trust: \(date.trust.rawValue)). Check it with the official calendar.",
          day: date.date, time: date.time, isEastern: true)
      } + interviews, stamp: stamp)
  }

  /// The dates that concern these specialties, or ERAS and the NRMP where none is named; those for programs are left
  /// out.
  static func dates(_ season: Season, _ specialties: [String]) -> [KeyDate] {
    let mine =
      specialties.isEmpty
      ? season.dates.filter { $0.body == "eras" || $0.body == "nrmp" } : specialties.flatMap { season.dates(for: $0) }
    return season.dates.filter { date in mine.contains { $0.id == date.id } && date.id != "nrmp_programs_open" }
  }
}
