extension Program {
  /// The census division of the program's state, where both are known.
  public var division: USState.Division? { state.flatMap(USState.recognized)?.division }
}

extension Specialty {
  /// The name that every table uses, or the text as typed where no specialty is recognized.
  public static func canonicalName(_ text: String) -> String { recognized(text)?.specialty.name ?? text }
}
