extension Program {
  /// The census division of the program's state, where both are known.
  public var division: USState.Division? { state.flatMap(USState.recognized)?.division }
}
