internal import Improvement
internal import Markup

/// What belongs to the worked cases and is of use without the example: a file to practice with.
enum CaseRoutes {
  static let all: [Route] = [
    .get(.exampleAppointments, for: .anyone) { _ in
      Answer(
        content: .download(
          Array(TelehealthCase.csv.utf8), type: "text/csv; charset=utf-8", name: "made-up-appointments.csv"))
    }
  ]

  /// Where a file is asked for: one to practice with.
  static var practiceFile: HTML {
    p(.class("small")) {
      "No file at hand? Practice with "
      a(.href(Link.exampleAppointments.path)) { "2,000 made-up appointments" }
      ": no-shows by day, distance and portal."
    }
  }
}
