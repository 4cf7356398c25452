// Effects in words that a reader knows.
extension EffectName {
  /// Its name for a reader, such as "Ten points of Step 2 CK".
  public var title: String {
    switch self {
    case .strengthSd: "How far applicants with one profile differ in strength"
    case .programTasteSd: "How much programs differ in taste"
    case .specialtyShiftSd: "How much a specialty\u{2019}s year differs"
    case .divisionShiftSd: "How much a region\u{2019}s year differs"
    case .interviewDaySd: "How much the interview day decides"
    case .strengthCarry: "How much of the strength counts again after the interview"
    case .step2Per10Points: "Ten points of Step 2 CK"
    case .step2MatchPer10Points: "Ten points of Step 2 CK after the interview"
    case .programMedianPer10Points: "Ten points of a program\u{2019}s own median"
    case .step1Fail: "A failed Step 1"
    case .comlexOnly: "COMLEX scores alone"
    case .signalGold: "A gold signal"
    case .signalSilver: "A silver signal"
    case .signal: "A signal"
    case .signalAfterInterview: "A signal after the interview"
    case .noSignalLarge: "No signal, where nearly all send one"
    case .baselineInterviews: "Interviews of an average application"
    case .baselineSuccess: "Places for an average interview"
    default: Self.plain(rawValue)
    }
  }

  /// `home_state` as "Home state".
  public static func plain(_ name: String) -> String {
    let known = ["us": "US", "comlex": "COMLEX", "ecfmg": "ECFMG", "img": "IMG", "step1": "Step 1", "step3": "Step 3"]
    let words = name.split(separator: "_").map { known[String($0)] ?? String($0) }
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
