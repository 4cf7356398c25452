internal import Improvement
internal import Statistics

extension ChartReview.Answer {
  var words: String {
    switch self {
    case .yes: "Yes"
    case .no: "No"
    case .notDocumented: "Not documented"
    }
  }
}

extension ChartReview.Rule {
  var words: String {
    switch self {
    case .first: "The first item is yes"
    case .all: "Every item is yes"
    }
  }
}

extension ChartReview.Silence {
  var words: String {
    switch self {
    case .isNo: "Counts as no"
    case .isLeftOut: "Is left out of the count"
    }
  }
}

extension SamplingPlan {
  /// "every 5th chart of the list", "20 charts of the list at random".
  var words: String {
    switch way {
    case .every(let step): step == 1 ? "Every chart of the list" : "Every \(Self.ordinal(step)) chart of the list"
    case .random(let count): "\(count) charts of the list at random"
    }
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (1, let tens) where tens != 11: "\(number)st"
    case (2, let tens) where tens != 12: "\(number)nd"
    case (3, let tens) where tens != 13: "\(number)rd"
    default: "\(number)th"
    }
  }
}

extension Interval {
  /// "18 to 45%".
  var percents: String {
    "\(Int((low * 100).rounded())) to \(Int((high * 100).rounded()))%"
  }
}
