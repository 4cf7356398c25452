/// Fixed colors for a picture that will not follow the viewer's setting.
public enum PictureTheme: Sendable {
  case light
  case dark
}

/// The look of every picture, written once and used twice: in a page's style sheet, where colors are its tokens, and in
/// a file, where they are plain values that every viewer understands.
public enum PictureStyle {
  /// The rules for a page; its style sheet must define the tokens.
  public static let page: String = text(of: shape + colors(.tokens))

  static func file(_ theme: PictureTheme?) -> [StaticString] {
    switch theme {
    case .light: shape + colors(.light)
    case .dark: shape + colors(.dark)
    case nil:
      shape + colors(.light) + ["@media screen and (prefers-color-scheme:dark){"] + colors(.dark) + ["}"]
    }
  }

  /// Everything but color.
  private static let shape: [StaticString] = [
    """
    .pic text{font:13px ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
    font-variant-numeric:tabular-nums}
    .pic-slide text{font-size:20px}
    .pic .pic-strong{font-weight:600}
    .pic-end{text-anchor:end}
    .pic-middle{text-anchor:middle}
    .pic-grid,.pic-axis,.pic-line,.pic-limit,.pic-center,.pic-target,.pic-mark,.pic-whisker{fill:none}
    .pic-line{stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .pic-limit{stroke-width:1.2;stroke-dasharray:2 3}
    .pic-center{stroke-width:1.5}
    .pic-frozen{stroke-dasharray:7 4}
    .pic-target{stroke-width:1.5;stroke-dasharray:10 3 2 3}
    .pic-mark{stroke-width:1.2;stroke-dasharray:3 3}
    .pic-whisker{stroke-width:2.5;stroke-linecap:round}
    .pic-better,.pic-worse,.pic-neutral,.pic-excluded{stroke-width:2.2;stroke-linejoin:round}
    .pic-slide .pic-line{stroke-width:3}
    .pic-slide .pic-center,.pic-slide .pic-target{stroke-width:2.2}
    .pic-slide .pic-mark,.pic-slide .pic-limit{stroke-width:2}
    .pic-slide .pic-whisker{stroke-width:4}
    .pic-halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}

    """
  ]

  private static func colors(_ palette: Palette) -> [StaticString] {
    [
      ".pic text{fill:", palette.soft, "}\n",
      ".pic .pic-strong{fill:", palette.ink, "}\n",
      ".pic .pic-note{fill:", palette.warn, "}\n",
      ".pic .pic-good{fill:", palette.good, "}\n",
      ".pic .pic-on-accent{fill:", palette.paper, "}\n",
      ".pic-paper{fill:", palette.paper, "}\n",
      ".pic-grid{stroke:", palette.rule, "}\n",
      ".pic-axis,.pic-limit{stroke:", palette.soft, "}\n",
      ".pic-center{stroke:", palette.ink, "}\n",
      ".pic-line,.pic-whisker{stroke:", palette.accent, "}\n",
      ".pic-band{fill:", palette.band, "}\n",
      ".pic-track{fill:", palette.rule, "}\n",
      ".pic-bar{fill:", palette.bar, "}\n",
      ".pic-dot,.pic-tick{fill:", palette.accent, "}\n",
      ".pic-target{stroke:", palette.good, "}\n",
      ".pic-arrow{fill:", palette.good, "}\n",
      ".pic-mark{stroke:", palette.warn, "}\n",
      ".pic-badge{fill:", palette.warn, "}\n",
      ".pic-better{fill:", palette.paper, ";stroke:", palette.good, "}\n",
      ".pic-worse{fill:", palette.warn, ";stroke:", palette.warn, "}\n",
      ".pic-neutral{fill:", palette.paper, ";stroke:", palette.accent, "}\n",
      ".pic-excluded{fill:none;stroke:", palette.soft, "}\n",
      ".pic-halo{stroke:", palette.paper, "}\n",
    ]
  }

  private static func text(of parts: [StaticString]) -> String {
    parts.map(\.description).joined()
  }
}

private struct Palette {
  let paper, ink, soft, rule, accent, band, bar, warn, good: StaticString

  static let light = Palette(
    paper: "#fff", ink: "#1b2024", soft: "#545e67", rule: "#dedad0", accent: "#0d5962", band: "#d9e9ea",
    bar: "#5a989e", warn: "#964405", good: "#1a6a3d")
  static let dark = Palette(
    paper: "#1b2125", ink: "#f2efe8", soft: "#a8b2ba", rule: "#39434a", accent: "#71c6ca", band: "#22393c",
    bar: "#3f7377", warn: "#f2b374", good: "#82d3a3")
  static let tokens = Palette(
    paper: "var(--card)", ink: "var(--ink)", soft: "var(--soft)", rule: "var(--rule)", accent: "var(--accent)",
    band: "var(--band)", bar: "var(--bar)", warn: "var(--warn)", good: "var(--good)")
}
