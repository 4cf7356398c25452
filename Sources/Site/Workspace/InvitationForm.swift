internal import Workspaces

/// What the form of an invitation says, as typed, and what is wrong with it.
struct InvitationForm {
  let label: String
  let typedRole: String
  let role: Role?
  let days: Int

  init(_ fields: FormFields) {
    label = String(fields["label"].prefix(80))
    typedRole = fields["role"]
    role = Role(rawValue: typedRole)
    days = min(365, max(1, Int(fields["days"]) ?? 14))
  }

  var problem: String? { role == nil ? "Choose what they may do." : nil }
}
