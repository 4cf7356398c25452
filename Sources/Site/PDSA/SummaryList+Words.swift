internal import Markup

extension SummaryList.Entry {
  /// An answer in words; nothing where there are none.
  static func words(_ name: String, _ text: String?, change address: String? = nil) -> SummaryList.Entry {
    guard let text, !text.isEmpty else { return .init(name, nil, change: address) }
    return .init(name, HTML { text }, change: address)
  }
}
