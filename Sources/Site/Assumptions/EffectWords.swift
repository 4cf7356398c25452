internal import SmartPick

/// Effects in words that a reader knows.
enum EffectWords {
  /// A name such as "Ten points of Step 2 CK".
  static func title(_ name: EffectName) -> String { name.title }

  /// `home_state` as "Home state".
  static func plain(_ name: String) -> String { EffectName.plain(name) }
}
