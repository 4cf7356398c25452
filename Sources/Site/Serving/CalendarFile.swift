package import Foundation

/// Days as a calendar file (RFC 5545).
package struct CalendarFile {
  /// One event.
  package struct Event: Sendable {
    package var uid: String
    package var summary: String
    package var detail: String
    /// `2026-11-03`.
    package var day: String
    /// `09:30`; nil for an event of the whole day.
    package var time: String?
    /// Whether the time is that of New York; otherwise it is local wherever the calendar is looked at.
    package var isEastern: Bool
    package var isFree: Bool

    package init(
      uid: String, summary: String, detail: String, day: String, time: String? = nil, isEastern: Bool = false,
      isFree: Bool = true
    ) {
      self.uid = uid
      self.summary = summary
      self.detail = detail
      self.day = day
      self.time = time
      self.isEastern = isEastern
      self.isFree = isFree
    }
  }

  /// As the calendar program shows it.
  package let name: String
  package let events: [Event]
  /// When the file was made.
  package let stamp: Date

  package init(_ name: String, events: [Event], stamp: Date) {
    self.name = name
    self.events = events
    self.stamp = stamp
  }

  /// The file: lines end in CR LF, none is longer than 75 bytes.
  package var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Housestaff//\(Self.escaped(name))//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(name))",
    ]
    if events.contains(where: { $0.isEastern && $0.time != nil }) { lines += Self.easternZone }
    for event in events { lines += Self.lines(event, stamp) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private static func lines(_ event: Event, _ stamp: Date) -> [String] {
    guard let day = CalendarDay(event.day) else { return [] }
    var lines = ["BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(utc(stamp))"]
    if let time = event.time, CalendarDay.isTime(time) {
      let zone = event.isEastern ? ";TZID=America/New_York" : ""
      lines.append("DTSTART\(zone):\(day.digits)T\(time.replacingOccurrences(of: ":", with: ""))00")
    } else {
      lines.append("DTSTART;VALUE=DATE:\(day.digits)")
      lines.append("DTEND;VALUE=DATE:\(day.next.digits)")
    }
    lines.append("SUMMARY:\(escaped(event.summary))")
    lines.append("DESCRIPTION:\(escaped(event.detail))")
    lines.append("TRANSP:\(event.isFree ? "TRANSPARENT" : "OPAQUE")")
    lines.append("END:VEVENT")
    return lines
  }

  /// RFC 5545, 3.3.11: backslash, semicolon, comma and line ends are escaped; other control characters cannot be said.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": break
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// RFC 5545, 3.1: at most 75 bytes to a line, the rest on lines that begin with a space; no character is cut.
  package static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for character in line.unicodeScalars {
      let size = String(character).utf8.count
      if length + size > 75 {
        result += "\r\n "
        length = 1
      }
      result.unicodeScalars.append(character)
      length += size
    }
    return result
  }

  /// `20261122T180501Z`.
  private static func utc(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let ofDay = (seconds % 86_400 + 86_400) % 86_400
    let day = DayText.digits(date)
    return
      "\(day)T\(CalendarDay.two(ofDay / 3600))\(CalendarDay.two(ofDay % 3600 / 60))\(CalendarDay.two(ofDay % 60))Z"
  }

  /// New York since 2007 (Energy Policy Act of 2005): second Sunday of March to first Sunday of November.
  private static let easternZone = [
    "BEGIN:VTIMEZONE", "TZID:America/New_York", "BEGIN:DAYLIGHT", "DTSTART:20070311T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "TZNAME:EDT", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:20071104T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "TZOFFSETFROM:-0400",
    "TZOFFSETTO:-0500", "TZNAME:EST", "END:STANDARD", "END:VTIMEZONE",
  ]
}
