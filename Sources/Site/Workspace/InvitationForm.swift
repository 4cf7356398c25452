internal import Workspaces

/// What the form of an invitation says, as typed, and what is wrong with it.
struct InvitationForm {
  /// How long a link may work.
  static let allowedDays = 1...365

  let label: String
  let typedRole: String
  let role: Role?
  let typedDays: String
  let days: TypedNumber<Int>

  init(_ fields: FormFields) {
    label = String(fields["label"].prefix(80))
    typedRole = fields["role"]
    role = Role(rawValue: typedRole)
    typedDays = fields["days"]
    days = TypedNumber<Int>(typedDays, in: InvitationForm.allowedDays)
  }

  /// By field.
  var problems: [(field: String, words: String)] {
    [(role == nil ? "Choose what they may do." : nil).map { ("role", $0) }, days.problem.map { ("days", $0) }]
      .compactMap(\.self)
  }

  func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }
}
