/// A residency season: what applying costs, what may be signaled, and when.
///
/// 2026 means the season that ends with the Match of March 2026.
///
/// What a season has not published is carried from the one before and says so (`carriedFrom`).
public struct Season: Sendable, Equatable {
  public let year: Int
  public let name: String
  /// Whether the season's own figures are all in; otherwise some are carried from an older one.
  public let isComplete: Bool
  /// Key dates in order of time; a carried date is never shown as this season's, so there are none.
  public let dates: [KeyDate]
  let schedules: [ApplicationService: FeeSchedule]
  let services: [String: ServiceChoice]
  let allowances: [String: SignalAllowance]
  let sharedSignals: [[String]]
  let large: [String: Figure]
  let charges: [Charge: Figure]
  let notes: [String: CalendarNote]

  struct ServiceChoice: Sendable, Equatable {
    let service: ApplicationService
    let figure: Figure
  }

  /// A sum of money, or a count that belongs to one, that does not depend on the specialty.
  public enum Charge: String, Sendable, Codable, CaseIterable {
    /// Dollars to register with the NRMP.
    case nrmpRegistration = "nrmp_registration"
    /// Dollars for each ranked program beyond ``nrmpFreeRanks``.
    case nrmpExtraRank = "nrmp_extra_rank"
    /// Ranks within the registration fee.
    case nrmpFreeRanks = "nrmp_free_ranks"
    /// Dollars added by late registration.
    case nrmpLate = "nrmp_late"
    /// Dollars for each partner of a couple.
    case nrmpCouple = "nrmp_couple"
    /// Dollars, once a season.
    case transcriptUSMLE = "transcript_usmle"
    case transcriptCOMLEX = "transcript_comlex"
    /// Dollars that an IMG pays for the ERAS token.
    case ecfmgToken = "ecfmg_token"
    /// Positions offered in SOAP, and filled there.
    case soapPositions = "soap_positions"
    case soapFilled = "soap_filled"
  }

  /// The service through which the specialty's applications go; ERAS unless the season says otherwise.
  public func service(for specialty: String) -> ApplicationService {
    services[canonical(specialty)]?.service ?? .eras
  }

  /// What applications in the specialty cost; `nil` where the service's fees are not held (SF Match, military).
  public func fees(for specialty: String) -> FeeSchedule? { schedules[service(for: specialty)] }

  /// What applications through a service cost; the price starts again with each specialty.
  public func fees(of service: ApplicationService) -> FeeSchedule? { schedules[service] }

  /// The signals one applicant has in the specialty; `nil` where there are none or the number is not known.
  public func signals(for specialty: String) -> SignalAllowance? { allowances[canonical(specialty)] }

  /// Specialties that draw on the same signals as this one (diagnostic and interventional radiology), itself included.
  public func specialtiesSharingSignals(with specialty: String) -> [String] {
    let name = canonical(specialty)
    return sharedSignals.first { $0.contains(name) } ?? [name]
  }

  /// Whether a program that gets no signal almost never interviews: the specialties with very many signals.
  public func isLargeSignal(_ specialty: String) -> Bool { large[canonical(specialty)] != nil }

  /// Why a specialty counts as large-signal: the year, source and trust of that judgment (the value is 1).
  public func largeSignalReason(_ specialty: String) -> Figure? { large[canonical(specialty)] }

  /// One of the season's charges.
  ///
  /// Decoding checks that a file, with what it carries, holds every case.
  public func charge(_ charge: Charge) -> Figure {
    guard let figure = charges[charge] else { preconditionFailure("season \(year) lacks \(charge.rawValue)") }
    return figure
  }

  /// Dollars that a list of `ranks` program codes costs at the NRMP, registration included.
  public func nrmpFee(ranks: Int, couple: Bool = false) -> Double {
    let extra = max(0, Double(ranks) - charge(.nrmpFreeRanks).value)
    return charge(.nrmpRegistration).value + extra * charge(.nrmpExtraRank).value
      + (couple ? charge(.nrmpCouple).value : 0)
  }

  /// How a specialty with a calendar of its own is dealt with, in a sentence; `nil` for the specialties of the NRMP.
  public func calendarNote(_ specialty: String) -> CalendarNote? { notes[canonical(specialty)] }

  /// The dates that concern a specialty: those of its service and, unless it matches elsewhere, of the NRMP.
  public func dates(for specialty: String) -> [KeyDate] {
    let service = service(for: specialty)
    let elsewhere = calendarNote(specialty) != nil
    return dates.filter { $0.body == service.rawValue || ($0.body == "nrmp" && !elsewhere) }
  }

  /// Whether the interviews are over on a day given as `2027-03-05`: the day on which rank order lists must be certified
  /// has passed; until that is published, the end of February of the year of the Match.
  public func interviewsAreOver(on day: String) -> Bool {
    day > (dates.first { $0.id == "rank_deadline" }?.date ?? "\(year)-02-28")
  }

  /// Every figure the season holds, for lists of assumptions and for checks.
  public var figures: [(name: String, specialty: String?, figure: Figure)] {
    var all: [(name: String, specialty: String?, figure: Figure)] = []
    for charge in Charge.allCases { all.append((charge.rawValue, nil, self.charge(charge))) }
    for service in ApplicationService.allCases {
      guard let schedule = schedules[service] else { continue }
      var first = 1
      for tier in schedule.tiers {
        all.append(("\(service.rawValue) application \(first)", nil, schedule.figure(marginal: first)))
        first = (tier.upTo ?? first) + 1
      }
    }
    for name in allowances.keys.sorted() {
      if let allowance = allowances[name] { all.append(("signals", name, allowance.figure)) }
    }
    for name in services.keys.sorted() {
      if let choice = services[name] { all.append(("service \(choice.service.rawValue)", name, choice.figure)) }
    }
    for name in large.keys.sorted() {
      if let figure = large[name] { all.append(("large signal", name, figure)) }
    }
    return all
  }

  private func canonical(_ specialty: String) -> String { Specialty.canonicalName(specialty) }
}
