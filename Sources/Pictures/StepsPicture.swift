internal import Markup

/// A process with its time: for each step a bar where it lies, light while a case waits and dark while it is worked on.
public struct StepsPicture: Picture, Equatable {
  /// One step, in minutes.
  public struct Step: Sendable, Equatable {
    public let name: String
    public let waiting: Double
    public let work: Double

    /// What is negative or no number counts as nothing.
    public init(_ name: String, waiting: Double, work: Double) {
      func minutes(_ number: Double) -> Double { number.isFinite ? max(0, number) : 0 }
      self.name = name
      self.waiting = minutes(waiting)
      self.work = minutes(work)
    }
  }

  public let heading: String
  public let summary: String
  public let steps: [Step]

  public init(_ heading: String, summary: String, steps: [Step]) {
    self.heading = heading
    self.summary = summary
    self.steps = steps
  }

  private var total: Double { steps.reduce(0) { $0 + $1.waiting + $1.work } }

  public var table: DataTable {
    let format = ValueFormat.number()
    return DataTable(
      heading, columns: [.init("Step", isNumeric: false), .init("Waiting, min"), .init("Work, min")],
      rows: steps.map { [$0.name, format.text($0.waiting), format.text($0.work)] })
  }

  public func drawing(_ size: PictureSize) -> Drawing {
    let line = size.lineHeight
    let row = line * 2.3
    let scale = total > 0 ? (size.width - 2) / total : 0
    let format = ValueFormat.number()
    var start = 0.0
    // A gap below the legend; a name that has no room beside its minutes has lines of its own above them.
    var top = line * 2.2
    var rows: [HTML] = []
    for step in steps {
      let words = [
        step.waiting > 0 ? "\(format.text(step.waiting)) waiting" : nil, "\(format.text(step.work)) min",
      ].compactMap(\.self).joined(separator: ", ")
      let room = size.width - Lettering.width(words, size: size.fontSize) - 16
      let isBeside = Lettering.width(step.name, size: size.fontSize, isStrong: true) <= room
      let names =
        isBeside ? [step.name] : Lettering.pair(step.name, width: size.width, size: size.fontSize)
      let first = top
      if !isBeside { top += line * Double(names.count) }
      let foot = top
      rows.append(
        HTML {
          for (index, name) in names.enumerated() {
            lettering(name, x: 0, y: first + line * Double(index), style: "pic-strong")
          }
          lettering(words, x: size.width, y: foot, anchor: .end)
          SVG.rect(.class("pic-track"), .x(0), .y(foot + 6), .width(size.width), .height(10), .rx(2))
          if step.waiting > 0 {
            SVG.rect(
              .class("pic-badge"), .x(start * scale), .y(foot + 9), .width(max(1, step.waiting * scale)), .height(4))
          }
          SVG.rect(
            .class("pic-dot"), .x((start + step.waiting) * scale), .y(foot + 6), .width(max(2, step.work * scale)),
            .height(10), .rx(2))
        })
      start += step.waiting + step.work
      top += row
    }
    return Drawing(
      height: top,
      content: HTML {
        SVG.rect(.class("pic-badge"), .x(0), .y(4), .width(22), .height(4))
        lettering("waiting", x: 28, y: size.fontSize)
        SVG.rect(.class("pic-dot"), .x(110), .y(1), .width(22), .height(10), .rx(2))
        lettering("work", x: 138, y: size.fontSize)
        lettering("0 to \(format.text(total)) min", x: size.width, y: size.fontSize, anchor: .end)
        HTML(rows)
      })
  }
}
