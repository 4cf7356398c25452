/// The living page of every component.
enum ComponentsRoutes {
  static let all: [Route] = [
    .get(.components, for: .anyone) { page in
      .page(componentsPage(theme: page.theme == .system ? nil : page.theme.rawValue))
    }
  ]
}
