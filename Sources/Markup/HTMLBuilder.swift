/// Puts strings, markup and components one after the other, as they stand in the source.
///
/// `if`, `switch` and `for` work. No white space is added: write `" "` between words and inline elements.
@resultBuilder public enum HTMLBuilder {
  /// Part of the builder; called by the compiler.
  public static func buildExpression(_ text: String) -> HTML { HTML(text) }

  /// Part of the builder; called by the compiler.
  public static func buildExpression(_ html: HTML) -> HTML { html }

  /// Part of the builder; called by the compiler.
  public static func buildExpression(_ html: HTML?) -> HTML { html ?? .empty }

  /// Part of the builder; called by the compiler.
  public static func buildExpression(_ pieces: [HTML]) -> HTML { HTML(pieces) }

  /// Part of the builder; called by the compiler.
  public static func buildExpression(_ component: some Component) -> HTML { component.body }

  /// Part of the builder; called by the compiler.
  public static func buildBlock() -> HTML { .empty }

  /// Part of the builder; called by the compiler.
  public static func buildBlock(_ piece: HTML) -> HTML { piece }

  /// Part of the builder; called by the compiler.
  public static func buildBlock(_ pieces: HTML...) -> HTML { HTML(pieces) }

  /// Part of the builder; called by the compiler.
  public static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }

  /// Part of the builder; called by the compiler.
  public static func buildEither(first piece: HTML) -> HTML { piece }

  /// Part of the builder; called by the compiler.
  public static func buildEither(second piece: HTML) -> HTML { piece }

  /// Part of the builder; called by the compiler.
  public static func buildArray(_ pieces: [HTML]) -> HTML { HTML(pieces) }
}

/// A named part of a page: a value that knows how it is drawn.
///
/// Do not name a member after a tag (`title`, `label`, `table`): it would hide the element function of that name
/// inside `body`.
public protocol Component: Sendable {
  /// The markup of the part.
  @HTMLBuilder var body: HTML { get }
}
