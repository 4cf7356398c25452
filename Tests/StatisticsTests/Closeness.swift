/// Whether two numbers agree to a relative tolerance; zero and infinity only agree with themselves.
func close(_ value: Double, _ reference: Double, within tolerance: Double = 1e-12) -> Bool {
  value == reference || abs(value - reference) <= tolerance * abs(reference)
}
