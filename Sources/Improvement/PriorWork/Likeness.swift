import RealModule

/// How like a few typed words are to each of many texts: the cosine of their words' weights.
///
/// A word weighs more the fewer texts it stands in (term frequency times inverse document frequency; K. Spärck Jones,
/// "A statistical interpretation of term specificity", Journal of Documentation 28, 1972). Endings are cut lightly, so
/// that "discharges" finds "discharge"; a word also counts when the typed one is its beginning, because people have not
/// finished typing.
public struct Likeness: Sendable {
  private let texts: [[String: Double]]
  private let lengths: [Double]
  private let rarity: [String: Double]

  /// Reads the texts once.
  ///
  /// O(total length).
  public init(to texts: [String]) {
    var frequency: [String: Int] = [:]
    let words = texts.map(Self.words)
    for text in words { for word in Set(text) { frequency[word, default: 0] += 1 } }
    let rarity = frequency.mapValues { Double.log(1 + Double(texts.count) / Double($0)) }
    self.rarity = rarity
    self.texts = words.map { text in
      text.reduce(into: [:]) { weights, word in weights[word, default: 0] += rarity[word] ?? 0 }
    }
    lengths = self.texts.map { $0.values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
  }

  /// The texts that are like the typed words, most alike first, as indices with a likeness from 0 to 1.
  ///
  /// O(texts x typed words).
  public func matches(_ typed: String, atLeast least: Double = 0.18, limit: Int = 5) -> [(index: Int, likeness: Double)]
  {
    let asked = Self.words(typed)
    guard !asked.isEmpty else { return [] }
    var weights: [String: Double] = [:]
    for (index, word) in asked.enumerated() {
      // The last word may be unfinished: it stands for every word that begins so.
      if rarity[word] == nil, index == asked.count - 1, word.count >= 3 {
        for whole in rarity.keys where whole.hasPrefix(word) { weights[whole] = rarity[whole] }
      } else {
        weights[word, default: 0] += rarity[word] ?? Double.log(1 + Double(max(1, texts.count)))
      }
    }
    let length = weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return [] }
    return texts.indices.compactMap { index -> (index: Int, likeness: Double)? in
      guard lengths[index] > 0 else { return nil }
      // Summed in the order of the words, so that the same input gives the same bits.
      let common = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (texts[index][$1.key] ?? 0) }
      let likeness = common / (length * lengths[index])
      return likeness >= least ? (index, likeness) : nil
    }.sorted { $0.likeness != $1.likeness ? $0.likeness > $1.likeness : $0.index < $1.index }.prefix(limit).map(\.self)
  }

  /// The words that carry meaning, with endings cut.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { stem(String($0)) }
      .filter { $0.count > 1 && !common.contains($0) }
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "ers", "er", "ed", "es", "s"] {
      if word.count - ending.count >= 4, word.hasSuffix(ending) { return String(word.dropLast(ending.count)) }
    }
    return word.count > 4 && word.hasSuffix("e") ? String(word.dropLast()) : word
  }

  private static let common: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "before", "but", "by", "can", "for", "from", "had", "has", "have", "how",
    "in", "into", "is", "it", "its", "more", "no", "not", "of", "on", "or", "our", "than", "that", "the", "their",
    "them", "there", "they", "this", "time", "to", "too", "was", "we", "were", "when", "which", "with", "without",
    "project", "improv", "improve", "patient", "reduc", "reduce", "increas", "increase", "quality",
  ]
}
