/// One page of a cycle: one thing to answer at a time, in the order in which a cycle is lived.
enum CyclePart: String, CaseIterable {
  case change
  case prediction
  case plan
  case data
  case begin
  case remark
  case happened
  case study
  case act

  /// The heading of its page, and its line in the list of tasks.
  var words: String {
    switch self {
    case .change: "The change and its scale"
    case .prediction: "The question and the prediction"
    case .plan: "Who, when and where"
    case .data: "What is written down"
    case .begin: "Begin Do"
    case .remark: "A remark on the prediction"
    case .happened: "What happened"
    case .study: "Study: against the prediction"
    case .act: "Act: adopt, adapt or abandon"
    }
  }

  /// About how long it takes, in minutes.
  var minutes: Int {
    switch self {
    case .change, .happened: 3
    case .prediction, .plan, .data, .act, .remark: 2
    case .begin: 1
    case .study: 10
    }
  }
}
