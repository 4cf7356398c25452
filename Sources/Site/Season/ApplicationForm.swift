internal import SmartPick

/// What was typed about one application; a field that was not sent stays as it was.
struct ApplicationForm {
  private let form: FormFields
  private(set) var application: SeasonDocument.Application
  private(set) var problems: [String: String] = [:]

  init(_ form: FormFields, _ application: SeasonDocument.Application) {
    self.form = form
    self.application = application
  }

  /// What was changed, in a sentence.
  var words: String {
    switch application.standing {
    case .waiting: "\(application.name): waiting."
    case .interview:
      application.interviewDay == nil
        ? "An interview at \(application.name). Its day can be added." : "An interview at \(application.name)."
    case .declined: "The interview at \(application.name) is declined: it counts no more."
    case .rejected: "\(application.name) said no: the other odds take it in."
    case .withdrawn: "\(application.name) is withdrawn: it counts no more."
    }
  }

  /// Takes what was typed, and notes what is wrong with it.
  mutating func check() {
    if form.has("standing") {
      if let standing = SeasonDocument.Application.Standing(rawValue: form["standing"]) {
        application.standing = standing
      } else {
        problems["standing"] = "Choose one of these."
      }
    }
    if form.has("signal") {
      if let signal = SignalKind(rawValue: form["signal"]) {
        application.signal = signal
      } else {
        problems["signal"] = "Choose one of these."
      }
    }
    if form.has("day") {
      let day = form["day"]
      application.interviewDay = day.isEmpty ? nil : day
      if !day.isEmpty, CalendarDay(day) == nil {
        problems["day"] = "\(day) is no day. Write year, month and day, as 2026-11-03."
      }
    }
    if form.has("time") {
      let time = form["time"]
      application.interviewTime = time.isEmpty ? nil : time
      if !time.isEmpty, !CalendarDay.isTime(time) {
        problems["time"] = "\(time) is no time. Write hours and minutes, as 09:30."
      } else if !time.isEmpty, application.interviewDay == nil {
        problems["day"] = "A time needs its day."
      }
    }
  }
}
