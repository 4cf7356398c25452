internal import SmartPick
internal import Workspaces

/// The assumptions that were put in place of the published ones; one to a workspace.
struct EffectsDocument: PageDocument, Equatable {
  static let collection = "effects"
  static let words = "your assumptions"
  static let id = DocumentID<EffectsDocument>(only: "effects")

  struct Value: Codable, Sendable, Equatable {
    var value: Double
    var low: Double
    var high: Double
  }

  /// By the effect's name.
  var values: [String: Value] = [:]

  init(values: [String: Value] = [:]) { self.values = values }

  /// What of a whole set differs from the published one.
  init(_ effects: Effects) {
    for effect in effects.all where effects.edited.contains(effect.name) {
      values[effect.name] = Value(value: effect.value, low: effect.low, high: effect.high)
    }
  }

  static func page(_ id: DocumentID<EffectsDocument>) -> Link { .assumptions }

  /// The published set with these in it; names that this version does not know are left alone.
  var effects: Effects {
    var effects = Effects.published
    for (name, value) in values {
      guard let known = EffectName(rawValue: name) else { continue }
      effects.set(known, value: value.value, low: value.low, high: value.high)
    }
    return effects
  }

  /// All that a list depends on.
  var key: String {
    values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.value),\($0.value.low),\($0.value.high)" }
      .joined(separator: ";")
  }

  var lines: [(name: String, value: String)] {
    values.sorted { $0.key < $1.key }.map { name, value in
      (
        EffectName(rawValue: name).map(EffectWords.title) ?? name,
        "\(AssumptionForm.text(value.value)) (\(AssumptionForm.text(value.low)) to \(AssumptionForm.text(value.high)))"
      )
    }
  }
}
